// Says that a newer Headroom made the address, and offers a new plan.
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { Button } from "../../../ui/button.tsx";

export function NewerAddress({ version, onReset }: { readonly version: string; readonly onReset: () => void }) {
  return (
    <div role="alert" className="py-12">
      <h1>This plan was made by a newer Headroom</h1>
      <p className="mt-2 max-w-prose">
        Its address has version {version}, which this Headroom cannot read: some of it might mean something else. Open
        it where it was made, or reload this page to get the newest Headroom.
      </p>
      <WaysOn>
        <Button onClick={onReset}>Start a new plan</Button>
      </WaysOn>
    </div>
  );
}
