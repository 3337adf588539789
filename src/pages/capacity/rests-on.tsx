// Whose constants the calculator's answer rests on, and where they can be measured.
import { Link } from "@tanstack/react-router";
import { type CalculatorSettings, defaultSettings } from "../../capacity/memory/calculator-settings.ts";
import { formatInstant } from "../../words/format.ts";
import { formatEntered } from "../../words/format-memory.ts";
import { useOwnMemory } from "./use-own-memory.ts";

const CONSTANTS = ["baseMB", "perAgentMB", "cachePercent", "bufferPercent"] as const;

function restsText(settings: CalculatorSettings): string {
  const { baseMB, perAgentMB, measuredAt } = settings;
  const constants = `${formatEntered(baseMB)} MB and ${formatEntered(perAgentMB)} MB per agent`;
  if (measuredAt !== "") return `This rests on ${constants}, measured in a browser, ${formatInstant(measuredAt)}.`;
  return CONSTANTS.every((name) => settings[name] === defaultSettings[name])
    ? `This rests on the published ${constants}, which were derived and not measured.`
    : `This rests on ${constants}, as they were typed.`;
}

export function RestsOn({ settings }: { readonly settings: CalculatorSettings }) {
  const own = useOwnMemory();
  const isOther = own !== null && own.measuredAt !== settings.measuredAt;
  return (
    <>
      {restsText(settings)}{" "}
      {isOther ? (
        <>
          <Link
            to="/capacity"
            search={{
              ...own.search,
              agents: String(settings.agents),
              budget: String(settings.budget),
              unit: settings.unit,
            }}
          >
            Use what you measured here, {formatInstant(own.measuredAt)}
          </Link>
          {" · "}
        </>
      ) : null}
      <Link to="/" search={{ scenario: "memory" }}>
        {own === null ? "Measure what an agent takes here" : "Measure it again"}
      </Link>
    </>
  );
}
