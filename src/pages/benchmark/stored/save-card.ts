// Makes the card of a result and makes a picture of it. Loaded when somebody asks for one.
import { answerOf } from "../../../results/answer.ts";
import { deriveResult } from "../../../results/derive.ts";
import { experimentOf, measuredOn } from "../../../results/experiment.ts";
import { findingsOf } from "../../../results/findings.ts";
import type { Result } from "../../../results/format/result.ts";
import { pictureNote, provenanceOf, type ResultSource } from "../../../results/provenance.ts";
import { unansweredText } from "../../../results/unanswered.ts";
import { headingOf } from "../../../scenarios/contract/presets.ts";
import { pngOf } from "../../../ui/charts/chart-image.ts";
import { cardCurve } from "./card-curve.ts";
import { CARD_SIZE, shareCard, type WidthAt } from "./share-card.ts";

const MEASURED_AT = 100;

/** Without a canvas it estimates from the length. */
function widthAtOne(): WidthAt {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * 0.6;
  return (text, weight) => {
    context.font = `${weight} ${MEASURED_AT}px system-ui, sans-serif`;
    return context.measureText(text).width / MEASURED_AT;
  };
}

/** The card as a file. Rejects where the browser cannot draw it. */
export async function cardOf(result: Result, source: ResultSource, kind: "png" | "svg"): Promise<Blob> {
  const experiment = experimentOf(result);
  const on = measuredOn(result.environment);
  const { sentence, gauge } = answerOf(experiment, deriveResult(result), result.samples, on, "elsewhere");
  const { curve, quality } = findingsOf(result);
  // A curve says something, and of a useless run nothing is concluded.
  const isShown = curve !== null && quality !== "useless";
  const answer = experiment.search === null ? null : (gauge?.value ?? 0);
  const { host, pathname } = globalThis.location;
  const svg = shareCard(
    {
      provenance: pictureNote(source, provenanceOf(result)),
      question: headingOf(experiment),
      sentence: sentence ?? unansweredText(experiment, result.samples),
      gauge,
      curve: isShown ? cardCurve(curve, experiment.scenario.axis, answer) : null,
      quality,
      site: `${host}${pathname}`.replace(/\/$/, ""),
    },
    widthAtOne(),
  );
  return kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : pngOf({ svg, ...CARD_SIZE });
}
