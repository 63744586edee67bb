import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import type { PolicyChange, ToldOf } from "./diff-change.ts";

/** A notice that the old policy promised for what changes. */
export interface NoticeDue {
  readonly change: ToldOf;
  readonly promise: string;
  readonly channels: Notice["channels"];
  readonly daysBefore: number;
  /** The first day on which the change may take effect, if people are told today. */
  readonly earliestOn: string;
  readonly needsConsent: boolean;
  /** Paths of the changes it is about. */
  readonly about: readonly string[];
}

/** The notices that are due, and the paths that people must be told of though no notice is declared for them. */
export interface NoticesDue {
  readonly notices: readonly NoticeDue[];
  readonly undeclared: readonly string[];
}

/** Returns what people have to be told before changes take effect, as the policy in force has it. */
export function noticesDue(inForce: Policy, changes: readonly PolicyChange[], today: string): NoticesDue {
  const told = changes.filter(({ tells }) => tells.length > 0);
  const notices = inForce.notices.flatMap((notice) => {
    const { change, promise, channels, daysBefore, needsConsent } = notice;
    if (change === "breach") return [];
    const about = told.filter(({ tells }) => tells.includes(change)).map(({ path }) => path);
    if (about.length === 0) return [];
    const earliestOn = daysLater(today, daysBefore);
    return [{ change, promise, channels, daysBefore, earliestOn, needsConsent, about: [...new Set(about)] }];
  });
  const covered = new Set(notices.flatMap(({ about }) => about));
  // Where no notice is declared, people need not be told that somebody gets less.
  const mustBeTold = told.filter(({ kind }) => kind !== "withdrawn").map(({ path }) => path);
  const undeclared = new Set(mustBeTold.filter((path) => !covered.has(path)));
  return { notices, undeclared: [...undeclared] };
}

function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, day.length);
}
