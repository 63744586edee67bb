import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { subjectIdOf } from "../../../domain/erasure/subject-id.ts";
import type { S3Store } from "../../../domain/policy/store.ts";
import { chunks } from "../../../domain/retention/pack-due-rows.ts";
import { sessionThing } from "../../../domain/retention/session-of-thing.ts";
import type { Thing } from "../../../domain/retention/thing.ts";
import type {
  DeleteGate,
  ExpiredHow,
  ExpiringStore,
  SeenThing,
  ThingToExpire,
} from "../../../operations/ports.ts";
import { atOnce } from "../../at-once.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import {
  abortUpload,
  CHANGED,
  type DeletingFrom,
  deleteEach,
  isWorthTryingAgain,
  type NotDeleted,
  type S3Target,
} from "./delete-batch.ts";
import { ENTRIES_PER_CALL, listEntries, listUploads, plain, type S3Entry } from "./entries.ts";
import { listThings, listThingsUnder } from "./list-things.ts";
import { type KeysMayGo, paced } from "./pace.ts";

/** More in flight buy nothing at the rate that one prefix takes, and hold more in memory. */
const CALLS_AT_ONCE = 4;
/** Looks at single keys: of what is versioned, and of what nobody knows the ETag of. */
const LOOKS_AT_ONCE = 20;

/** A bucket as the clock works on it. */
export interface S3Expiry {
  /** Returns a moment that S3 told, as our clock shows it. */
  readonly shown: (real: Date) => Date;
  /** True if other stores lie in the same bucket: then only what is under the prefix is this one's. */
  readonly isShared: boolean;
  /** Shared by all that delete from the bucket in this process. */
  readonly keysMayGo?: KeysMayGo;
  readonly time?: WaitingTime;
}

/** Returns the objects of a bucket store, as the clock lists and deletes them. */
export function s3ExpiringStore(
  s3: S3Client,
  bucket: string,
  store: S3Store,
  { shown, isShared, time = REAL_TIME, keysMayGo = paced(time) }: S3Expiry,
): ExpiringStore {
  const from = { s3, bucket, time, keysMayGo, shown };
  const listing = { s3, bucket, store, shown };
  return {
    storeId: store.id,

    async expire(things, gate) {
      const delete_ = store.versioned ? deleteVersions : deleteCurrent;
      const parts = await atOnce(CALLS_AT_ONCE, chunks(things, ENTRIES_PER_CALL), (part) =>
        delete_(from, part, gate),
      );
      return parts.flat();
    },

    see: (thing) => look(from, thing),

    list: (after) => listThings(listing, { isShared, after }),

    async *listSession(subject, session) {
      const all = sessionThing(store, { subject: subjectIdOf(subject), session });
      if (all) yield* listThingsUnder(listing, all.key);
    },
  };
}

/** A bucket that things are deleted from, and how it tells the time. */
interface ExpiringFrom extends DeletingFrom {
  readonly shown: (real: Date) => Date;
}

/** Deletes by ETag, so that another object that came under the same key meanwhile stays. */
async function deleteCurrent(
  from: ExpiringFrom,
  things: readonly ThingToExpire[],
  gate: DeleteGate,
): Promise<readonly ExpiredHow[]> {
  const targets = await atOnce(LOOKS_AT_ONCE, things, (one) => targetOf(from, one));
  const stay = await deleteEach(
    from,
    targets.flatMap((target) => (typeof target === "object" ? target : [])),
    gate,
  );
  return atOnce(LOOKS_AT_ONCE, things, async (one, at) => {
    const target = targets[at] ?? "absent";
    const how = typeof target === "object" ? howOf(stay.get(target)) : target;
    // Who does not know what is there does not know either whether an upload was begun and never completed.
    return one.etag === undefined ? withUploads(from, one, gate, how) : how;
  });
}

/** Returns what is to be deleted, or why nothing is. */
async function targetOf(from: ExpiringFrom, { thing, etag, createdAt, dueAt }: ThingToExpire) {
  const target = { key: thing.key, createdAt: new Date(createdAt) };
  if (etag !== undefined) return { ...target, etag };
  const seen = await look(from, thing);
  if (seen?.etag === undefined || seen.storedAt === undefined) return "absent";
  return seen.storedAt > dueAt ? "changed" : { ...target, etag: seen.etag };
}

/** Deletes every version that was stored before the thing was due; one that came later lives a life of its own. */
async function deleteVersions(
  from: ExpiringFrom,
  things: readonly ThingToExpire[],
  gate: DeleteGate,
): Promise<readonly ExpiredHow[]> {
  const found = await atOnce(LOOKS_AT_ONCE, things, ({ thing }) => versionsOf(from, thing));
  const isDue = ({ storedAt }: S3Entry, { dueAt }: ThingToExpire) =>
    from.shown(storedAt).toISOString() <= dueAt;
  const due = things.map((one, at) => (found[at] ?? []).filter((entry) => isDue(entry, one)));
  const stay = new Map<S3Target, NotDeleted>();
  for (const part of chunks(due.flat(), ENTRIES_PER_CALL)) {
    for (const [target, why] of await deleteEach(from, part, gate)) stay.set(target, why);
  }
  return atOnce(LOOKS_AT_ONCE, things, async (one, at) => {
    const entries = due[at] ?? [];
    const hows = entries.map((entry) => howOf(stay.get(entry)));
    const worst = (["stopped", "busy", "refused", "held"] as const).find((how) => hows.includes(how));
    const became = await withUploads(
      from,
      one,
      gate,
      worst ?? (hows.includes("deleted") ? "deleted" : "absent"),
    );
    const isNewer = entries.length < (found[at]?.length ?? 0);
    return isNewer && (became === "deleted" || became === "absent") ? "changed" : became;
  });
}

function howOf(why: NotDeleted | undefined): ExpiredHow {
  if (why === undefined) return "deleted";
  if (isWorthTryingAgain(why)) return "busy";
  return why.because === "refused" && why.code === CHANGED ? "changed" : why.because;
}

async function versionsOf({ s3, bucket }: DeletingFrom, { key }: Thing): Promise<readonly S3Entry[]> {
  const place = { prefix: key, holds: (other: string) => other === key };
  const entries: S3Entry[] = [];
  let page = await listEntries(s3, bucket, place, undefined);
  entries.push(...page.entries);
  // Keys are listed in order: what comes after a page without this one is of longer keys.
  while (page.next && page.entries.length > 0) {
    page = await listEntries(s3, bucket, place, page.next);
    entries.push(...page.entries);
  }
  return entries;
}

/** Aborts what was begun to be uploaded under the key before it was due, and says what became of the whole. */
async function withUploads(
  from: ExpiringFrom,
  { thing: { key }, dueAt }: ThingToExpire,
  gate: DeleteGate,
  how: ExpiredHow,
): Promise<ExpiredHow> {
  if (how !== "deleted" && how !== "absent") return how;
  const place = { prefix: key, holds: (other: string) => other === key };
  let became: ExpiredHow = how;
  for await (const upload of listUploads(from.s3, from.bucket, place)) {
    const { uploadId, createdAt } = upload;
    if (createdAt && from.shown(createdAt).toISOString() > dueAt) continue;
    const answer = await gate.mayDelete([{ id: `${key}\n${uploadId}`, item: key, createdAt }]);
    if (!answer.proceed) return "stopped";
    if (answer.held.length > 0) return "held";
    if ((await abortUpload(from, upload)) !== undefined) return "refused";
    became = "deleted";
  }
  return became;
}

/** By listing the one key: whoever may look at an object itself may also read it, and nobody here may. */
async function look({ s3, bucket, shown }: ExpiringFrom, thing: Thing): Promise<SeenThing | undefined> {
  const page = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: thing.key, MaxKeys: 1, EncodingType: "url" }),
  );
  // A key comes before all longer ones that begin with it.
  const [first] = page.Contents ?? [];
  if (!first?.LastModified || plain(first.Key, page) !== thing.key) return undefined;
  const etag = first.ETag?.replaceAll('"', "");
  const storedAt = shown(first.LastModified).toISOString();
  return { thing, storedAt, bytes: first.Size ?? 0, ...(etag === undefined ? {} : { etag }) };
}
