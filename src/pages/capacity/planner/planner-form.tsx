// The planner's inputs: curve, demand, limits, and what a process needs.
import type { PlannerField } from "../../../capacity/asked/planner-settings.ts";
import { type Place, placeOf, textsAt } from "../../../capacity/asked/where.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { SliderField } from "../../../ui/slider-field.tsx";
import { CONSTANT_NAMES, constantSliders, type SliderLook } from "../constant-sliders.ts";
import { CurveSourceField } from "./curve/curve-source.tsx";
import { SettingField } from "../planning/setting-field.tsx";
import type { PlannerInUse } from "../planning/use-planner.ts";

const demands = [
  { value: "throughput", label: "op/s in all" },
  { value: "agents", label: "agents at a rate each" },
  { value: "both", label: "agents, and op/s in all" },
] as const;
const spares = [
  { value: "machine", label: "any one machine: N+1" },
  { value: "zone", label: "any one zone" },
  { value: "1", label: "one process" },
  { value: "2", label: "two processes" },
  { value: "0", label: "nothing" },
] as const;
const places = [
  { value: "gke", label: "Google Kubernetes Engine (GKE)" },
  { value: "eks", label: "Amazon EKS" },
  { value: "aks", label: "Azure AKS" },
  { value: "own", label: "machines of one's own" },
  { value: "none", label: "not planned: memory alone" },
] as const satisfies readonly { readonly value: Place; readonly label: string }[];
const splits = [
  { value: "equal", label: "of equal size" },
  { value: "mixed", label: "of mixed sizes" },
] as const;
const objectives = [
  { value: "memory", label: "memory" },
  { value: "machines", label: "machines" },
  { value: "price", label: "price" },
] as const;
const models = [
  { value: "rows", label: "straight between its rows" },
  { value: "usl", label: "fitted USL" },
  { value: "amdahl", label: "fitted Amdahl" },
  { value: "linear", label: "fitted line" },
] as const;
const readings = [
  { value: "compounding", label: "compounding" },
  { value: "agents-only", label: "cache on agent memory only" },
] as const;

type SliderName = Extract<
  PlannerField,
  | "ops"
  | "agents"
  | "rate"
  | "headroom"
  | "processes"
  | "vcpu"
  | "baseMB"
  | "perAgentMB"
  | "cachePercent"
  | "bufferPercent"
>;

const sliders: Readonly<Record<SliderName, SliderLook>> = {
  ops: { label: "Demand", unit: "op/s", least: 10, most: 2_000, step: 10 },
  agents: { label: "Agents", unit: "", least: 1, most: 500, step: 1, isWhole: true },
  rate: { label: "Rate of each", unit: "op/s", least: 1, most: 50, step: 0.5 },
  headroom: { label: "Headroom", unit: "%", least: 0, most: 100, step: 5 },
  processes: { label: "Processes at most", unit: "", least: 1, most: 64, step: 1, isWhole: true },
  vcpu: { label: "vCPU per process", unit: "", least: 0.1, most: 16, step: 0.1 },
  ...constantSliders,
};

function Slider({ field, inUse }: { readonly field: SliderName; readonly inUse: PlannerInUse }) {
  return (
    <SliderField
      {...sliders[field]}
      value={inUse.settings[field]}
      onText={(text) => inUse.changeText(field, text.trim())}
    />
  );
}

const sectionLook = "grid gap-3 border-t pt-4";

export function PlannerForm(inUse: PlannerInUse) {
  const { texts, settings, change, reset } = inUse;
  const hasLimits = [texts.latency, texts.efficiency, texts.memory, texts.perProcess].some((text) => text !== "");
  return (
    <form
      className="grid min-w-0 content-start gap-4"
      aria-label="What to plan"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="grid gap-3">
        <CurveSourceField {...inUse} />
        <ChoiceField
          label="Between its rows, throughput goes"
          help="Straight lines go through every row and end at the last one. A fitted law smooths over the rows, and goes on beyond them."
          value={settings.model}
          options={models}
          onChange={(model) => change({ model })}
        />
        <SettingField
          field="scale"
          inUse={inUse}
          label="Its throughput is multiplied by (1: as measured)"
          help="Turns the engine of the browser into yours: your op/s of one agent divided by that of the curve. From a run it starts with pymdp's recorded step of the same model, where there is one."
          inputMode="decimal"
        />
      </div>
      <fieldset className={sectionLook}>
        <legend className="sr-only">Demand</legend>
        <p aria-hidden className="font-semibold">
          Demand
        </p>
        <ChoiceField
          label="Asked for as"
          value={settings.demand}
          options={demands}
          onChange={(demand) => change({ demand })}
        />
        {settings.demand === "agents" ? null : <Slider field="ops" inUse={inUse} />}
        {settings.demand === "throughput" ? null : <Slider field="agents" inUse={inUse} />}
        {settings.demand === "agents" ? <Slider field="rate" inUse={inUse} /> : null}
        <Slider field="headroom" inUse={inUse} />
        <ChoiceField
          label="Survives losing"
          help="The demand is still met after losing this many processes, even the largest. A machine that fails takes all of its processes with it: then choose a machine, or a zone of two or three that share the machines. Processes are of equal size then."
          value={settings.spare}
          options={spares}
          onChange={(spare) => change({ spare })}
        />
      </fieldset>
      <fieldset className={sectionLook}>
        <legend className="sr-only">Plan</legend>
        <p aria-hidden className="font-semibold">
          Plan
        </p>
        <ChoiceField
          label="Where?"
          help="What the platform reserves of each machine is taken off, and its list prices are the examples to begin with."
          value={placeOf(settings.machines)}
          options={places}
          onChange={(place) => change(textsAt(place, texts))}
        />
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField
            label="Processes"
            value={settings.split}
            options={splits}
            onChange={(split) => change({ split })}
          />
          <ChoiceField
            label="Cheapest by"
            value={settings.objective}
            options={objectives}
            onChange={(objective) => change({ objective })}
          />
        </div>
      </fieldset>
      <details className="border-t pt-3" open={hasLimits || undefined}>
        <summary className="min-h-9 py-2 font-semibold">
          Limits <span className="font-normal text-muted">{hasLimits ? "set by you" : "none set"}</span>
        </summary>
        <div className="mt-1 grid gap-3">
          <SettingField
            field="latency"
            inUse={inUse}
            label="Mean latency at most, ms (empty: no limit)"
            help="Mean time of an op in its process: agents divided by throughput, Little's law."
            inputMode="decimal"
          />
          <SettingField
            field="efficiency"
            inUse={inUse}
            label="Efficiency at least, % (empty: no limit)"
            help="Throughput divided by agents times the throughput of one."
            inputMode="decimal"
          />
          <SettingField
            field="memory"
            inUse={inUse}
            label="Memory budget of all, MB (empty: no limit)"
            inputMode="decimal"
          />
          <SettingField
            field="perProcess"
            inUse={inUse}
            label="Agents per process at most (empty: up to the last row)"
            inputMode="numeric"
          />
          <Slider field="processes" inUse={inUse} />
        </div>
      </details>
      <details className="border-t pt-3">
        <summary className="min-h-9 py-2 font-semibold">A process needs</summary>
        <div className="mt-1 grid gap-3">
          <Slider field="vcpu" inUse={inUse} />
          <ChoiceField
            label="Reading of “20% additional for the cache”"
            value={settings.reading}
            options={readings}
            onChange={(reading) => change({ reading })}
          />
          {CONSTANT_NAMES.map((name) => (
            <Slider key={name} field={name} inUse={inUse} />
          ))}
        </div>
      </details>
      <div>
        <Button onClick={reset}>Start over</Button>
      </div>
    </form>
  );
}
