// What one can do with a result: copy its link, save it, export its table.
import { useNavigate } from "@tanstack/react-router";
import { Download, GitCompareArrows, ImageDown, Network, QrCode, Sheet, TrendingUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { keptSource } from "../../../comparison/compare-address.ts";
import type { Result } from "../../../results/format/result.ts";
import { ActionMenu, type MenuAction } from "../../../ui/action-menu.tsx";
import { Button } from "../../../ui/button.tsx";
import { CopyLinkButton, CopyLinkNotice, type MadeLink, useLinkCopying } from "../../../ui/copy-link.tsx";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { download, savedText } from "../../../ui/download.tsx";
import type { ResultSource } from "../../../results/provenance.ts";
import { useStillHere } from "../../../ui/use-still-here.ts";
import { saveResult } from "./save-result.ts";
import { useIsNarrow } from "./use-is-narrow.ts";

export interface ResultActionsProps {
  readonly result: Result;
  /** Whose measurement it is, for the plan that is made from it. */
  readonly source: ResultSource;
  /** Whether it is in the library, from which comparisons are made. */
  readonly isKept: boolean;
  /** Whether a deployment may be planned from it: of a useless run nothing is. */
  readonly canPlan: boolean;
  /** Whether it measured something else that calculator or planner take, such as what an agent takes of memory. */
  readonly hasPlanInput: boolean;
  /** What else one can do with it, after these. */
  readonly children?: ReactNode;
}

async function linkOf(result: Result): Promise<MadeLink> {
  const { linkPayload } = await import("../../../results/link/result-link.ts");
  const payload = await linkPayload(result);
  if (payload === null) {
    return {
      state: "refused",
      message: "This result has too many trials for a link. Download it and send the file instead.",
    };
  }
  const { modelSuffix } = await import("../../../session/models/carried-model.ts");
  return { state: "made", hash: `/r/${payload}${await modelSuffix(result.settings)}` };
}

const QrDialog = lazyPart("The QR code", () =>
  import("../../../ui/qr/qr-dialog.tsx").then((module) => module.QrDialog),
);

const tables = () => import("./result-files.ts");
const cards = () => import("./save-card.ts");
const inputs = () => import("../../../results/plan-with.ts");
const plans = () => import("../../../results/plan-link.ts");
const notFetched = "A part of Headroom that this needs could not be fetched. Check the connection and try again.";

export function ResultActions(props: ResultActionsProps) {
  const { result, source, isKept, canPlan, hasPlanInput, children } = props;
  const navigate = useNavigate();
  const stillHere = useStillHere();
  // On a phone most of them are in the menu, so that the charts come sooner.
  const isNarrow = useIsNarrow();
  const [isCodeShown, setIsCodeShown] = useState(false);
  const copying = useLinkCopying(
    () => linkOf(result),
    (link) => `Link copied: ${link.length} characters hold the whole result.`,
  );

  function saveAs(what: string, kind: "csv" | "md" | "png" | "svg", content: Blob): void {
    const name = `headroom-${result.id}.${kind}`;
    download(name, content);
    copying.tell(savedText(what, name));
  }

  async function saveTable(kind: "csv" | "md"): Promise<void> {
    const loaded = await tables().catch(() => null);
    if (loaded === null) copying.refuse(notFetched);
    else saveAs("Table", kind, loaded.resultTableFile(result, kind));
  }

  async function saveCard(kind: "png" | "svg"): Promise<void> {
    const loaded = await cards().catch(() => null);
    if (loaded === null) {
      copying.refuse(notFetched);
      return;
    }
    try {
      saveAs("Card", kind, await loaded.cardOf(result, source, kind));
    } catch (error) {
      copying.refuse(error instanceof Error ? error.message : "The card could not be made.");
    }
  }

  async function plan(): Promise<void> {
    const isHere = stillHere();
    const loaded = await plans().catch(() => null);
    if (loaded === null) {
      copying.refuse(notFetched);
      return;
    }
    const search = loaded.planParameters(result, source);
    if (search === null) {
      copying.refuse("This result has no row to plan from, or more trials than a plan's address carries.");
      return;
    }
    if (isHere()) await navigate({ to: "/capacity/plan", search });
  }

  async function planWith(): Promise<void> {
    const isHere = stillHere();
    const loaded = await inputs().catch(() => null);
    if (loaded === null) {
      copying.refuse(notFetched);
      return;
    }
    const address = loaded.planWith(result);
    if (address === null) {
      copying.refuse(
        "This result cannot tell what a plan would need: its figures are not certain enough. Measure more, or more often.",
      );
    } else if (isHere()) await navigate({ to: address.to, search: address.search });
  }

  const icon = { "aria-hidden": true, size: 16 } as const;
  const share: MenuAction = {
    label: "Share card",
    icon: <ImageDown {...icon} />,
    onChoose: () => void saveCard("png"),
  };
  const ways: readonly MenuAction[] = [
    ...(isKept
      ? [
          {
            label: "Compare",
            icon: <GitCompareArrows {...icon} />,
            onChoose: () => void navigate({ to: "/results", search: { compare: keptSource(result.id) } }),
          },
        ]
      : []),
    ...(canPlan ? [{ label: "Plan from this", icon: <Network {...icon} />, onChoose: () => void plan() }] : []),
    ...(hasPlanInput
      ? [{ label: "Plan with this", icon: <Network {...icon} />, onChoose: () => void planWith() }]
      : []),
    {
      label: "Download",
      icon: <Download {...icon} />,
      onChoose: () => copying.tell(savedText("Result", saveResult(result))),
    },
  ];
  const trend: readonly MenuAction[] = isKept
    ? [
        {
          label: "Trend",
          icon: <TrendingUp {...icon} />,
          onChoose: () => void navigate({ to: "/results/$id/trend", params: { id: result.id } }),
        },
      ]
    : [];
  const further: readonly MenuAction[] = [
    ...(isNarrow ? ways : []),
    ...trend,
    { label: "QR code", icon: <QrCode {...icon} />, onChoose: () => setIsCodeShown(true) },
    { label: "Card as SVG", icon: <ImageDown {...icon} />, onChoose: () => void saveCard("svg") },
    { label: "Table as CSV", icon: <Sheet {...icon} />, onChoose: () => void saveTable("csv") },
    { label: "Table as Markdown", icon: <Sheet {...icon} />, onChoose: () => void saveTable("md") },
  ];

  return (
    <div className="print:hidden">
      <div className="flex flex-wrap gap-2">
        <CopyLinkButton copying={copying} />
        {[share, ...(isNarrow ? [] : ways)].map(({ label, icon: picture, onChoose }) => (
          <Button key={label} onClick={onChoose}>
            {picture} {label}
          </Button>
        ))}
        <ActionMenu label="More" actions={further} />
        {children}
      </div>
      <CopyLinkNotice copying={copying} label="Link to this result" />
      {isCodeShown ? (
        <QrDialog
          part={{
            what: "this result",
            id: result.id,
            make: () => linkOf(result),
            onClose: () => setIsCodeShown(false),
          }}
          fallback={null}
        />
      ) : null}
    </div>
  );
}
