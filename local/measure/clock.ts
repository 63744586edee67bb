import { randomBytes } from "node:crypto";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { durationText } from "../../shared/domain/policy/duration.ts";
import type { Mechanism } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import { ageText } from "../../shared/domain/retention/age-text.ts";
import { clockRuleAt } from "../../shared/domain/retention/clock-rules.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import type { DemoClock } from "../demo/demo-clock.ts";
import type { Seen } from "../measured.ts";
import { beginTrial, type ClockTrial, endingsOf, givenUpAt } from "./clock-trial.ts";

type ClockMechanism = Extract<Mechanism, { readonly mechanism: "clock" }>;

/** Between two looks whether things are still there. */
const LOOK_EVERY_MS = 250;
/** An erasure with its certificate takes seconds here; with more than this something keeps it. */
const ACCOUNT_GONE_WITHIN_MS = 120_000;

/**
 * Stores a thing for each way to end in every category that a promise binds to the clock, and looks at it from outside
 * until it is gone; ends an account, and looks at what was in it. Nothing is deleted here.
 */
export async function measureClock(demo: DemoClock): Promise<readonly Seen[]> {
  const named = mechanismsNamedBy(demo.policy).filter(
    (one): one is ClockMechanism => one.mechanism === "clock",
  );
  if (named.length === 0) return [];
  // An erasure wakes a dozen functions, which keeps two cores busy for seconds that an event of a trial would wait.
  const account = await seenAccountEnd(demo);
  const person = inventedPerson();
  const trials: ClockTrial[] = [];
  for (const { category } of named) {
    for (const [store, endings] of endingsOf(demo, category)) {
      for (const endedBy of endings) trials.push(await beginTrial(demo, person, category, store, endedBy));
    }
  }
  const ended = await seenToEnd(demo, trials);
  return named.map((mechanism) => seenOf(demo, mechanism, ended, account));
}

/** Looks at every thing until it is gone, or time is up. */
export async function seenToEnd(
  demo: DemoClock,
  trials: readonly ClockTrial[],
): Promise<readonly ClockTrial[]> {
  const until = new Map(trials.map((trial) => [trial, givenUpAt(demo, trial)]));
  const gone = new Map<ClockTrial, Date>();
  const isOpen = (trial: ClockTrial) =>
    !gone.has(trial) && demo.clock.now().getTime() <= (until.get(trial)?.getTime() ?? 0);
  while (trials.some(isOpen)) {
    for (const trial of trials.filter(isOpen)) {
      if (!(await demo.isThere(trial.store, trial.named))) gone.set(trial, demo.clock.now());
    }
    await demo.pause(LOOK_EVERY_MS);
  }
  return trials.map((trial) => {
    const goneAt = gone.get(trial);
    return goneAt === undefined ? trial : { ...trial, goneAt };
  });
}

/** @returns seconds by the real clock until nothing of it was left; undefined if something stayed. */
async function seenAccountEnd(demo: DemoClock): Promise<number | undefined> {
  const person = inventedPerson();
  await demo.storePerson(person);
  await demo.client.accountEnded(person);
  for (let waitedMs = 0; waitedMs < ACCOUNT_GONE_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    if (!(await demo.isLeft(person))) return waitedMs / 1000;
    await demo.pause(LOOK_EVERY_MS);
  }
  return undefined;
}

function seenOf(
  demo: DemoClock,
  mechanism: ClockMechanism,
  ended: readonly ClockTrial[],
  accountSeconds: number | undefined,
): Seen {
  const { category } = mechanism;
  const trials = ended.filter((trial) => trial.category === category);
  const rule = demo.policy.retention.find((one) => one.category === category);
  const withAccount = rule?.earlierOn.includes("account-ended") ?? false;
  const sentences = [
    ...trials.map((trial) => trialText(demo, trial)),
    ...(withAccount ? [accountText(accountSeconds)] : []),
  ];
  const isKept = trials.every(({ goneAt, deadline }) => goneAt !== undefined && goneAt <= deadline);
  const held = sentences.length > 0 && isKept && (!withAccount || accountSeconds !== undefined);
  const scaled = demo.timeScale === 1 ? "" : `; time ran ${demo.timeScale} times as fast`;
  return { mechanism, held, how: `${sentences.join("; ") || "nothing ends it one by one"}${scaled}` };
}

function trialText(
  demo: DemoClock,
  { store, endedBy, since, deadline, goneAt, isBackdated }: ClockTrial,
): string {
  const put = `stored in ${store.id} by the AWS SDK alone`;
  const age = goneAt && ageText((goneAt.getTime() - since.getTime()) / 1000);
  if (endedBy !== "limit") {
    const allowed = ageText((deadline.getTime() - since.getTime()) / 1000);
    return age === undefined
      ? `${put}, it was still there ${allowed} after ${endedBy} was told`
      : `${put}, it was gone ${age} after ${endedBy} was told`;
  }
  const { limit, marginMinutes } = clockRuleAt(demo.policy, store, bucketsAt(demo.timeScale));
  const promised = limit ? durationText(limit.after) : "";
  const told = isBackdated ? `${put} and told to be older` : put;
  return age === undefined
    ? `${told}, it was still there after its due time, ${marginMinutes} minutes before the ${promised} are over`
    : `${told}, it was gone at an age of ${age}, promised are ${promised}`;
}

function accountText(seconds: number | undefined): string {
  return seconds === undefined
    ? "something of an account was still there two minutes after its end was told"
    : `nothing of an account was left ${ageText(seconds)} after its end was told`;
}

function inventedPerson(): SubjectId {
  return subjectIdOf(`measure-${randomBytes(8).toString("hex")}`);
}
