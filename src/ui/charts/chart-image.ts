// Turns a chart on the page into a picture file, with its title and its provenance in the picture.
import { wrapText } from "../../words/wrap-text.ts";

const TITLE_HEIGHT = 28;
const LINE_HEIGHT = 16;
const PADDING = 16;
const NOTE_SIZE = 12;
const FONT = "system-ui, sans-serif";
const copiedStyles = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "font-size",
  "font-family",
  "text-anchor",
  "opacity",
] as const;

const namespace = "http://www.w3.org/2000/svg";

function textAt(text: string, y: number, size: number, colour: string): SVGTextElement {
  const element = document.createElementNS(namespace, "text");
  element.textContent = text;
  for (const [name, value] of Object.entries({ x: PADDING, y, "font-size": size, fill: colour })) {
    element.setAttribute(name, String(value));
  }
  element.setAttribute("font-family", FONT);
  return element;
}

/** A function that gives the width of a note on one line, px. Without a canvas it estimates from the length. */
function noteWidth(): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * NOTE_SIZE * 0.6;
  context.font = `${NOTE_SIZE}px ${FONT}`;
  return (text) => context.measureText(text).width;
}

/** Copies computed styles into the picture, since a file has no access to the page's style sheets and colour tokens. */
function inlineStyles(source: Element, copy: Element): void {
  const style = getComputedStyle(source);
  for (const name of copiedStyles) {
    const value = style.getPropertyValue(name);
    if (value !== "") copy.setAttribute(name, value);
  }
  for (const [index, child] of [...source.children].entries()) {
    const copied = copy.children[index];
    if (copied !== undefined) inlineStyles(child, copied);
  }
}

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * @param chart an element that contains the chart as SVG
 * @param notes paragraphs under the chart, such as what each series is and where it comes from; each begins on a new line
 * @returns the picture as SVG text, with sizes in px; null where no chart is drawn
 */
export function chartPicture(chart: Element, title: string, notes: readonly string[]): ChartPicture | null {
  const drawn = chart.querySelector("svg.recharts-surface");
  if (drawn === null) return null;
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGElement)) return null;
  inlineStyles(drawn, copy);
  copy.setAttribute("x", String(PADDING));
  copy.setAttribute("y", String(PADDING + TITLE_HEIGHT));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));

  const widthOf = noteWidth();
  const lines = notes.flatMap((note) => wrapText(note, width, widthOf));
  const full = { width: width + 2 * PADDING, height: height + TITLE_HEIGHT + lines.length * LINE_HEIGHT + 2 * PADDING };
  const page = getComputedStyle(document.documentElement);
  const frame = document.createElementNS(namespace, "svg");
  frame.setAttribute("xmlns", namespace);
  frame.setAttribute("viewBox", `0 0 ${full.width} ${full.height}`);
  frame.setAttribute("width", String(full.width));
  frame.setAttribute("height", String(full.height));
  const background = document.createElementNS(namespace, "rect");
  background.setAttribute("width", "100%");
  background.setAttribute("height", "100%");
  background.setAttribute("fill", page.backgroundColor);
  frame.append(background, textAt(title, PADDING + 16, 16, page.color), copy);
  for (const [index, line] of lines.entries()) {
    const y = PADDING + TITLE_HEIGHT + height + (index + 0.8) * LINE_HEIGHT;
    frame.append(textAt(line, y, NOTE_SIZE, page.color));
  }
  return { svg: new XMLSerializer().serializeToString(frame), ...full };
}

/** The picture as PNG at twice its size, for sharp screens. Rejects when the browser cannot draw or encode it. */
export async function pngOf(picture: ChartPicture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(picture.width * 2);
    canvas.height = Math.ceil(picture.height * 2);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("This browser cannot draw the picture.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error("This browser cannot encode the picture as PNG."));
        else resolve(blob);
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
