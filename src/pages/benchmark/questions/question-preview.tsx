// What a question found, as a small picture on its card.
import type { Configuration } from "../../../scenarios/contract/scenario.ts";
import { Queries } from "../../../session/sources/queries.tsx";
import { Sparkline } from "../../../ui/charts/sparkline.tsx";
import { useFound } from "./use-found.ts";

export interface QuestionPreviewProps {
  readonly configuration: Configuration;
}

export function QuestionPreview({ configuration }: QuestionPreviewProps) {
  return (
    <Queries>
      <Preview configuration={configuration} />
    </Queries>
  );
}

function Preview({ configuration }: QuestionPreviewProps) {
  const found = useFound(configuration);
  const curve = found?.findings.curve ?? null;
  if (found === null || curve === null) return null;
  return <Sparkline {...curve} width={64} height={20} text={`${curve.label}. ${found.whose}`} />;
}
