import type { Duration } from "../policy/duration.ts";
import type { Fact } from "../policy/retention-rule.ts";
import { msAfterDuration } from "./after-duration.ts";
import { isoMs, isoText } from "./iso-text.ts";
import { type FactSet, type LifeFact, type ToldFact, toldFacts } from "./told-fact.ts";

const MINUTE_MS = 60_000;

/** What ends the things of a store: the strictest of the rules of its categories. */
export interface ClockRule {
  readonly store: string;
  readonly limit?: { readonly after: Duration; readonly from: Fact } | undefined;
  readonly earlierOn: readonly Fact[];
  /** True if saving a thing keeps it past its limit. */
  readonly savable: boolean;
  /** How long before the limit we act. */
  readonly marginMinutes: number;
}

/** When a thing has to go, and by which moment it was promised. Both ISO 8601 UTC. */
export interface Due {
  readonly dueAt: string;
  /** An event is its own deadline; a limit is a margin later than the due time. */
  readonly deadline: string;
  readonly because: "limit" | "retained-until" | Fact;
}

/** One life of a key: from when something was stored under it until that has to go. */
export interface Life {
  readonly createdAt: string;
  /** Absent: nothing ends it yet. */
  readonly due?: Due;
}

/**
 * Returns the lives of a key, oldest first: what is stored under it after one was due begins another, and what is stored
 * before that changes nothing, so that a copy or a second upload never puts an end off.
 *
 * A pure function of the set: the same for every order, doubling and delay in which the facts arrived. What was never
 * said to be created was there when the first thing was said of it.
 */
export function livesOf(rule: ClockRule, facts: FactSet): readonly Life[] {
  const told = toldFacts(facts);
  const lives: Life[] = [];
  let createdAt = told[0]?.at;
  const retainedUntil = firstOf("retained-until", told);
  // What a law keeps has one life: neither events nor savings are about it, and its end is its own.
  if (createdAt !== undefined && retainedUntil !== undefined) {
    return [{ createdAt, due: retainedDue(rule, createdAt, retainedUntil) }];
  }
  while (createdAt !== undefined) {
    const due = dueOf(rule, createdAt, told);
    lives.push(due ? { createdAt, due } : { createdAt });
    createdAt = due && told.find(({ fact, at }) => fact === "created" && at > due.dueAt)?.at;
  }
  return lives;
}

/** What was said last of a set, which never changes: whoever looks at a thing asks for its life several times. */
const lastSaid = new WeakMap<FactSet, { readonly rule: ClockRule; readonly life: Life | undefined }>();

/** Returns the life that a key has now: the last one. */
export function currentLife(rule: ClockRule, facts: FactSet): Life | undefined {
  const said = lastSaid.get(facts);
  if (said?.rule === rule) return said.life;
  const life = livesOf(rule, facts).at(-1);
  lastSaid.set(facts, { rule, life });
  return life;
}

/** No life ends before it began, however soon the law's end is. */
function retainedDue(rule: ClockRule, createdAt: string, until: string): Due {
  const due = beforeDeadline(rule, isoMs(until), "retained-until");
  return due.dueAt < createdAt ? { ...due, dueAt: createdAt } : due;
}

function dueOf(rule: ClockRule, createdAt: string, told: readonly ToldFact[]): Due | undefined {
  const since = told[0]?.at === createdAt ? told : told.filter(({ at }) => at >= createdAt);
  const limit = limitOf(rule, createdAt, since);
  let event: Due | undefined;
  for (const because of rule.earlierOn) {
    const at = firstOf(because, since);
    if (at !== undefined && (!event || at < event.dueAt)) event = { dueAt: at, deadline: at, because };
  }
  if (!event) return limit;
  return limit && limit.dueAt < event.dueAt ? limit : event;
}

function limitOf(rule: ClockRule, createdAt: string, since: readonly ToldFact[]): Due | undefined {
  const limit = limitDueAt(rule, createdAt, since);
  return limit && rule.savable && isSaved(since, limit.dueAt) ? undefined : limit;
}

/** Returns when a life ends by its limit, saved or not. */
export function limitDueAt(rule: ClockRule, createdAt: string, since: readonly ToldFact[]): Due | undefined {
  const { limit } = rule;
  if (!limit) return undefined;
  const from = limit.from === "created" ? createdAt : firstOf(limit.from, since);
  if (from === undefined) return undefined;
  return beforeDeadline(rule, msAfterDuration(isoMs(from), limit.after), "limit");
}

/** Returns when what was only stored, and of which nothing else is known, ends by its limit; in milliseconds since 1970. */
export function limitDueMs({ limit, marginMinutes }: ClockRule, storedMs: number): number | undefined {
  if (limit?.from !== "created") return undefined;
  return msAfterDuration(storedMs, limit.after) - marginMinutes * MINUTE_MS;
}

function beforeDeadline({ marginMinutes }: ClockRule, deadlineMs: number, because: Due["because"]): Due {
  return { dueAt: isoText(deadlineMs - marginMinutes * MINUTE_MS), deadline: isoText(deadlineMs), because };
}

/** What is said at the due time or later comes too late. At the same moment, un-saving counts. */
function isSaved(since: readonly ToldFact[], dueAt: string): boolean {
  const said = since.filter(({ fact, at }) => (fact === "saved" || fact === "un-saved") && at < dueAt);
  const last = said.at(-1);
  return last?.fact === "saved" && !said.some(({ fact, at }) => fact === "un-saved" && at === last.at);
}

function firstOf(fact: LifeFact, told: readonly ToldFact[]): string | undefined {
  for (const one of told) if (one.fact === fact) return one.at;
  return undefined;
}
