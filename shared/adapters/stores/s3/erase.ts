import type { S3Client } from "@aws-sdk/client-s3";
import { fillSubject } from "../../../domain/erasure/subject-id.ts";
import type { S3Store } from "../../../domain/policy/store.ts";
import type { DeleteGate, StoreEraser } from "../../../operations/ports.ts";
import { LeftBehindList } from "../left-behind.ts";
import { abortUpload, deleteEntries } from "./delete-batch.ts";
import { type EntryPage, listEntries, listUploads, type S3Entry } from "./entries.ts";
import { paced } from "./pace.ts";

/** More in flight buy nothing at the rate that one prefix takes, and hold more in memory. */
const BATCHES_IN_FLIGHT_MAX = 4;
/** Something that is written as fast as it is deleted is for the verifier to see, and for a person to stop. */
const PASSES_MAX = 10;

interface Pass {
  deleted: number;
  readonly left: LeftBehindList;
  stopped: boolean;
}

/**
 * Returns an eraser of everything under the subject's prefix: every version, every delete marker, every unfinished
 * upload. It passes over the prefix until a listing shows nothing that a call could still delete.
 */
export function s3Eraser(s3: S3Client, bucket: string, store: S3Store): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      const prefix = fillSubject(store.keyTemplate, subject);
      const keysMayGo = paced();
      let total = 0;
      let uploadsMayBeThere = true;
      for (let passes = 1; ; passes += 1) {
        const pass: Pass = { deleted: 0, left: new LeftBehindList(), stopped: false };
        const confirm = async (deleted: number): Promise<void> => {
          pass.deleted += deleted;
          if (deleted > 0) await onDeleted(deleted);
        };
        const work = { s3, bucket, prefix, gate, pass, confirm };
        // Uploads come first: one that completes meanwhile becomes a version, which the entries then show.
        if (uploadsMayBeThere) uploadsMayBeThere = await abortUploads(work);
        await deletePass(work, keysMayGo);
        total += pass.deleted;
        const { count: left, listed: leftBehind } = pass.left;
        if (pass.stopped || pass.deleted === 0 || passes === PASSES_MAX) {
          return { deleted: total, left, leftBehind, finished: !pass.stopped };
        }
      }
    },
  };
}

interface PassWork {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly prefix: string;
  readonly gate: DeleteGate;
  readonly pass: Pass;
  readonly confirm: (deleted: number) => Promise<void>;
}

/** Returns whether there were any, in which case the next pass looks again. */
async function abortUploads({ s3, bucket, prefix, gate, pass, confirm }: PassWork): Promise<boolean> {
  let found = false;
  for await (const upload of listUploads(s3, bucket, prefix)) {
    found = true;
    if (!(await mayGoOn(gate, pass))) return true;
    const refusedWith = await abortUpload(s3, bucket, upload);
    if (refusedWith === undefined) await confirm(1);
    else await pass.left.add(`${upload.key}\n${upload.uploadId}`, refusedWith, async () => undefined);
  }
  return found;
}

/** Pages through the prefix; the next page is asked for before the entries of this one are deleted. */
async function deletePass(
  { s3, bucket, prefix, gate, pass, confirm }: PassWork,
  keysMayGo: (keys: number) => Promise<void>,
): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const send = async (entries: readonly S3Entry[]): Promise<void> => {
    await keysMayGo(entries.length);
    await confirm(await deleteEntries(s3, bucket, entries, pass.left));
  };

  let coming: Promise<EntryPage> | undefined = listEntries(s3, bucket, prefix, undefined);
  while (coming && failures.length === 0) {
    const page: EntryPage = await coming;
    coming = page.next && listEntries(s3, bucket, prefix, page.next);
    // Awaited at the head of the loop; until then a failure must not count as one that nobody handles.
    coming?.catch(() => undefined);
    if (page.entries.length === 0) continue;
    if (!(await mayGoOn(gate, pass))) break;
    const batch: Promise<void> = send(page.entries)
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => inFlight.delete(batch));
    inFlight.add(batch);
    if (inFlight.size >= BATCHES_IN_FLIGHT_MAX) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  if (failures.length > 0) throw failures[0];
}

async function mayGoOn(gate: DeleteGate, pass: Pass): Promise<boolean> {
  const { proceed } = await gate.mayDelete();
  if (!proceed) pass.stopped = true;
  return proceed;
}
