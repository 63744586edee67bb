import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { TimeScale } from "../shared/adapters/clock/scaled-time.ts";

const TIME_FILE = "time.json";
const TimeFileSchema = z.strictObject({ scale: z.number().min(1), origin: z.iso.datetime() });

/** Time runs otherwise in this folder already: it would jump, and everything that is due with it. Nothing was deployed. */
export class TimeRunsOtherwise extends Error {
  override readonly name = "TimeRunsOtherwise";
}

/**
 * Returns how time runs in a folder: as its first start said, since then; undefined if it runs as it does everywhere.
 *
 * @throws {TimeRunsOtherwise} naming the scale it runs at.
 */
export function localTime(home: string, scale: number): TimeScale | undefined {
  const standing = recordedTime(home) ?? record(home, scale);
  if (standing.scale !== scale) {
    throw new TimeRunsOtherwise(
      `Time runs ${standing.scale} times as fast here since ${standing.origin}: start with --time-scale ${standing.scale}, or with --fresh to begin anew.`,
    );
  }
  return scale === 1 ? undefined : standing;
}

function recordedTime(home: string): TimeScale | undefined {
  const file = join(home, TIME_FILE);
  return existsSync(file) ? TimeFileSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

function record(home: string, scale: number): TimeScale {
  const time = { scale, origin: new Date().toISOString() };
  writeFileSync(join(home, TIME_FILE), `${JSON.stringify(time)}\n`);
  return time;
}
