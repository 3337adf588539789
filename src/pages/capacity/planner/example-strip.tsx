// Says that the curve is an example and not the reader's own, until it is replaced, with the ways to replace it.
import { Link } from "@tanstack/react-router";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { CutName } from "../../../ui/cut-name.tsx";

/** A curve of throughput against agents comes from this scenario. */
const MEASURES = { scenario: "scaling" };

export function ExampleStrip({ curve }: { readonly curve: PlanningCurve }) {
  switch (curve.provenance) {
    case "measured-here":
    case "imported":
      return null;
    case "published":
    case "shared":
    case "measured-elsewhere":
    case "recorded":
      return (
        <p
          className="mb-3 max-w-prose rounded border border-dashed px-3 py-1.5 text-xs text-muted"
          data-testid="example"
        >
          <b className="text-ink">Example, not yours:</b> the plan is from “<CutName name={curve.title} />
          ”.{" "}
          <Link to="/" search={MEASURES}>
            Measure this machine
          </Link>
          , or choose your own curve or file under Inputs.
        </p>
      );
  }
}
