import { mailReader } from "../../../shared/adapters/mail/read-mail.ts";
import type { MailReader } from "../../../shared/operations/ports.ts";
import { type Random, seededRandom } from "../../simulation/seeded-random.ts";
import { bytesOf, draftedMail } from "./mail-draft.ts";
import { BYTE_MUTATIONS, HEADER_MUTATIONS } from "./mutations.ts";
import { wrongWith } from "./oracle.ts";

/** What came of reading many mails that were tampered with. */
export interface Fuzzed {
  readonly mailboxes: number;
  readonly doubtful: number;
  readonly unread: number;
  readonly slowestMs: number;
  /** One line each, with what was done to the mail. */
  readonly faults: readonly string[];
}

const MUTATIONS_MAX = 3;
const MANGLED_SHARE = 0.25;
/** More of them would say nothing new. */
const FAULTS_MAX = 20;

/** Reads so many mails; the same seed makes the same ones. */
export async function fuzzMail(
  mails: number,
  seed: number,
  reader: MailReader = mailReader(),
): Promise<Fuzzed> {
  const random = seededRandom(seed);
  const faults: string[] = [];
  const counts = { mailboxes: 0, doubtful: 0, unread: 0, slowestMs: 0 };
  for (let at = 0; at < mails && faults.length < FAULTS_MAX; at += 1) {
    const { raw, draft, done } = tamperedMail(random);
    const startedAtMs = performance.now();
    try {
      const reading = await reader.read(raw);
      counts.slowestMs = Math.max(counts.slowestMs, performance.now() - startedAtMs);
      if (!reading.read) counts.unread += 1;
      else {
        const { sender } = reading.mail;
        counts[sender.kind === "mailbox" ? "mailboxes" : "doubtful"] += 1;
        const wrong = await wrongWith(sender, raw, draft);
        if (wrong) faults.push(`mail ${at} (${done}): ${JSON.stringify(sender)} ${wrong}`);
      }
    } catch (error) {
      faults.push(`mail ${at} (${done}): ${String(error)}`);
    }
  }
  return { ...counts, faults };
}

function tamperedMail(random: Random) {
  const draft = draftedMail(random);
  const done: string[] = [];
  for (let count = random.below(MUTATIONS_MAX + 1); count > 0; count -= 1) {
    const name = random.pick(Object.keys(HEADER_MUTATIONS));
    HEADER_MUTATIONS[name]?.(draft, random);
    done.push(name);
  }
  let raw = bytesOf(draft);
  if (random.chance(MANGLED_SHARE)) {
    const name = random.pick(Object.keys(BYTE_MUTATIONS));
    raw = BYTE_MUTATIONS[name]?.(raw, random) ?? raw;
    draft.isMangled = true;
    done.push(name);
  }
  return { raw, draft, done: done.join(", ") || "nothing" };
}
