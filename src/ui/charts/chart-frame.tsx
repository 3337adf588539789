// The frame around a chart: its title, its unit, and buttons that save it as a picture.
import { ImageDown } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "../button.tsx";
import { download, SavedNote, savedText } from "../download.tsx";
import { chartPicture, pngOf } from "./chart-image.ts";

export interface ChartFrameProps {
  readonly title: string;
  readonly unit: string;
  /** Name of a saved picture, without its ending. */
  readonly fileName: string;
  /** Paragraphs under the saved picture, such as where the figures come from. */
  readonly notes: readonly string[];
  /** Between the title and the drawing. */
  readonly legend?: ReactNode;
  /** Under the drawing. */
  readonly footer?: ReactNode;
  /** Whether the drawing has a height of its own, such as where it is several below each other on a phone. */
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

export function ChartFrame({
  title,
  unit,
  fileName,
  notes,
  legend,
  footer,
  isTall = false,
  children,
}: ChartFrameProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  async function save(kind: "svg" | "png"): Promise<void> {
    const picture =
      drawing.current === null ? null : chartPicture(drawing.current, unit === "" ? title : `${title}, ${unit}`, notes);
    setSaved(null);
    if (picture === null) return setProblem("The chart is not drawn yet.");
    try {
      const content = kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await pngOf(picture);
      const name = `${fileName}.${kind}`;
      download(name, content);
      setProblem(null);
      setSaved(savedText("Picture", name));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The picture could not be made.");
    }
  }

  return (
    <figure className="flex min-w-0 flex-col rounded border bg-panel p-3">
      <div className="mb-2 flex items-center justify-between gap-2">
        <figcaption className="font-semibold">
          {title} <span className="font-normal text-muted">{unit}</span>
        </figcaption>
        <div className="flex items-center text-xs text-muted print:hidden">
          <ImageDown aria-hidden size={14} className="mr-1" />
          {(["svg", "png"] as const).map((kind) => (
            <Button
              key={kind}
              tone="quiet"
              className="min-h-8 px-2 text-xs"
              aria-label={`Save ${title} as ${kind.toUpperCase()}`}
              onClick={() => void save(kind)}
            >
              {kind.toUpperCase()}
            </Button>
          ))}
        </div>
      </div>
      {legend}
      {/* Where a grid makes frames beside each other as tall as the tallest, their drawings stand on one line. */}
      <div
        ref={drawing}
        className={`relative mt-auto ${isTall ? "" : "h-[280px]"}`}
        role="img"
        aria-label={`${title}: a chart of the figures in the tables of this page.`}
      >
        {children}
      </div>
      {footer}
      <SavedNote text={saved} />
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-xs text-bad">
          {problem}
        </p>
      )}
    </figure>
  );
}
