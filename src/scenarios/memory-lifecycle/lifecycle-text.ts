// What one lifecycle is, in words.
import { formatCount, formatCounted } from "../../words/format.ts";
import type { LifecycleSettings } from "./fields.ts";

export function lifecycleText({ agents, windowMs }: LifecycleSettings): string {
  return `${formatCounted(agents, "agent")} created on fresh workers, run for ${formatCount(windowMs)} ms and ended`;
}
