import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Right } from "../../shared/domain/policy/right.ts";
import type { LetheEnd } from "../lethe-command.ts";
import { type Correspondent, letterWith, NotAsAsked, until, write } from "./asked-by-mail.ts";

/** What people write who want it, so that it is understood. */
const WORDS: Readonly<Partial<Record<Right, string>>> = {
  access: "Please send me a copy of all the data you hold about me.",
  grievance: "I want to file a grievance about how you handled my data.",
};
const ANSWER = "This is the answer to what you asked, by a person.";

const RequestsSchema = z.object({ requests: z.array(z.object({ number: z.string() })) });
const RequestSchema = z.object({
  isOpen: z.boolean(),
  dueDates: z.array(
    z.object({ what: z.string(), at: z.string(), source: z.string(), doneAt: z.string().optional() }),
  ),
});

type Deadline = Policy["rights"][number]["deadlines"][number];

export interface AnsweredRun {
  readonly home: string;
  readonly lethe: (...args: readonly string[]) => Promise<LetheEnd>;
}

/** Says whether it is known how people ask for a right that is answered by letter. */
export function isAskedFor(right: Right): boolean {
  return WORDS[right] !== undefined;
}

/**
 * Asks for a right as a person does, and answers as one of staff does.
 *
 * @param what of its dates has to be there by its rule, and done in the end; absent: each.
 * @returns how it went, in a sentence.
 * @throws {NotAsAsked} if it did not go so.
 */
export async function answeredByLetter(
  { rights }: Pick<Policy, "rights">,
  { home, lethe }: AnsweredRun,
  correspondent: Correspondent,
  { right, what }: { readonly right: Right; readonly what?: Deadline["what"] },
): Promise<string> {
  await write(correspondent, { subject: "My data", text: WORDS[right] ?? "" });
  const number = await until(`open request of ${right}`, async () => {
    const { stdout } = await lethe("rights", "list", "--open", "--right", right, "--json");
    return RequestsSchema.parse(JSON.parse(stdout)).requests[0]?.number;
  });
  const read = async () => {
    const { stdout } = await lethe("rights", "show", number, "--json");
    return RequestSchema.parse(JSON.parse(stdout));
  };
  const declared = (rights.find((one) => one.right === right)?.deadlines ?? []).filter(
    (deadline) => deadline.only === undefined && (what === undefined || deadline.what === what),
  );
  const { dueDates } = await read();
  for (const { what: owed, source } of declared) {
    if (!dueDates.some((date) => date.what === owed && date.source === source))
      throw new NotAsAsked(`${number} has no date to ${owed} by ${source}.`);
  }
  const text = join(home, "answer.txt");
  await writeFile(text, ANSWER);
  const answer = ["answer", number, "--text", text, "--evidence", "measured", "--as", "ada", "--json"];
  const answered = await lethe("rights", ...answer);
  if (answered.exitCode !== 0) throw new NotAsAsked(`${number} could not be answered.`);
  await letterWith(correspondent, ANSWER);
  const after = await read();
  if (after.isOpen || after.dueDates.some(({ doneAt }) => doneAt === undefined))
    throw new NotAsAsked(`Something is still owed of ${number}, which was answered.`);
  const dates = declared.map(({ what: owed, source }) => `${owed} by ${source}`).join(", ");
  return `an invented person asked by mail for ${right}; its dates stood by their rules (${dates}), a person answered by letter, and nothing was owed any more`;
}
