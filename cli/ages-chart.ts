import { ageSecondsOf, type StoreAges, summaryOf, type WatchedThing } from "../local/demo/watched-thing.ts";
import { ageText, lateText } from "../shared/domain/retention/age-text.ts";
import { grouped } from "./terminal.ts";

const BARS = "▁▂▃▄▅▆▇█";
/** What stands before the chart in each line. */
const LABEL_CHARACTERS = 9;
const CHART_CHARACTERS_MIN = 24;
const CHART_CHARACTERS_MAX = 120;
/** A little is left beyond the promise, to see what came too late. */
const BEYOND_LIMIT = 1.08;

/**
 * Returns how old things are and became as a chart a store: by age from left to right how many live and how many were
 * gone at that age, over a line with the moment at which our clock acts (╎) and the promised one (┃).
 *
 * @param now by the clock of the service, ISO 8601 UTC.
 */
export function agesChart(stores: readonly StoreAges[], now: string, widthCharacters: number): string {
  const width = Math.min(
    Math.max(widthCharacters - LABEL_CHARACTERS - 1, CHART_CHARACTERS_MIN),
    CHART_CHARACTERS_MAX,
  );
  return stores.map((store) => storeChart(store, now, width)).join("\n\n");
}

function storeChart(store: StoreAges, now: string, width: number): string {
  const longest = axisSecondsOf(store, now);
  const columnOf = (seconds: number) => Math.min(width - 1, Math.floor((seconds / longest) * width));
  const [living, gone] = [isLiving, isGone].map((kind) =>
    bars(
      store.things.filter(kind).map((thing) => columnOf(ageSecondsOf(thing, now))),
      width,
    ),
  );
  return [
    `${store.store}  ${headline(store, now)}`,
    line("living", living ?? ""),
    line("gone at", gone ?? ""),
    line("age 0", axis(store, columnOf, width)),
  ].join("\n");
}

/** Returns the age at the right end of the axis of a store. */
export function axisSecondsOf({ limitSeconds, things }: StoreAges, now: string): number {
  const oldest = things.reduce((most, thing) => Math.max(most, ageSecondsOf(thing, now)), 0);
  return Math.max(1, oldest, (limitSeconds ?? 0) * BEYOND_LIMIT);
}

/** Returns what is to be said of a store in one line. */
export function headline(store: StoreAges, now: string): string {
  const { living, saved, gone, oldestSeconds, latestByLimitSeconds, latestByEventSeconds } = summaryOf(
    store,
    now,
  );
  const limit = store.limitSeconds === undefined ? "" : ` of ${ageText(store.limitSeconds)}`;
  return [
    `${grouped(living)} living${oldestSeconds === undefined ? "" : `, the oldest ${ageText(oldestSeconds)}${limit}`}`,
    ...(saved === 0 ? [] : [`${grouped(saved)} saved`]),
    `${grouped(gone)} gone`,
    ...(latestByLimitSeconds === undefined
      ? []
      : [`by limit ${lateText(latestByLimitSeconds)} at the latest`]),
    ...(latestByEventSeconds === undefined
      ? []
      : [`by event within ${ageText(Math.max(0, latestByEventSeconds))}`]),
  ].join(" · ");
}

function axis(
  { limitSeconds, marginSeconds }: StoreAges,
  columnOf: (seconds: number) => number,
  width: number,
): string {
  const marks = Array.from({ length: width }, () => "─");
  if (limitSeconds !== undefined) {
    marks[columnOf(limitSeconds - marginSeconds)] = "╎";
    marks[columnOf(limitSeconds)] = "┃";
  }
  return marks.join("");
}

function bars(columns: readonly number[], width: number): string {
  const counts = Array.from({ length: width }, () => 0);
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  const most = Math.max(1, ...counts);
  return counts
    .map((count) => (count === 0 ? " " : (BARS[Math.ceil((count / most) * BARS.length) - 1] ?? " ")))
    .join("")
    .trimEnd();
}

function line(label: string, chart: string): string {
  return `${label.padStart(LABEL_CHARACTERS - 1)} ${chart}`.trimEnd();
}

function isLiving({ goneAt }: WatchedThing): boolean {
  return goneAt === undefined;
}

function isGone({ goneAt }: WatchedThing): boolean {
  return goneAt !== undefined;
}
