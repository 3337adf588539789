// YAML with places: every scalar as the text that stands in the file, and the line and column of each of its characters.
//
// Prometheus reads YAML 1.1 into texts: `yes`, `012` and `1_000` stay as they are written. So all scalars are texts here, and only a plain
// null is empty.
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, Scalar } from "yaml";
import type { Fault, Hint, Position } from "../fault.ts";
import { openYaml } from "./open-yaml.ts";
import { offsetInSource } from "./scalar-offset.ts";

const CHARS_MOST = 5_000_000;
const FAULTS_MOST = 200;
const MERGES_MOST = 10;

/** A scalar's text, and where its characters stand. */
export interface YamlText {
  readonly text: string;
  at(offset: number): Position;
}

/** A key of a mapping, with its value; null where there is none. */
export interface YamlField {
  readonly key: Position;
  readonly value: Node | null;
}

export class YamlSource {
  readonly #text: string;
  readonly #document: Document.Parsed | undefined;
  readonly #place: (offset: number) => Position = () => ({ line: 1, column: 1 });
  readonly #faults: Fault[] = [];
  #untold = 0;
  readonly hints: Hint[] = [];
  readonly root: Node | null;

  /** Reads the first document of a text. What is no YAML is a fault, and then there is no root. */
  constructor(text: string) {
    this.root = null;
    this.#text = text;
    if (text.length > CHARS_MOST) {
      const most = `${CHARS_MOST / 1e6} million`;
      this.fault({ line: 1, column: 1 }, `The file has more than ${most} characters. Split it.`, "beyond");
      return;
    }
    const { documents, source, place } = openYaml(text);
    this.#text = source;
    this.#place = place;
    const [document, second] = documents;
    this.#document = document;
    if (document === undefined) return;
    // What the parser finds behind the first error mostly follows from it.
    const [error] = document.errors;
    if (error !== undefined) {
      this.fault(this.position(error.pos[0]), `This is no YAML: ${error.message.replace(/\.$/, "")}.`);
      return;
    }
    if (second !== undefined) {
      const message = "Only the first YAML document is read, here and by Prometheus. Move these groups into the first.";
      this.hints.push({ ...this.position(second.range?.[0] ?? 0), message });
    }
    this.root = document.contents;
  }

  /** At most 200, and then how many more there are. */
  get faults(): readonly Fault[] {
    const last = this.#faults.at(-1);
    if (this.#untold === 0 || last === undefined) return this.#faults;
    return [...this.#faults, { ...last, message: `${this.#untold} more faults follow. Mend the first ones.` }];
  }

  get faultCount(): number {
    return this.#faults.length + this.#untold;
  }

  fault(at: Position, message: string, reach: Fault["reach"] = "invalid"): void {
    if (this.#faults.length < FAULTS_MOST) this.#faults.push({ ...at, message, reach });
    else this.#untold += 1;
  }

  position(offset: number): Position {
    return this.#place(offset);
  }

  /** Where a node begins. */
  start(node: Node | null): Position {
    return this.position(node?.range?.[0] ?? 0);
  }

  /** The node itself, or what an alias stands for. */
  #resolved(node: Node | null): Node | null {
    if (!isAlias(node)) return node;
    return (this.#document === undefined ? undefined : node.resolve(this.#document)) ?? null;
  }

  /** Whether nothing is there: no node, or a plain null. */
  isNull(node: Node | null): boolean {
    const resolved = this.#resolved(node);
    if (resolved === null) return true;
    return isScalar(resolved) && resolved.type === Scalar.PLAIN && /^(~|null|Null|NULL|)$/.test(String(resolved.value));
  }

  /** The text of a scalar, empty for a null; null with a fault where the node is none. */
  text(node: Node | null, what: string): YamlText | null {
    if (this.isNull(node)) return { text: "", at: () => this.start(node) };
    const resolved = this.#resolved(node);
    if (!isScalar(resolved)) {
      this.fault(this.start(node), `${what} must be a text, not a list or a mapping.`);
      return null;
    }
    const text = String(resolved.value);
    return { text, at: (offset) => this.position(offsetInSource(this.#text, resolved, offset)) };
  }

  /** The items of a list, none for a null; none with a fault where the node is no list. */
  items(node: Node | null, what: string): readonly (Node | null)[] {
    if (this.isNull(node)) return [];
    const resolved = this.#resolved(node);
    if (isSeq<Node | null>(resolved)) return resolved.items;
    this.fault(this.start(node), `${what} must be a list.`);
    return [];
  }

  /**
   * The fields of a mapping by name, none for a null; null with a fault where the node is no mapping. A field that stands there twice is a
   * fault. Merge keys (<<) are followed; what the mapping itself says wins.
   */
  fields(node: Node | null, what: string, depth = 0): ReadonlyMap<string, YamlField> | null {
    if (this.isNull(node)) return new Map();
    const resolved = this.#resolved(node);
    if (!isMap<Node, Node | null>(resolved)) {
      this.fault(this.start(node), `${what} must be a mapping of names to values.`);
      return null;
    }
    const fields = new Map<string, YamlField>();
    const merged: (Node | null)[] = [];
    for (const { key, value } of resolved.items) {
      const name = this.text(key, `A name in ${what}`);
      if (name === null) continue;
      if (name.text === "<<") {
        const from = this.#resolved(value);
        merged.push(...(isSeq<Node | null>(from) ? from.items : [value]));
      } else if (fields.has(name.text)) {
        this.fault(this.start(key), `${what} has ${JSON.stringify(name.text)} twice. Keep one.`);
      } else fields.set(name.text, { key: this.start(key), value });
    }
    if (merged.length > 0 && depth >= MERGES_MOST) {
      this.fault(this.start(node), `${what} merges mappings more than ${MERGES_MOST} levels deep.`, "beyond");
      return fields;
    }
    for (const from of merged.slice(0, MERGES_MOST)) {
      for (const [name, field] of this.fields(from, what, depth + 1) ?? [])
        if (!fields.has(name)) fields.set(name, field);
    }
    return fields;
  }
}
