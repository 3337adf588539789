// Reads the flags of a command, and says what is wrong with one in words of flags: which it is, and the nearest that there is.
import { nearestOf } from "../../src/fields/nearest.ts";

/** `value`: given once. `values`: may be repeated. `switch`: takes no value. */
type FlagKind = "value" | "values" | "switch";
export type FlagKinds = Readonly<Record<string, FlagKind>>;

interface Flags<Name extends string> {
  /** The value of a flag; null where it is not given. */
  one(name: Name): string | null;
  /** Whether a flag is given. */
  has(name: Name): boolean;
  /** Every value of a flag; none where it is not given. */
  all(name: Name): readonly string[];
  /** What is no flag, in its order. */
  readonly positionals: readonly string[];
}

export type ReadFlags<Name extends string> =
  | { readonly state: "read"; readonly flags: Flags<Name> }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

/** "Did you mean --agents?", or every flag there is. */
export function unknownFlag(name: string, known: readonly string[], command: string): string {
  const nearest = nearestOf(name, known);
  const wayOut =
    nearest === null ? `It takes: ${known.map((one) => `--${one}`).join(" ")}.` : `Did you mean --${nearest}?`;
  return `--${name} is no flag of ${command}. ${wayOut}`;
}

interface Token {
  readonly name: string;
  /** What follows an equals sign; null without one. */
  readonly inline: string | null;
}

/** "--agents", "--agents=5"; null for what is no flag. */
function tokenOf(arg: string): Token | null {
  const [, name, , inline] = /^--([a-z][a-z-]*)(=(.*))?$/s.exec(arg) ?? [];
  return name === undefined ? null : { name, inline: inline ?? null };
}

/**
 * "--agents 1,5", "--agents=1,5", and names of files where the command takes them.
 * @param kinds every flag of the command but `--help`, which each has
 * @param command as it is called, such as "npm run bench"
 */
export function readFlags<Kinds extends FlagKinds>(
  args: readonly string[],
  kinds: Kinds,
  { command, takesFiles = false }: { readonly command: string; readonly takesFiles?: boolean },
): ReadFlags<keyof Kinds & string> {
  const refused = (message: string) => ({ state: "refused", message }) as const;
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  const known = [...Object.keys(kinds), "help"];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    const token = tokenOf(arg);
    if (arg === "-h" || token?.name === "help") return { state: "help" };
    if (token === null) {
      if (!takesFiles || arg.startsWith("-")) return refused(`"${arg}" is no flag of ${command}. Flags begin with --.`);
      positionals.push(arg);
      continue;
    }
    const { name, inline } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) return refused(unknownFlag(name, known, command));
    if (kind === "switch") {
      if (inline !== null) return refused(`--${name} takes no value.`);
      given.set(name, []);
      continue;
    }
    const value = inline ?? args[(at += 1)];
    if (value === undefined || (inline === null && value.startsWith("--"))) return refused(`--${name} needs a value.`);
    const values = given.get(name) ?? [];
    if (kind === "value" && values.length > 0) return refused(`--${name} is given twice.`);
    given.set(name, [...values, value]);
  }
  return {
    state: "read",
    flags: {
      one: (name) => given.get(name)?.[0] ?? null,
      has: (name) => given.has(name),
      all: (name) => given.get(name) ?? [],
      positionals,
    },
  };
}
