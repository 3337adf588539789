// What templates of all rules can name beside the alert: labels and the address of whoever evaluates.
import type { Labels } from "../grammar/labels.ts";

export interface TemplateContext {
  readonly externalLabels: Labels;
  readonly externalUrl: string;
}
