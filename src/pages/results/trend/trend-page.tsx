// The trend of one configuration: its kept sessions in the order of time, their noise, and where the level changed.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Award } from "lucide-react";
import { useMemo, useState } from "react";
import { figureTrend, trendChoices, type TrendSession } from "../../../comparison/trend/sessions.ts";
import { trendBadge } from "../../../comparison/trend/badge.ts";
import { trendSentence } from "../../../comparison/trend/trend-words.ts";
import { TREND_SESSIONS_LEAST } from "../../../regression/trend.ts";
import { Button } from "../../../ui/button.tsx";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { ChartFrame } from "../../../ui/charts/chart-frame.tsx";
import { download, SavedNote, savedText } from "../../../ui/download.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { useModelNames } from "../../../session/sources/model-names.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { formatCount } from "../../../words/format.ts";
import { readSessions } from "./read-sessions.ts";
import { TrendTable } from "./trend-table.tsx";
import { CutName } from "../../../ui/cut-name.tsx";

const TrendChart = lazyPart("The chart", () => import("./trend-chart.tsx").then((module) => module.TrendChart));

export function TrendPage() {
  const { id } = useParams({ from: "/results/$id/trend" });
  const { data, error, refetch } = useQuery({
    queryKey: ["trend", id],
    queryFn: () => readSessions(id),
    staleTime: 0,
    retry: false,
  });
  const named = useModelNames();
  usePageTitle(data?.state === "read" ? `Trend of ${data.name}` : "Trend");
  if (data?.state === "read") {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <div className="min-w-0">
            <h1 className="break-words">
              How did <CutName name={named(data.name)} most={80} /> change over time?
            </h1>
            <p className="text-muted">
              {named(data.description)}
              {data.leftOut === 0 ? "" : ` · ${formatCount(data.leftOut)} earlier sessions are left out`}
            </p>
          </div>
          <Link to="/results/$id" params={{ id }} className="print:hidden">
            Back to the result
          </Link>
        </div>
        <Trend id={id} sessions={data.sessions} />
      </div>
    );
  }
  const message = data?.message ?? error?.message;
  if (message === undefined) return <p className="py-12 text-muted">Reading the sessions …</p>;
  return (
    <div role="alert" className="py-12">
      <h1>This trend cannot be shown</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <WaysOn>
        <Button onClick={() => void refetch()}>Try again</Button>
      </WaysOn>
    </div>
  );
}

function Trend({ id, sessions }: { readonly id: string; readonly sessions: readonly TrendSession[] }) {
  const choices = useMemo(() => trendChoices(sessions), [sessions]);
  const [key, setKey] = useState("");
  const [saved, setSaved] = useState<string | null>(null);
  const choice = choices.find((one) => one.key === key) ?? choices[0];
  const trend = useMemo(() => (choice === undefined ? null : figureTrend(sessions, choice)), [sessions, choice]);
  if (choice === undefined || trend === null) {
    return (
      <p role="status" className="max-w-prose">
        A trend needs {TREND_SESSIONS_LEAST} sessions of one configuration on one machine, and{" "}
        {sessions.length === 1 ? "this is the only one" : `${formatCount(sessions.length)} are kept here`}. Run it again
        with the same settings, today or on another day.
      </p>
    );
  }
  const sentence = trendSentence(trend);
  return (
    <>
      <p data-testid="trend" className="max-w-prose break-words">
        {sentence}
      </p>
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        <ChoiceField
          label="Figure"
          value={choice.key}
          options={choices.map((one) => ({ value: one.key, label: one.label }))}
          onChange={setKey}
        />
        <Button
          onClick={() => {
            const name = `headroom-trend-${id}.svg`;
            download(name, new Blob([trendBadge(trend)], { type: "image/svg+xml" }));
            setSaved(savedText("Badge", name));
          }}
        >
          <Award aria-hidden size={16} /> Badge as SVG
        </Button>
      </div>
      <SavedNote text={saved} />
      <ChartFrame
        title={choice.label}
        unit={choice.metric.unit ?? ""}
        fileName={`headroom-trend-${id}`}
        notes={[sentence]}
        footer={
          <p className="text-xs text-muted">
            Band: how far sessions lie from their level while nothing changes. Dashed: the level changed. The axis does
            not begin at 0.
          </p>
        }
      >
        <TrendChart part={{ trend }} fallback={<p className="text-muted">Loading the chart …</p>} />
      </ChartFrame>
      <TrendTable trend={trend} />
    </>
  );
}
