import { ageText, lateText } from "../shared/domain/retention/age-text.ts";
import type { CanariesView, ClockView, StoreView } from "../shared/operations/read-clock.ts";
import { grouped, table } from "./terminal.ts";

const COLUMNS = [
  "store",
  "living",
  "oldest",
  "of",
  "next due",
  "waiting",
  "deleted",
  "p50",
  "p99",
  "latest",
  "held",
  "found",
  "swept",
] as const;

/** Returns how the clock stands as a heading and a table, one row a store. */
export function clockText(view: ClockView, { timeScale }: { readonly timeScale: number }): string {
  const scaled = timeScale === 1 ? "" : `, ${grouped(timeScale)} times as fast as real time`;
  return [
    `${view.service}: ${view.at.slice(0, 19).replace("T", " ")} UTC${scaled}`,
    ...(view.paused ? [`Paused since ${view.paused.at}: nothing is deleted until lethe resume --all.`] : []),
    "",
    table([[...COLUMNS], ...view.stores.map((store) => rowOf(store, view.at))]),
    "",
    canariesText(view.canaries),
    "living, oldest: as the stores were listed last. p50, p99, latest: deletions of the last 30 days against the promised",
    "moment, which for what an event ends is the event; p50 and p99 are upper bounds. found: what the reconciler deleted",
    "because the sweeper had not.",
  ].join("\n");
}

function canariesText({ waiting, oldestAgeSeconds, overdue }: CanariesView): string {
  if (waiting === 0) return "canaries: none is put yet";
  const oldest = oldestAgeSeconds === undefined ? "" : `, the oldest put ${ageText(oldestAgeSeconds)} ago`;
  const late = overdue === 0 ? "none was there when its time was over" : `${grouped(overdue)} OVERDUE`;
  return `canaries: ${grouped(waiting)} to be looked for${oldest}; ${late}`;
}

function rowOf(store: StoreView, at: string): readonly string[] {
  const { living, oldestAgeSeconds, limitSeconds, nextDueAt, lateSeconds, sweptBehindSeconds } = store;
  return [
    store.store,
    living === undefined ? "-" : grouped(living),
    oldestAgeSeconds === undefined ? "-" : ageText(oldestAgeSeconds),
    limitSeconds === undefined ? "no limit" : ageText(limitSeconds),
    nextDueAt === undefined ? "-" : dueText(nextDueAt, at),
    grouped(store.waiting),
    grouped(store.deleted),
    ...[lateSeconds?.p50, lateSeconds?.p99, lateSeconds?.max].map((one) =>
      one === undefined ? "-" : lateText(one),
    ),
    grouped(store.held),
    grouped(store.foundByReconciler),
    sweptBehindSeconds === undefined ? "never" : `${ageText(sweptBehindSeconds)} ago`,
  ];
}

function dueText(dueAt: string, now: string): string {
  const seconds = (Date.parse(dueAt) - Date.parse(now)) / 1000;
  return seconds <= 0 ? "now" : `in ${ageText(seconds)}`;
}
