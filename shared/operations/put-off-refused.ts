import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { bucketOf } from "../domain/retention/due-bucket.ts";
import { type DueRow, THINGS_PER_DUE_ROW_MAX } from "../domain/retention/due-row.ts";
import { chunks, dueRow } from "../domain/retention/pack-due-rows.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { DueThing } from "./expire-things.ts";
import type { DueRows, Tasks } from "./ports.ts";

/** A store that has refused for so long, a tick after the other, does so until a person lifts what keeps the thing. */
const REFUSED_FOR_GOOD_AFTER_MS = 15 * 60_000;
/** What a person has lifted goes within so long. */
const ASKED_AGAIN_AFTER_MS = 3_600_000;

export interface PutOffRefusedPorts {
  readonly dueRows: Pick<DueRows, "put">;
  readonly tasks: Pick<Tasks, "open">;
}

/**
 * Writes down since when things of a row were refused; those that were for a quarter of an hour are asked for each hour
 * only, and a person has the task to find out why: a lock, MFA delete or a right that is missing.
 *
 * @param at when they were refused, ISO 8601 UTC.
 * @returns true if they are due again later, and this row may go.
 */
export async function putOffRefused(
  { dueRows, tasks }: PutOffRefusedPorts,
  clocked: ClockedService,
  row: DueRow,
  refused: readonly DueThing[],
  at: string,
): Promise<boolean> {
  if (row.refusedSince === undefined) {
    await dueRows.put([{ ...row, refusedSince: at }]);
    return false;
  }
  if (Date.parse(at) - Date.parse(row.refusedSince) < REFUSED_FOR_GOOD_AFTER_MS) return false;
  const { service, region, buckets } = clocked;
  const { store, refusedSince } = row;
  const needs = `Find out why the store ${store} refuses to delete what is due (a lock, MFA delete, a right that is missing) and lift it: it is asked again each hour, and lethe clock shows what is left.`;
  await tasks.open(newTask("refuses-deletion", { service, region }, { needs, now: new Date(at) }));
  const bucket = bucketOf(buckets, new Date(Date.parse(at) + ASKED_AGAIN_AFTER_MS));
  const known = refused.map((one) => one.known);
  const later = chunks(known, THINGS_PER_DUE_ROW_MAX).map((some) => ({
    ...dueRow(clocked, { store, bucket }, some),
    refusedSince,
  }));
  await dueRows.put(later);
  return true;
}
