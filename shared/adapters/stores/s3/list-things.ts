import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { prefixBeforeSubject, type S3Store } from "../../../domain/policy/store.ts";
import type { SeenThing } from "../../../operations/ports.ts";
import { type EntryPage, listEntries, listUploads, plain, type S3Entry } from "./entries.ts";

/** Uploads are listed one by one; so many make a page. */
const UPLOADS_PER_PAGE = 1000;

/** A bucket store that is listed. */
export interface ListedBucket {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly store: S3Store;
  /** Returns a moment that S3 told, as our clock shows it. */
  readonly shown: (real: Date) => Date;
}

/**
 * Yields everything in a bucket store, page by page in the order of keys: each object, or of a versioned bucket each key
 * of which a version or marker is left, and each upload that was begun and not completed, which has no ETag.
 *
 * A bucket that is one store's alone is listed whole, so that what was put under a key without an owner is found too.
 *
 * @param after the last key of a page that was seen.
 */
export function listThings(
  listed: ListedBucket,
  { isShared, after }: { readonly isShared: boolean; readonly after?: string | undefined },
): AsyncIterable<readonly SeenThing[]> {
  return listThingsUnder(listed, isShared ? prefixBeforeSubject(listed.store) : "", after);
}

/** Yields what is under a prefix, in the same way. */
export async function* listThingsUnder(
  listed: ListedBucket,
  prefix: string,
  after?: string,
): AsyncIterable<readonly SeenThing[]> {
  const pages = listed.store.versioned ? versionedThings : currentThings;
  const uploads = unfinishedUploads(listed, prefix, after)[Symbol.asyncIterator]();
  let upload = await uploads.next();
  for await (const page of pages(listed, prefix, after)) {
    const last = page.at(-1);
    if (last === undefined) continue;
    const between: SeenThing[] = [];
    for (; !upload.done && !isAfter(upload.value, last); upload = await uploads.next())
      between.push(upload.value);
    yield [...between, ...page];
  }
  for (let page: SeenThing[] = []; ; page = []) {
    for (; !upload.done && page.length < UPLOADS_PER_PAGE; upload = await uploads.next())
      page.push(upload.value);
    if (page.length === 0) return;
    yield page;
  }
}

/** S3 orders keys by their bytes, JavaScript texts by the halves of characters. */
function isAfter({ thing: { key } }: SeenThing, { thing: { key: other } }: SeenThing): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}

async function* currentThings(
  { s3, bucket, store, shown }: ListedBucket,
  Prefix: string,
  StartAfter: string | undefined,
): AsyncIterable<readonly SeenThing[]> {
  const pages = paginateListObjectsV2(
    { client: s3 },
    { Bucket: bucket, Prefix, StartAfter, EncodingType: "url" },
  );
  for await (const page of pages) {
    yield (page.Contents ?? []).map(({ Key, LastModified = new Date(), ETag, Size = 0 }) => ({
      thing: { store: store.id, key: plain(Key, page) },
      storedAt: shown(LastModified).toISOString(),
      bytes: Size,
      ...(ETag === undefined ? {} : { etag: ETag.replaceAll('"', "") }),
    }));
  }
}

/** A key with many versions may go over several pages: it is told each time, which does no harm. */
async function* versionedThings(
  { s3, bucket, store, shown }: ListedBucket,
  prefix: string,
  after: string | undefined,
): AsyncIterable<readonly SeenThing[]> {
  let next: EntryPage["next"] = after === undefined ? undefined : { KeyMarker: after };
  do {
    const page = await listEntries(s3, bucket, { prefix, holds: () => true }, next);
    const byKey = Map.groupBy(page.entries, ({ key }) => key);
    yield [...byKey].map(([key, entries]) => seenVersions(store.id, key, entries, shown));
    next = page.next;
  } while (next);
}

function seenVersions(
  store: string,
  key: string,
  entries: readonly S3Entry[],
  shown: (real: Date) => Date,
): SeenThing {
  const versions = entries.filter(({ kind }) => kind === "version");
  const [newest] = versions;
  const stored = entries.map(({ storedAt }) => storedAt.getTime());
  return {
    thing: { store, key },
    // The oldest one counts: a newer version of the same puts nothing off.
    storedAt: shown(new Date(Math.min(...stored))).toISOString(),
    bytes: versions.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(newest?.etag === undefined ? {} : { etag: newest.etag }),
  };
}

async function* unfinishedUploads(
  { s3, bucket, store, shown }: ListedBucket,
  prefix: string,
  after: string | undefined,
): AsyncIterable<SeenThing> {
  for await (const { key, createdAt = new Date() } of listUploads(
    s3,
    bucket,
    { prefix, holds: () => true },
    after,
  )) {
    yield { thing: { store: store.id, key }, storedAt: shown(createdAt).toISOString(), bytes: 0 };
  }
}
