// The lines of Python that write a model from a pymdp agent, to be copied.
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import lines from "./write_model.py?raw";

export function FromPymdp() {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");

  function copy(): void {
    navigator.clipboard.writeText(lines).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  }

  return (
    <details>
      <summary className="min-h-8 text-xs text-muted">Write one from a pymdp agent</summary>
      <p className="mb-1 text-xs">
        These lines of Python write an agent of pymdp 0.0.7.1 or 1.x: <code>write_model(agent, "model.json")</code>.
      </p>
      <pre
        tabIndex={0}
        aria-label="Lines of Python"
        className="max-h-48 overflow-auto rounded border border-line-strong bg-panel p-2 text-xs"
      >
        {lines}
      </pre>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <Button className="min-h-8 text-xs" onClick={copy}>
          Copy the lines
        </Button>
        <span role="status" className="text-xs text-muted">
          {copied === "yes" ? "Copied." : copied === "refused" ? "Select them and copy them by hand." : ""}
        </span>
      </div>
    </details>
  );
}
