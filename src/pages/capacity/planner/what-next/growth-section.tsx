// Growth: how the demand grows, what to order by when, and from when on nothing is enough.
import { FileUp } from "lucide-react";
import { memo } from "react";
import { dateOf } from "../../../../capacity/asked/calendar.ts";
import { forecastToText } from "../../../../capacity/asked/demand-forecast.ts";
import type { GrowthPlan } from "../../../../capacity/answer/growth.ts";
import type { PlanAnswer } from "../../../../capacity/answer/plan-answer.ts";
import type { Plan, PlanRequest } from "../../../../capacity/plan/plan.ts";
import { lazyPart } from "../../../../ui/lazy-part.tsx";
import { ChartFrame } from "../../../../ui/charts/chart-frame.tsx";
import { FilePicker } from "../../../../ui/file-picker.tsx";
import { ChoiceField } from "../../../../ui/field.tsx";
import { formatCounted } from "../../../../words/format.ts";
import { formatMegabytes } from "../../../../words/format-memory.ts";
import { carriedText, growthSentence, orderText, outOfReachSentence } from "../../planning/growth-text.ts";
import { machinesInWords } from "../../planning/machine-words.ts";
import { SettingField } from "../../planning/setting-field.tsx";
import type { PlannerInUse } from "../../planning/use-planner.ts";
import { FoldedSection } from "../../planning/folded-section.tsx";
import { TableFrame } from "../../../../ui/table-frame.tsx";

const GrowthChart = lazyPart("The chart", () => import("./growth-chart.tsx").then((module) => module.GrowthChart));

const kinds = [
  { value: "none", label: "not planned" },
  { value: "linear", label: "by an amount each month" },
  { value: "compound", label: "by a percentage each month" },
  { value: "series", label: "as a CSV of dates says" },
] as const;

function kindLabel(growth: (typeof kinds)[number]["value"]): string {
  return kinds.find(({ value }) => value === growth)?.label ?? "";
}

const orderColumns = [
  { label: "Order by" },
  { label: "Needed on" },
  { label: "Order" },
  { label: "The plan then" },
  { label: "Memory, MB", align: "right" },
] as const;

export interface GrowthSectionProps {
  readonly inUse: PlannerInUse;
  /** The last answer; null before the first. */
  readonly answer: PlanAnswer | null;
  /** Whether a newer answer is being worked out. */
  readonly isStale: boolean;
  readonly today: number;
}

function unitOf({ demand }: PlanRequest): string {
  return demand.kind === "throughput" ? "op/s" : "agents";
}

export function GrowthSection({ inUse, answer, isStale, today }: GrowthSectionProps) {
  const { settings, change } = inUse;
  const unit = settings.demand === "agents" ? "agents" : "op/s";

  async function open(file: File): Promise<string | null> {
    const { forecastFromCsv } = await import("../../../../results/demand-csv.ts");
    const read = forecastFromCsv(await file.text());
    if (read.state === "refused") return `${file.name}: ${read.message}`;
    change({ growth: "series", forecast: forecastToText(read.value) });
    return read.notes.length === 0 ? null : `${file.name}, left out: ${read.notes.join(" ")}`;
  }

  return (
    <FoldedSection
      id="growth"
      title="Growth"
      brief={settings.growth === "none" ? "what to order by when" : kindLabel(settings.growth)}
      isOpen={settings.growth !== "none"}
      className={settings.growth === "none" ? "print:hidden" : ""}
    >
      <div className="grid gap-3 sm:grid-cols-3 print:hidden">
        <ChoiceField
          label="The demand grows"
          value={settings.growth}
          options={kinds}
          onChange={(kind) => change({ growth: kind })}
        />
        {settings.growth === "linear" || settings.growth === "compound" ? (
          <SettingField
            field="perMonth"
            inUse={inUse}
            label={settings.growth === "linear" ? `More each month, ${unit}` : "More each month, %"}
            inputMode="decimal"
          />
        ) : null}
        {settings.growth === "series" ? (
          <div className="self-end">
            <FilePicker
              label="CSV of demand over time"
              accept=".csv,.txt,text/csv"
              bytesMost={100_000}
              tooLarge="240 dates take less than 100 kB"
              onFile={open}
            >
              <FileUp aria-hidden size={14} /> Open CSV …
            </FilePicker>
            <span className="text-xs text-muted">
              {settings.forecast.length === 0
                ? "columns date and demand, or a time and one series"
                : formatCounted(settings.forecast.length, "date")}
            </span>
          </div>
        ) : null}
        {settings.growth === "none" ? null : (
          <>
            <SettingField field="from" inUse={inUse} label={`First day (empty: today, ${dateOf(today)})`} />
            <SettingField field="months" inUse={inUse} label="Months ahead" inputMode="numeric" />
            <SettingField field="lead" inUse={inUse} label="Lead time, days from order to use" inputMode="numeric" />
          </>
        )}
      </div>
      {settings.growth === "none" ? (
        <p className="mt-2 text-muted">Choose how the demand grows to see what to order by when.</p>
      ) : answer === null || answer.growth === null ? (
        <p className="mt-2 text-muted">
          {settings.growth === "series" && settings.forecast.length === 0
            ? 'Open a CSV with the first line "date,demand" and others such as 2027-01-01,600.'
            : "Working it out …"}
        </p>
      ) : (
        <GrowthResult
          growth={answer.growth}
          request={answer.request}
          plan={answer.outcome.state === "planned" ? answer.outcome.plan : null}
          isStale={isStale}
        />
      )}
    </FoldedSection>
  );
}

const GrowthResult = memo(function GrowthResult({
  growth,
  request,
  plan,
  isStale,
}: {
  readonly growth: GrowthPlan;
  readonly request: PlanRequest;
  /** The plan of the answer; null where there is none. */
  readonly plan: Plan | null;
  readonly isStale: boolean;
}) {
  const unit = unitOf(request);
  const sentence = growthSentence(growth, plan);
  const outOfReach = outOfReachSentence(growth, request);
  return (
    <div aria-busy={isStale} className={`mt-3 grid gap-3 ${isStale ? "opacity-60" : ""}`}>
      {sentence === null ? null : <p className="max-w-prose font-semibold">{sentence}</p>}
      {outOfReach === null ? null : <p className="max-w-prose">▲ {outOfReach}</p>}
      <ChartFrame
        title="Demand and what the plan carries"
        unit={unit}
        fileName="headroom-growth"
        notes={["Demand as entered.", carriedText(request)]}
        footer={<p className="mt-2 text-xs text-muted">{carriedText(request)}</p>}
      >
        <GrowthChart part={{ growth, request }} fallback={<p className="text-muted">Loading the chart …</p>} />
      </ChartFrame>
      {growth.orders.length === 0 ? null : (
        <TableFrame
          label="What to order by when"
          caption="What to order by when"
          columns={orderColumns}
          testId="orders"
        >
          <tbody>
            {growth.orders.map((order) => (
              <tr key={order.neededDay} className="border-b last:border-b-0">
                <th scope="row" className="px-3 py-1.5 font-normal whitespace-nowrap">
                  {dateOf(order.orderDay)}
                  {order.isLate ? <span className="text-bad"> ■ already past</span> : null}
                </th>
                <td className="px-3 py-1.5 whitespace-nowrap">{dateOf(order.neededDay)}</td>
                <td className="px-3 py-1.5">{orderText(order)}</td>
                <td className="px-3 py-1.5">
                  {formatCounted(order.processes, "process", "processes")}, {formatCounted(order.agents, "agent")}
                  {order.machines === null
                    ? ""
                    : ` on ${machinesInWords(order.machines.count, order.machines.machine)}`}
                </td>
                <td className="px-3 py-1.5 text-right">{formatMegabytes(order.memoryMB)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </div>
  );
});
