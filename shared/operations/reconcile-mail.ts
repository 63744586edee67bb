import { mailIdOf } from "../domain/mail/stored-mail.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { DoDuty } from "./do-duties.ts";
import type { Clock, Duties, MailAgain, MailRecords, StoredMail, Tasks } from "./ports.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A notification waits this long at most before somebody is called for it. */
const ON_ITS_WAY_MS = 15 * MINUTE_MS;
/** An outage over a long weekend is made up for. */
const LOOKED_BACK_DAYS_MAX = 7;
/** Put back so long, each hour, it was tried often enough. */
const TRIED_MS = DAY_MS;
/** One page of S3. */
const PAGE = 1000;
/** Seven hundred thousand mails a week; what is beyond is looked at an hour later. */
const PAGES_MAX = 700;

const RECONCILE_MAIL = "reconcile-mail";

export interface ReconcileMailPorts {
  readonly storedMail: Pick<StoredMail, "list">;
  readonly mailRecords: Pick<MailRecords, "read">;
  readonly mailAgain: MailAgain;
  readonly tasks: Pick<Tasks, "open">;
  readonly clock: Clock;
}

/** What was received for, and for how many days it is kept. */
export interface MailKept {
  readonly service: string;
  readonly region: string;
  readonly rawMailDays: number;
}

/**
 * Puts stored mail of the last days that has no record back to where mail is taken from: its notification was lost, or
 * could not be dealt with. It shares no code with what takes notifications.
 *
 * @returns how many there were.
 */
export async function reconcileMail(ports: ReconcileMailPorts, kept: MailKept): Promise<number> {
  const now = ports.clock.now().getTime();
  const span = { from: new Date(now - lookedBackMs(kept)), to: new Date(now - ON_ITS_WAY_MS) };
  let after: { readonly after?: string } = {};
  let found = 0;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await ports.storedMail.list({ ...span, ...after, limit: PAGE });
    const missed = await withoutRecord(ports.mailRecords, page);
    for (const mail of missed) await ports.mailAgain.take(mail);
    if (missed.some(({ storedAt }) => Date.parse(storedAt) < now - TRIED_MS)) await call(ports, kept);
    found += missed.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = { after: last.key };
  }
  return found;
}

/** The record of a mail ends with it; one that is about to end is not looked for. */
function lookedBackMs({ rawMailDays }: MailKept): number {
  return Math.min(LOOKED_BACK_DAYS_MAX * DAY_MS, rawMailDays * DAY_MS - HOUR_MS);
}

async function withoutRecord(
  mailRecords: ReconcileMailPorts["mailRecords"],
  page: Awaited<ReturnType<StoredMail["list"]>>,
) {
  const looked = await Promise.all(
    page.map(async ({ key, storedAt }) => {
      const mailId = mailIdOf(key);
      if (mailId === undefined || (await mailRecords.read(mailId))) return [];
      return [{ mailId, key, storedAt }];
    }),
  );
  return looked.flat();
}

/** What came back for a day and was not taken will not be without a person. */
async function call({ tasks, clock }: ReconcileMailPorts, { service, region }: MailKept): Promise<void> {
  const needs =
    "Read the mail that take-mail could not take in for a day: the dead letters of the mail queue name it, and docs/runbook.md#mail-dead says how.";
  await tasks.open(newTask("look-at-mail", { service, region }, { needs, now: clock.now() }));
}

/** Puts the duty to look for mail without a record, unless it is there. */
export async function planMailDuties(duties: Pick<Duties, "putOnce">, now: Date): Promise<void> {
  await duties.putOnce({
    dutyId: RECONCILE_MAIL,
    kind: RECONCILE_MAIL,
    about: {},
    dueAt: now.toISOString(),
  });
}

/** Returns how the duties of mail are done, by their kind: each hour. */
export function mailDuties(ports: ReconcileMailPorts, kept: MailKept): Readonly<Record<string, DoDuty>> {
  return {
    [RECONCILE_MAIL]: async (duty) => {
      await reconcileMail(ports, kept);
      return { ...duty, dueAt: new Date(ports.clock.now().getTime() + HOUR_MS).toISOString() };
    },
  };
}
