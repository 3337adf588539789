// The tables of a world: how an episode begins, what is seen in each state, and where each control leads. States are places in the kernel's order.
import type { DescriptorParts } from "./descriptor.ts";
import { chancesOf } from "./kernel-world.ts";
import type { Chances, KernelWorld } from "./kernel-world.ts";
import type { Writer } from "./writer.ts";

/** A row of chances: how many, each cumulative chance, what each leads to. @returns its address */
function placeChances(writer: Writer, { cumulative, leadsTo }: Chances): number {
  const count = leadsTo.length;
  return writer.fields(8 + 12 * count, (fields) => {
    fields.word(count);
    fields.word(0);
    for (const chance of cumulative) fields.double(chance);
    for (const to of leadsTo) fields.word(to);
  });
}

/** What each state shows of each modality: its number of outcomes, then a row for each state. */
function placeSights({ model, classes }: DescriptorParts, writer: Writer): number {
  const words = model.likelihoods.flatMap(({ outcomes, columnStart, outcome, value }) => {
    const rows = classes.members.map((state) => {
      const entries: (readonly [number, number])[] = [];
      for (let i = columnStart[state] ?? 0; i < (columnStart[state + 1] ?? 0); i += 1) {
        entries.push([outcome[i] ?? 0, value[i] ?? 0]);
      }
      return placeChances(writer, chancesOf(entries));
    });
    const byPlace = classes.order.map((_, place) => rows[classes.ends.findIndex((end) => place < end)] ?? 0);
    return [outcomes, ...byPlace];
  });
  return writer.words(words);
}

function placeMoves({ model, classes }: DescriptorParts, world: KernelWorld, writer: Writer): number {
  const rows = classes.order.flatMap((state) =>
    Array.from({ length: model.jointControls }, (_, control) => {
      const { cumulative, leadsTo } = world.moves(state, control);
      return placeChances(writer, { cumulative, leadsTo: leadsTo.map((to) => classes.place[to] ?? 0) });
    }),
  );
  return writer.words([world.everyMoveDraws ? 1 : 0, ...rows]);
}

/** Where cells are placed; or the chances of D, and then D itself as the prior, at a multiple of 8. */
function placeStart({ model, classes, format }: DescriptorParts, world: KernelWorld, writer: Writer): number {
  const { initialPrior } = model;
  if (world.start === "cell") return writer.words(classes.place);
  const { cumulative, leadsTo } = chancesOf(initialPrior.entries());
  const count = leadsTo.length;
  const prior = 8 + 8 * count + 8 * Math.ceil(count / 2);
  return writer.fields(prior + format.bytes * initialPrior.length, (fields) => {
    fields.word(count);
    fields.word(0);
    for (const chance of cumulative) fields.double(chance);
    for (const state of leadsTo) fields.word(classes.place[state] ?? 0);
    for (const [place, state] of classes.order.entries()) {
      fields.numberAt(prior + format.bytes * place, initialPrior[state] ?? 0);
    }
  });
}

/** Places all tables of a world. */
export function worldTables(
  parts: DescriptorParts,
  world: KernelWorld,
  writer: Writer,
): { readonly start: number; readonly sights: number; readonly moves: number } {
  return {
    start: placeStart(parts, world, writer),
    sights: placeSights(parts, writer),
    moves: placeMoves(parts, world, writer),
  };
}
