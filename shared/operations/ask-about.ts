import type { AskedAgainBecause, ProcessorAsk, ProcessorSaid } from "../domain/processors/processor-ask.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import type { AskedProcessor, Clock, ProcessorAnswer, ProcessorTrouble } from "./ports.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A vendor that is down for a day is asked four times in it. */
export const LONGEST_WAIT_MS = 6 * HOUR_MS;
/** A person mends a key, and a lock there takes as long as it takes. */
const HOURLY_BECAUSE: readonly AskedAgainBecause[] = ["credentials", "locked"];

export interface AskAboutPorts {
  readonly clock: Clock;
}

/** A call that would be about something else than was asked: the API is left alone from then on. */
type Standing = ProcessorAsk["standing"];

/**
 * Asks a third party about one thing and looks whether it is gone, and returns how that stands then. Dead or unanswered
 * in between it is asked the same again, under the same key.
 *
 * It is called deleted only if a look by another call shows that it is not there; gone without a look is what the third
 * party says. A call that turns out to be about something else is the last one: a person has to look.
 */
export async function askAbout(
  { clock }: AskAboutPorts,
  connector: AskedProcessor,
  ask: ProcessorAsk,
): Promise<ProcessorAsk> {
  const { job, ...rest } = { ...ask, tries: ask.tries + 1 };
  const { disclosure } = ask;
  if (wasToGoByItself(ask)) return { ...rest, standing: await afterItsTime(connector, ask, clock.now()) };
  const said =
    job === undefined
      ? await connector.requestDeletion(disclosure, idempotencyKeyOf(ask))
      : await connector.readStatus(disclosure, job);
  const now = clock.now();
  if ("trouble" in said) {
    const standing = afterTrouble(said, rest.tries, now);
    return job === undefined ? { ...rest, standing } : { ...rest, job, standing };
  }
  if (said.outcome === "accepted-unverified" && said.job !== undefined) {
    return { ...rest, job: said.job, standing: open("job-runs", now, waitMs(rest.tries)) };
  }
  if (isAboutLater(said)) return { ...rest, standing: answered(said, now) };
  return { ...rest, standing: await afterLook(connector, ask, said, now) };
}

/** The same for every try, so that it is done once; what was done and had no effect is asked for anew. */
function idempotencyKeyOf({ requestId, disclosure, tries, standing }: ProcessorAsk): string {
  const key = `${requestId}-${disclosure.disclosureId}`;
  return standing.state === "open" && standing.because === "still-there" ? `${key}-${tries}` : key;
}

function wasToGoByItself({ standing }: ProcessorAsk): boolean {
  return standing.state === "answered" && standing.answer.outcome === "ages-out-on";
}

/** Whoever says that it is gone is looked after, if there is a way to look. */
async function afterLook(
  connector: AskedProcessor,
  ask: ProcessorAsk,
  said: ProcessorAnswer,
  now: Date,
): Promise<Standing> {
  const tries = ask.tries + 1;
  const sight = await connector.verify(ask.disclosure);
  if (typeof sight === "object") return afterTrouble(sight, tries, now);
  // What an earlier call may have deleted is not there at the second one.
  const wasThere = said.outcome !== "already-absent" || ask.tries > 0;
  switch (sight) {
    case "absent":
      return answered({ outcome: wasThere ? "deleted" : "already-absent" }, now);
    case "still-there":
      return open("still-there", now, waitMs(tries));
    case "cannot-look":
      return answered(
        { outcome: said.outcome === "already-absent" ? "already-absent" : "accepted-unverified" },
        now,
      );
  }
}

/** By then it was to be gone by itself; where nobody can look, that is all that is ever known. */
async function afterItsTime(connector: AskedProcessor, ask: ProcessorAsk, now: Date): Promise<Standing> {
  const { disclosure, standing } = ask;
  const tries = ask.tries + 1;
  const sight = await connector.verify(disclosure);
  if (typeof sight === "object") return afterTrouble(sight, tries, now);
  if (sight === "absent") return answered({ outcome: "deleted" }, now);
  if (sight === "still-there") return open("still-there", now, waitMs(tries));
  if (standing.state !== "answered") return open("unclear", now, waitMs(tries));
  const { againAt: _over, ...over } = standing;
  return over;
}

function afterTrouble(trouble: ProcessorTrouble, tries: number, now: Date): Standing {
  switch (trouble.trouble) {
    case "mismatch":
      return { state: "with-a-person", because: "mismatch", at: now.toISOString() };
    case "busy":
      return open("busy", now, Math.min(trouble.againAfterSeconds * 1000, LONGEST_WAIT_MS));
    default:
      return open(trouble.trouble, now, waitMs(tries, trouble.trouble));
  }
}

function open(because: AskedAgainBecause, now: Date, inMs: number): Standing {
  return { state: "open", because, nextAt: after(now, inMs) };
}

/** What is to go later, or stays until later, is looked at again then. */
function answered(answer: ProcessorSaid, now: Date): Standing {
  const later = laterOf(answer);
  const againAt = later !== undefined && later > now.toISOString() ? { againAt: later } : {};
  return { state: "answered", answer, at: now.toISOString(), ...againAt };
}

function laterOf(answer: ProcessorSaid): string | undefined {
  if (answer.outcome === "ages-out-on") return answer.on;
  return answer.outcome === "retained-until" ? answer.until : undefined;
}

function isAboutLater(
  said: ProcessorAnswer,
): said is Extract<ProcessorAnswer, { outcome: "ages-out-on" | "retained-until" | "not-possible" }> {
  return (
    said.outcome === "ages-out-on" || said.outcome === "retained-until" || said.outcome === "not-possible"
  );
}

/** A minute after the first try, twice as long after each further one. */
function waitMs(tries: number, because?: AskedAgainBecause): number {
  if (because !== undefined && HOURLY_BECAUSE.includes(because)) return HOUR_MS;
  return Math.min(MINUTE_MS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_MS);
}
