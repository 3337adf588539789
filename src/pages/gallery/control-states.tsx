// Buttons, fields, pickers and explanations in their states.
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { Help } from "../../ui/help.tsx";
import { InfoPopover } from "../../ui/info-popover.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { State } from "./state.tsx";

const tones = ["primary", "plain", "quiet"] as const;
const workloads = [
  { value: "explorer", label: "Explorer" },
  { value: "t-maze", label: "T-maze" },
] as const;

/** A whole number from 1 to 100, or what is wrong with a text. */
function readCount(text: string): number | string {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 100 ? count : "Type a whole number from 1 to 100.";
}

function Fields() {
  const [agents, setAgents] = useState(20);
  const [workload, setWorkload] = useState<(typeof workloads)[number]["value"]>("explorer");
  function takeAgents(text: string): string | null {
    const read = readCount(text);
    if (typeof read === "string") return read;
    setAgents(read);
    return null;
  }
  return (
    <>
      <State name="TextField: type “x” for the message, then leave the field">
        <TextField
          label="Agents"
          help="How many agents step in each round, from 1 to 100."
          value={String(agents)}
          inputMode="numeric"
          onText={takeAgents}
        />
      </State>
      <State name="TextField, disabled">
        <TextField label="Agents" value="20" disabled onText={() => null} />
      </State>
      <State name="ChoiceField, enabled and disabled">
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField label="Workload" value={workload} options={workloads} onChange={setWorkload} />
          <ChoiceField label="Workload" value={workload} options={workloads} disabled onChange={setWorkload} />
        </div>
      </State>
      <State name="SliderField: a number above 50 widens the slider">
        <SliderField label="Agents" unit="agents" value={agents} least={1} most={50} step={1} onText={takeAgents} />
      </State>
    </>
  );
}

export function ControlStates() {
  return (
    <>
      <State name="Button: primary, plain, quiet; enabled and disabled">
        <div className="flex flex-wrap gap-2">
          {[false, true].flatMap((disabled) =>
            tones.map((tone) => (
              <Button key={`${tone} ${disabled}`} tone={tone} disabled={disabled}>
                {tone}
              </Button>
            )),
          )}
        </div>
      </State>
      <Fields />
      <State name="FilePicker: every file is refused, and one over 1 kB for its size">
        <FilePicker
          label="A file of the gallery"
          accept=".json"
          bytesMost={1_000}
          tooLarge="more than the gallery takes"
          onFile={(file) => Promise.resolve(`${file.name} is not a result: it has no rows.`)}
        >
          Open a file
        </FilePicker>
      </State>
      <State name="Help and InfoPopover">
        <p className="flex flex-wrap items-center gap-4">
          <Help term="efficiency">Throughput of N agents, divided by N times that of one agent.</Help>
          <InfoPopover trigger="4 cores" triggerClassName="min-h-9 rounded px-2 hover:bg-hover" label="This machine">
            What the browser says about this machine.
          </InfoPopover>
        </p>
      </State>
    </>
  );
}
