import type { Verdict } from "../../../shared/domain/mail/verdicts.ts";
import { takeMail } from "../../../shared/operations/take-mail.ts";
import type { CorpusMail } from "../../adapters/mail/corpus.ts";
import { type MailWorld, mailWorld, verdictsWith } from "../../world/mail-world.ts";

/** What became of one real mail. */
export interface TakenIn {
  readonly file: string;
  readonly isOrdinary: boolean;
  readonly outcome: string;
  /** Letters that went out while it was taken in. */
  readonly letters: number;
  readonly ms: number;
}

/** Takes real mails in, one after another, as if the server that received them had said this of all of them. */
export async function takeRealMail(
  corpus: readonly CorpusMail[],
  verdict: Verdict,
): Promise<{ readonly world: MailWorld; readonly taken: readonly TakenIn[] }> {
  const world = await mailWorld();
  const verdicts = verdictsWith({ dmarc: verdict, spam: verdict, virus: verdict });
  const taken: TakenIn[] = [];
  for (const [at, { file, isOrdinary, raw }] of corpus.entries()) {
    const before = world.letters.sent.length;
    const arrival = world.postRaw(`m${at}`, raw(), verdicts);
    const startedAtMs = performance.now();
    await takeMail(world, world.service, arrival);
    const ms = performance.now() - startedAtMs;
    const { outcome = "not on record" } = (await world.mailRecords.read(arrival.mailId)) ?? {};
    taken.push({ file, isOrdinary, outcome, letters: world.letters.sent.length - before, ms });
    // What a test keeps in memory is no part of what taking it in needs.
    world.mails.remove(arrival.key);
  }
  return { world, taken };
}
