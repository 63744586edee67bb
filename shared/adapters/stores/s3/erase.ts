import type { S3Client } from "@aws-sdk/client-s3";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { S3Layout } from "../../../domain/policy/store.ts";
import type { DeleteGate, StoreEraser } from "../../../operations/ports.ts";
import type { ItemPlace } from "../item-place.ts";
import { LeftBehindList } from "../left-behind.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { abortUpload, type DeletingFrom, deleteEntries } from "./delete-batch.ts";
import { type EntryPage, listEntries, listUploads, type S3Entry } from "./entries.ts";
import { paced } from "./pace.ts";
import { placeOf } from "./place.ts";

/** More in flight buy nothing at the rate that one prefix takes, and hold more in memory. */
const BATCHES_IN_FLIGHT_MAX = 4;
/** Something that is written as fast as it is deleted is for the verifier to see, and for a person to stop. */
const PASSES_MAX = 10;

/**
 * Returns an eraser of everything of a scope: every version, every delete marker, every unfinished
 * upload. It passes over the place until a listing shows nothing that a call could still delete. What a lock holds is
 * left and named: nothing here asks to bypass one.
 */
export function s3Eraser(
  s3: S3Client,
  bucket: string,
  store: S3Layout,
  { scope = ACCOUNT, time = REAL_TIME }: { readonly scope?: Scope; readonly time?: WaitingTime } = {},
): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      const place = placeOf(store, subject, scope);
      const from = { s3, bucket, time, keysMayGo: paced(time) };
      let total = 0;
      let uploadsMayBeThere = true;
      for (let passes = 1; ; passes += 1) {
        const pass: Pass = {
          from,
          place,
          gate,
          onDeleted,
          deleted: 0,
          left: new LeftBehindList(),
          stopped: false,
        };
        // Uploads come first: one that completes meanwhile becomes a version, which the entries then show.
        if (uploadsMayBeThere) uploadsMayBeThere = await abortUploads(pass);
        if (!pass.stopped) await deletePages(pass);
        total += pass.deleted;
        if (pass.stopped || pass.deleted === 0 || passes === PASSES_MAX) {
          const { count: left, listed: leftBehind } = pass.left;
          return { deleted: total, left, leftBehind, finished: !pass.stopped };
        }
      }
    },
  };
}

/** One look at all that is there, deleting what can be. */
interface Pass {
  readonly from: DeletingFrom;
  readonly place: ItemPlace;
  readonly gate: DeleteGate;
  readonly onDeleted: (deleted: number) => Promise<void>;
  deleted: number;
  readonly left: LeftBehindList;
  stopped: boolean;
}

/** Returns whether there were any, in which case the next pass looks again. */
async function abortUploads(pass: Pass): Promise<boolean> {
  let found = false;
  for await (const upload of listUploads(pass.from.s3, pass.from.bucket, pass.place)) {
    found = true;
    const thing = { id: `${upload.key}\n${upload.uploadId}`, item: upload.key, createdAt: upload.createdAt };
    const answer = await pass.gate.mayDelete([thing]);
    if (!answer.proceed) {
      pass.stopped = true;
      break;
    }
    for (const held of answer.held) pass.left.addHeld(held);
    if (answer.free.length === 0) continue;
    const refusedWith = await abortUpload(pass.from, upload);
    if (refusedWith === undefined) await confirm(pass, 1);
    else await pass.left.add(thing.id, refusedWith, async () => undefined);
  }
  return found;
}

/** Deletes page by page, a few pages at once, and ends when the last call has been answered, failed or not. */
async function deletePages(pass: Pass): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  try {
    for await (const { entries } of pagesAhead(pass)) {
      if (failures.length > 0 || pass.stopped) break;
      const batch: Promise<void> = deletePage(pass, entries)
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => inFlight.delete(batch));
      inFlight.add(batch);
      if (inFlight.size >= BATCHES_IN_FLIGHT_MAX) await Promise.race(inFlight);
    }
  } finally {
    await Promise.all(inFlight);
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Yields the pages that hold something, each after the next one was asked for: some servers look for the entry that a
 * page ended with, and stop early if it is deleted by then.
 */
async function* pagesAhead({ from: { s3, bucket }, place }: Pass): AsyncIterable<EntryPage> {
  let coming: Promise<EntryPage> | undefined = listEntries(s3, bucket, place, undefined);
  while (coming) {
    const page: EntryPage = await coming;
    coming = page.next && listEntries(s3, bucket, place, page.next);
    // Awaited above, in the next round; until then a failure must not count as one that nobody handles.
    coming?.catch(() => undefined);
    if (page.entries.length > 0) yield page;
  }
}

async function deletePage(pass: Pass, entries: readonly S3Entry[]): Promise<void> {
  const { deleted, stopped } = await deleteEntries(pass.from, entries, pass.gate, pass.left);
  if (stopped) pass.stopped = true;
  if (deleted > 0) await confirm(pass, deleted);
}

async function confirm(pass: Pass, deleted: number): Promise<void> {
  pass.deleted += deleted;
  await pass.onDeleted(deleted);
}
