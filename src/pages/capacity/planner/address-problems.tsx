// Says what an address asked for that was not understood, or that a newer Headroom made it.
import type { AddressReading } from "../../../capacity/asked/planner-settings.ts";
import { Button } from "../../../ui/button.tsx";

export function AddressProblems({
  reading,
}: {
  readonly reading: Extract<AddressReading, { readonly state: "read" }>;
}) {
  if (reading.problems.length === 0) return null;
  return (
    <div role="status" aria-label="Parameters not understood" className="mt-3 rounded border border-warn px-4 py-2">
      <ul>
        {reading.problems.map(({ parameter, text, message, usedInstead }) => (
          <li key={parameter}>
            <span aria-hidden className="text-warn">
              ▲{" "}
            </span>
            The address says {parameter}={text === "" ? "(nothing)" : text}. {message} {usedInstead} is used instead.
          </li>
        ))}
      </ul>
    </div>
  );
}

export function NewerAddress({ version, onReset }: { readonly version: string; readonly onReset: () => void }) {
  return (
    <div role="alert" className="py-12">
      <h1 className="text-lg font-semibold">This plan was made by a newer Headroom</h1>
      <p className="mt-2 max-w-prose">
        Its address has version {version}, which this Headroom cannot read: some of it might mean something else. Open
        it where it was made, or reload this page to get the newest Headroom.
      </p>
      <p className="mt-4">
        <Button onClick={onReset}>Start a new plan</Button>
      </p>
    </div>
  );
}
