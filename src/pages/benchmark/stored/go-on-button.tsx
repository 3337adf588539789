// Goes on with a result whose run was stopped or cut: what it lacks is measured on the Benchmark page, and becomes one result with it.
import { useNavigate } from "@tanstack/react-router";
import { StepForward } from "lucide-react";
import { useMemo } from "react";
import { ENGINE_VERSION } from "../../../inference/version.ts";
import { estimateRange } from "../../../measurement/run/estimate.ts";
import { experimentOf } from "../../../results/experiment.ts";
import type { Result } from "../../../results/format/result.ts";
import { goOnOf } from "../../../results/go-on.ts";
import { textsOf } from "../../../scenarios/texts.ts";
import { useIsMeasuring } from "../../../session/measuring/current-session.ts";
import { readMachine } from "../../../session/page/machine.ts";
import { goOn } from "../../../session/runs/run-control.ts";
import { Button } from "../../../ui/button.tsx";
import { formatAboutRange } from "../../../words/format.ts";

/** Nothing where nothing is left; the reason where this page cannot. */
export function GoOnButton({ result }: { readonly result: Result }) {
  const navigate = useNavigate();
  const isMeasuring = useIsMeasuring();
  const machine = useMemo(() => readMachine(), []);
  const possible = useMemo(() => goOnOf(result, { ...machine, engineVersion: ENGINE_VERSION }), [result, machine]);

  async function start(): Promise<void> {
    await navigate({ to: "/", search: textsOf(experimentOf(result)) });
    await goOn(result);
  }

  switch (possible.state) {
    case "complete":
      return null;
    case "impossible":
      return <p className="text-sm text-muted">This run cannot go on here. {possible.reason}</p>;
    case "possible": {
      const time = formatAboutRange(...estimateRange([possible.left], machine.hardwareConcurrency));
      return (
        <div>
          <Button disabled={isMeasuring} onClick={() => void start()}>
            <StepForward aria-hidden size={16} /> Go on, {time}
          </Button>
        </div>
      );
    }
  }
}
