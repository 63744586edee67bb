import { z } from "zod";
import { PromiseIdSchema } from "../promise-id.ts";
import type { Sentence } from "./sentences.ts";

/** Nobody has looked at the sentence yet. */
export const UNBOUND = "unbound";

/** The promise that a sentence is the published form of; null if it binds nobody. */
const BoundToSchema = z.union([PromiseIdSchema, z.null(), z.literal(UNBOUND)]);

/** What is kept of a published text: which sentences it had and what each means for us, and none of its words. */
export const TextRecordSchema = z.strictObject({
  schema: z.literal("lethe.policy-text/1"),
  policy: z.string().min(1),
  sentences: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), promise: BoundToSchema })),
});

export type TextRecord = z.infer<typeof TextRecordSchema>;
export type BoundTo = z.infer<typeof BoundToSchema>;

/** A sentence as it stands now, and what was recorded of it. */
export interface JudgedSentence extends Sentence {
  readonly state: "bound" | "binds-nobody" | "new" | "unbound" | "promise-gone";
  readonly promise: BoundTo;
}

/** A text beside its record. */
export interface TextComparison {
  readonly sentences: readonly JudgedSentence[];
  /** Recorded sentences that the text does not have any more. */
  readonly gone: TextRecord["sentences"];
  /** Promises of the policy that no sentence is bound to. */
  readonly promisesWithoutSentence: readonly string[];
  /** True if nothing waits for a person. */
  readonly settled: boolean;
}

/** Compares a text with what was recorded of it, and with the promises that there are. */
export function compareText(
  sentences: readonly Sentence[],
  record: TextRecord,
  promises: readonly string[],
): TextComparison {
  const recorded = new Map(record.sentences.map(({ sha256, promise }) => [sha256, promise]));
  const judged = sentences.map((sentence) => judge(sentence, recorded.get(sentence.sha256), promises));
  const present = new Set(sentences.map(({ sha256 }) => sha256));
  const gone = record.sentences.filter(({ sha256 }) => !present.has(sha256));
  const bound = new Set(judged.map(({ promise }) => promise));
  return {
    sentences: judged,
    gone,
    promisesWithoutSentence: promises.filter((promise) => !bound.has(promise)),
    settled: gone.length === 0 && judged.every(({ state }) => state === "bound" || state === "binds-nobody"),
  };
}

/**
 * Returns the record of a text as it stands: what was bound stays bound, what is new is unbound, what is gone is
 * dropped, and what a person says now goes before all.
 */
export function recordOf(
  policy: string,
  sentences: readonly Sentence[],
  before: TextRecord,
  said: ReadonlyMap<number, BoundTo>,
): TextRecord {
  const recorded = new Map(before.sentences.map(({ sha256, promise }) => [sha256, promise]));
  return {
    schema: "lethe.policy-text/1",
    policy,
    sentences: sentences.map(({ number, sha256 }) => {
      const now = said.get(number);
      return { sha256, promise: now === undefined ? (recorded.get(sha256) ?? known(recorded, sha256)) : now };
    }),
  };
}

/** Returns the record of a text that nobody has looked at. */
export function emptyRecord(policy: string): TextRecord {
  return { schema: "lethe.policy-text/1", policy, sentences: [] };
}

/** Null is an answer, and not the lack of one. */
function known(recorded: ReadonlyMap<string, BoundTo>, sha256: string): BoundTo {
  return recorded.has(sha256) ? null : UNBOUND;
}

function judge(
  sentence: Sentence,
  promise: BoundTo | undefined,
  promises: readonly string[],
): JudgedSentence {
  if (promise === undefined) return { ...sentence, state: "new", promise: UNBOUND };
  if (promise === UNBOUND) return { ...sentence, state: "unbound", promise };
  if (promise === null) return { ...sentence, state: "binds-nobody", promise };
  return { ...sentence, state: promises.includes(promise) ? "bound" : "promise-gone", promise };
}
