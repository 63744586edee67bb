import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { takeMail } from "../../shared/operations/take-mail.ts";
import { type MailWorld, mailWorld } from "../world/mail-world.ts";
import { mortalProcess } from "../world/mortal-process.ts";
import { reachedThrough } from "../world/reached-through.ts";

/** Worlds are made anew after so many pairs, so that none grows slow with what is in it. */
const PAIRS_A_WORLD = 50;
/** The same number of random characters stand in every link. */
const SECRET = /(?<=\/(?:status|confirm)\/)[\w-]+/gu;

/** What whoever writes sees of an answer, and how it came about. */
interface Answered {
  /** Letters to whoever wrote, their secrets masked. */
  readonly letters: string;
  readonly bytes: number;
  /** Calls to the outside up to that letter. */
  readonly calls: string;
  readonly toLetterMs: number;
  readonly toEndMs: number;
}

/** How far the answers to mail about an account that is there differ from those to the same mail about none. */
export interface AccountPairs {
  readonly pairs: number;
  readonly otherWords: number;
  readonly otherLength: number;
  readonly otherCalls: number;
  /** In how many of the pairs the answer about an account took longer. */
  readonly slowerToLetter: number;
  /** The same up to the end of all that is done, where a letter to the owner makes it longer: what the count above would show. */
  readonly slowerToEnd: number;
}

/** Writes so many pairs of mails that differ in nothing but whether the account that they name is there. */
export async function answerPairs(pairs: number): Promise<AccountPairs> {
  const found = { otherWords: 0, otherLength: 0, otherCalls: 0, slowerToLetter: 0, slowerToEnd: 0 };
  let worlds = [await mailWorld(), await mailWorld()] as const;
  for (let at = 0; at < pairs; at += 1) {
    if (at % PAIRS_A_WORLD === 0) worlds = [await mailWorld(), await mailWorld()];
    const [has, hasNot] = worlds;
    const address = `victim-${at}@people.example`;
    has.directory.add({ subjectId: subjectIdOf(`victim-${at}`), address });
    // Whichever comes first finds a colder cache.
    const order = at % 2 === 0 ? [has, hasNot] : [hasNot, has];
    const answers = new Map<MailWorld, Answered>();
    for (const world of order) answers.set(world, await answered(world, at, address));
    const [one, other] = [answers.get(has), answers.get(hasNot)];
    if (!one || !other) throw new Error("A pair was not answered.");
    if (one.letters !== other.letters) found.otherWords += 1;
    if (one.bytes !== other.bytes) found.otherLength += 1;
    if (one.calls !== other.calls) found.otherCalls += 1;
    if (one.toLetterMs > other.toLetterMs) found.slowerToLetter += 1;
    if (one.toEndMs > other.toEndMs) found.slowerToEnd += 1;
  }
  return { pairs, ...found };
}

/** Half of them write from the address that may be on file, half name it: nobody proves either of them. */
async function answered(world: MailWorld, at: number, address: string): Promise<Answered> {
  const from = at % 4 < 2 ? address : `asking-${at}@elsewhere.example`;
  const arrival = world.post({ from, text: `Please delete my account. It is ${address}.`, mailId: `m${at}` });
  const process = mortalProcess();
  const told = { calls: "", atMs: 0 };
  world.letters.whenNextSent(async () => {
    Object.assign(told, { calls: process.calls.join(" "), atMs: performance.now() });
  });
  const startedAtMs = performance.now();
  await takeMail(reachedThrough(world, process), world.service, arrival);
  const endedAtMs = performance.now();
  const [first] = world.lettersTo(from);
  return {
    letters: JSON.stringify(first).replaceAll(SECRET, "SECRET"),
    bytes: Buffer.byteLength(JSON.stringify(first)),
    calls: told.calls,
    toLetterMs: told.atMs - startedAtMs,
    toEndMs: endedAtMs - startedAtMs,
  };
}
