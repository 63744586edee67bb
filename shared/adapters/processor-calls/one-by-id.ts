import type { z } from "zod";
import type { ProcessorAnswer, ProcessorSight, ProcessorTrouble } from "../../operations/ports.ts";
import { type ApiPlace, callApi, isTrouble } from "./call-api.ts";

/** One thing that has an address of its own, which GET shows and DELETE takes away. */
export interface OneById {
  readonly path: readonly string[];
  readonly id: string;
  /** What an answer looks like that says that it is deleted. */
  readonly deleted: z.ZodType<{ readonly id: string }>;
}

/** Asks for the deletion of one thing; an answer without the word that it was done, or about another, is none. */
export async function deleteById(
  place: ApiPlace,
  { path, id, deleted }: OneById,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const answer = await callApi(place, { method: "DELETE", path });
  if (isTrouble(answer)) return answer;
  if (answer.status === 404) return { outcome: "already-absent" };
  const said = deleted.safeParse(answer.body);
  if (answer.status !== 200 || !said.success) {
    return { trouble: "unclear", why: `status ${answer.status} without the word that it was deleted` };
  }
  if (said.data.id !== id) return { trouble: "mismatch", why: "it answered about another id" };
  return { outcome: "accepted-unverified" };
}

/** Looks whether something is at an address. */
export async function lookById(
  place: ApiPlace,
  path: readonly string[],
): Promise<ProcessorSight | ProcessorTrouble> {
  const answer = await callApi(place, { method: "GET", path });
  if (isTrouble(answer)) return answer;
  if (answer.status === 404) return "absent";
  return answer.status === 200 ? "still-there" : { trouble: "unclear", why: `status ${answer.status}` };
}
