// The model that a setting refers to, found, read and tried; and what becomes of a file that somebody gives.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { readReference, withoutModel } from "../../../workloads/model-reference.ts";
import { understandModel } from "../../../session/model-worker/model-client.ts";
import type { UnderstoodModel } from "../../../session/model-worker/protocol.ts";
import { findModel } from "../../../session/models/find-model.ts";
import { modelNamesChanged } from "../../../session/sources/model-names.ts";
import { keepModel, keptModelNames } from "../../../session/models/kept-models.ts";

export type ShownModel =
  | { readonly state: "reading" }
  | { readonly state: "missing"; readonly message: string }
  | { readonly state: "refused"; readonly problems: readonly string[] }
  | UnderstoodModel;

function keyOf(reference: string): readonly string[] {
  return ["model", withoutModel(reference)];
}

async function understood(reference: string): Promise<ShownModel> {
  const found = await findModel(reference);
  if (found.state !== "found") return found;
  const answer = await understandModel(found.text);
  // A link's own model is here for the results that name its hash.
  if (answer.state !== "understood") return answer;
  await keepModel(answer.hash, answer.text, Date.now());
  return { ...answer, name: answer.name ?? (await keptModelNames()).get(answer.hash) ?? null };
}

interface Refused {
  readonly title: string;
  readonly problems: readonly string[];
}

export interface ModelInUse {
  readonly shown: ShownModel;
  /** While text that was given is read and tried. */
  readonly isTaking: boolean;
  /** What is wrong with the text that was given last, until another model is chosen; nothing of it is used. */
  readonly refused: Refused | null;
  /** Reads text that somebody gives, and uses it where it is a model. @param from the file's name, or where else it came from */
  readonly take: (from: string, text: string) => Promise<void>;
}

/** Why a model is not the one that is missing; null where it is, or none is missing. */
function otherThanAsked(from: string, reference: string, shown: ShownModel | undefined, hash: string): Refused | null {
  const asked = readReference(reference);
  if (shown?.state !== "missing" || asked?.kind !== "own" || asked.hash === hash) return null;
  return {
    title: `${from} is another model than the link asks for; nothing of it is used.`,
    problems: [
      `Its SHA-256 begins with ${hash.slice(0, 12)}, that of the link with ${asked.hash.slice(0, 12)}.`,
      "Ask whoever sent the link for its file. To measure this model instead, choose an example first, and then open the file.",
    ],
  };
}

/** @param isQuiet while something is measured, when nothing may be tried beside it @param onReference takes another model into use */
export function useModel(reference: string, isQuiet: boolean, onReference: (reference: string) => void): ModelInUse {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: keyOf(reference), queryFn: () => understood(reference), enabled: !isQuiet });
  const [isTaking, setIsTaking] = useState(false);
  const [refused, setRefused] = useState<(Refused & { readonly beside: string }) | null>(null);
  const newest = useRef(0);

  async function take(from: string, text: string): Promise<void> {
    newest.current += 1;
    const own = newest.current;
    setRefused(null);
    setIsTaking(true);
    const answer = await understandModel(text);
    if (newest.current !== own) return;
    setIsTaking(false);
    if (answer.state === "refused") {
      const title = `${from} is no model that can be run; nothing of it is used.`;
      setRefused({ title, problems: answer.problems, beside: reference });
      return;
    }
    const other = otherThanAsked(from, reference, data, answer.hash);
    if (other !== null) {
      setRefused({ ...other, beside: reference });
      return;
    }
    await keepModel(answer.hash, answer.text, Date.now(), answer.name);
    modelNamesChanged(queries);
    queries.setQueryData<ShownModel>(keyOf(answer.reference), answer);
    onReference(answer.reference);
  }

  return {
    shown: data ?? { state: "reading" },
    isTaking,
    refused: refused?.beside === reference ? refused : null,
    take,
  };
}
