// The machine in short, in the top bar. A popover says more, and what is missing without isolation.
import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { InfoPopover } from "../ui/info-popover.tsx";
import { readMachine } from "../session/page/machine.ts";

export function MachineBadge() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const machine = useMemo(() => readMachine(), []);
  const cores = `${machine.hardwareConcurrency} ${machine.hardwareConcurrency === 1 ? "core" : "cores"}`;
  const isolation = machine.isolated ? "isolated" : "not isolated";
  const short = (
    <span>
      <span className="hidden md:inline">{machine.browser} · </span>
      {cores} · {isolation}
    </span>
  );
  return (
    <InfoPopover
      // Another page closes it.
      key={path}
      trigger={short}
      triggerClassName="min-h-9 rounded px-2 text-xs text-muted hover:bg-hover hover:text-ink"
      label="This machine"
      align="end"
    >
      <p className="font-semibold">This machine</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">Browser</dt>
        <dd>{machine.browser}</dd>
        <dt className="text-muted">Platform</dt>
        <dd>{machine.platform}</dd>
        <dt className="text-muted">Cores reported</dt>
        <dd>{machine.hardwareConcurrency}</dd>
        <dt className="text-muted">Isolation</dt>
        <dd>{isolation}</dd>
      </dl>
      <p className="mt-3 text-muted">
        {machine.isolated
          ? "Workers share memory, and the clock is as fine as this browser allows. How many cores really work at once is measured at the start of each run."
          : "Without cross-origin isolation workers cannot share memory: messages are copied, the clock is coarser, waiting is less exact, and the browser cannot measure memory. Everything else works. A host that sends the COOP and COEP headers provides isolation."}
      </p>
    </InfoPopover>
  );
}
