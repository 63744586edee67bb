import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Fact, RetentionRule } from "../../shared/domain/policy/retention-rule.ts";
import { afterDuration } from "../../shared/domain/retention/after-duration.ts";
import { type ClockStore, clockRuleAt, clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import type { NamedThing } from "../../shared/domain/retention/named-thing.ts";
import type { DemoClock } from "../demo/demo-clock.ts";
import { namedAt } from "../demo/stored-thing.ts";

const MINUTE_MS = 60_000;
/** A service works on what was uploaded before it tells of an end; what it dated before the upload would be of another. */
const WORKED_ON_MS = 100;

/** Whoever waits at a start waits no longer than this for a limit to come by itself. */
const WAITED_FOR_MAX_MS = 90_000;
/** An event takes its way through a queue and up to two ticks; with more it is late, as the alarm on it says. */
const TICKS_MAX = 15;

/** What can end a thing: its limit, or something the service tells. */
export type EndedBy = "limit" | Exclude<Fact, "created" | "account-ended">;

/** One thing that was stored to see it end. */
export interface ClockTrial {
  readonly category: string;
  readonly store: ClockStore;
  readonly named: NamedThing;
  readonly endedBy: EndedBy;
  /** Since when it counts, by the clock of the service. */
  readonly since: Date;
  /** Stored just now, and told to be as old as it takes: a limit of months cannot be waited for. */
  readonly isBackdated: boolean;
  /** By when it has to be gone. */
  readonly deadline: Date;
  /** When it was seen to be gone; absent if it was still there when time was up. */
  readonly goneAt?: Date;
}

/** Returns what ends the things of a category one by one, in the stores that hold it. */
export function endingsOf(demo: DemoClock, category: string): readonly [ClockStore, readonly EndedBy[]][] {
  const { policy } = demo;
  const rule = policy.retention.find((one) => one.category === category);
  return clockStores(policy)
    .filter(({ categories }) => categories.includes(category))
    .map((store) => [store, rule ? endings(rule) : []]);
}

/** Returns what ends the things of a store one by one, by the rules of all its categories. */
export function endingsOfStore({ policy }: DemoClock, store: ClockStore): readonly EndedBy[] {
  const rules = policy.retention.filter(({ category }) => store.categories.includes(category));
  return [...new Set(rules.flatMap(endings))];
}

function endings({ limit, earlierOn }: RetentionRule): readonly EndedBy[] {
  const events = earlierOn.filter((fact) => fact !== "created" && fact !== "account-ended");
  return [...(limit?.from === "created" ? (["limit"] as const) : []), ...events];
}

/** Stores a thing by the AWS SDK alone, and lets the service tell what ends it. */
export async function beginTrial(
  demo: DemoClock,
  person: SubjectId,
  category: string,
  store: ClockStore,
  endedBy: EndedBy,
): Promise<ClockTrial> {
  const name = `${category}-${endedBy}`;
  const session = `ends-by-${endedBy}`;
  const named = namedAt(store, { person, name, session });
  await demo.put(store, named);
  const trial = { category, store, named, endedBy };
  if (endedBy === "limit") return { ...trial, ...(await beginLimit(demo, store, named)) };
  await demo.pause(WORKED_ON_MS);
  await tellEnd(demo, named, { endedBy, person, session });
  const since = demo.clock.now();
  const deadline = new Date(since.getTime() + TICKS_MAX * tickMs(demo));
  return { ...trial, since, deadline, isBackdated: false };
}

async function beginLimit(demo: DemoClock, store: ClockStore, named: NamedThing) {
  const { limit, marginMinutes } = clockRuleAt(demo.policy, store, bucketsAt(demo.timeScale));
  if (limit === undefined) throw new Error(`Nothing in ${store.id} has a limit.`);
  const now = demo.clock.now();
  const deadline = new Date(afterDuration(now.toISOString(), limit.after));
  const livesMs = deadline.getTime() - now.getTime() - marginMinutes * MINUTE_MS;
  if (livesMs / demo.timeScale <= WAITED_FOR_MAX_MS) return { since: now, deadline, isBackdated: false };
  // Due as soon as it is told; its margin is then left until the deadline.
  const since = new Date(now.getTime() - livesMs);
  await demo.client.uploaded(named, demo.real(since));
  return { since, deadline: new Date(afterDuration(since.toISOString(), limit.after)), isBackdated: true };
}

/** Tells, as the service does, what ends a thing. */
export async function tellEnd(
  { client }: DemoClock,
  named: NamedThing,
  {
    endedBy,
    person,
    session,
  }: { readonly endedBy: Exclude<EndedBy, "limit">; readonly person: SubjectId; readonly session: string },
): Promise<void> {
  switch (endedBy) {
    case "processing-finished":
      return client.processingFinished(named);
    case "generation-completed":
      return client.generationCompleted(named);
    case "need-ended":
      return client.needEnded(named);
    case "un-saved":
      return client.unsaved(named);
    case "session-ended":
      return client.sessionEnded(person, session);
  }
}

/** Returns how long to look for a trial, as a moment of the service's clock: no longer than it takes to know. */
export function givenUpAt(demo: DemoClock, { deadline, since, endedBy }: ClockTrial): Date {
  if (endedBy !== "limit") return deadline;
  // Beyond its due time by as much as an event may take: who sweeps at all has swept by then.
  const now = demo.clock.now().getTime();
  const waitedMs = Math.max(WAITED_FOR_MAX_MS * demo.timeScale, 2 * TICKS_MAX * tickMs(demo));
  return new Date(Math.min(deadline.getTime(), Math.max(now, since.getTime()) + waitedMs));
}

function tickMs({ timeScale }: DemoClock): number {
  return bucketsAt(timeScale).bucketSeconds * 1000;
}
