import {
  type EncodingType,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { ItemPlace } from "../item-place.ts";

/** S3 lists and deletes at most this many a call: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const ENTRIES_PER_CALL = 1000;

/** One version of an object, or one delete marker; each is deleted by itself. */
export interface S3Entry {
  readonly key: string;
  readonly versionId: string;
  readonly kind: "version" | "marker";
  readonly bytes: number;
  /** LastModified: S3 tells no other time. Of a marker nothing: it is younger than what it hides. */
  readonly createdAt: Date | undefined;
  /** LastModified of a version or marker. */
  readonly storedAt: Date;
  /** Of a version, without quotation marks. */
  readonly etag?: string;
}

/** An upload in parts that was begun and neither completed nor aborted: its parts are stored and cost money. */
export interface S3Upload {
  readonly key: string;
  readonly uploadId: string;
  readonly createdAt: Date | undefined;
}

/** Up to {@link ENTRIES_PER_CALL} entries, and how to ask for those after them. */
export interface EntryPage {
  readonly entries: readonly S3Entry[];
  readonly next: { readonly KeyMarker: string; readonly VersionIdMarker?: string } | undefined;
}

/** Returns one page of all versions and markers of a place. */
export async function listEntries(
  s3: S3Client,
  bucket: string,
  place: ItemPlace,
  after: EntryPage["next"],
): Promise<EntryPage> {
  const page = await s3.send(
    new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: place.prefix,
      MaxKeys: ENTRIES_PER_CALL,
      // A key may hold characters that XML cannot carry.
      EncodingType: "url",
      ...after,
    }),
  );
  const versions = (page.Versions ?? []).map(({ Key, VersionId, Size, LastModified, ETag }) => ({
    key: plain(Key, page),
    versionId: VersionId ?? "null",
    kind: "version" as const,
    bytes: Size ?? 0,
    createdAt: LastModified,
    storedAt: LastModified ?? new Date(),
    ...(ETag === undefined ? {} : { etag: ETag.replaceAll('"', "") }),
  }));
  const markers = (page.DeleteMarkers ?? []).map(({ Key, VersionId, LastModified = new Date() }) => ({
    key: plain(Key, page),
    versionId: VersionId ?? "null",
    kind: "marker" as const,
    bytes: 0,
    createdAt: undefined,
    storedAt: LastModified,
  }));
  const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
  const next = IsTruncated
    ? {
        KeyMarker: plain(NextKeyMarker, page),
        // S3 refuses an empty one.
        ...(NextVersionIdMarker ? { VersionIdMarker: NextVersionIdMarker } : {}),
      }
    : undefined;
  return { entries: [...versions, ...markers].filter(({ key }) => place.holds(key)), next };
}

/** Yields every unfinished upload of a place, in the order of keys, or those of keys after one. */
export async function* listUploads(
  s3: S3Client,
  bucket: string,
  place: ItemPlace,
  afterKey?: string,
): AsyncIterable<S3Upload> {
  let after: { KeyMarker: string; UploadIdMarker?: string } | undefined =
    afterKey === undefined ? undefined : { KeyMarker: afterKey };
  do {
    const page = await s3.send(
      new ListMultipartUploadsCommand({
        Bucket: bucket,
        Prefix: place.prefix,
        MaxUploads: ENTRIES_PER_CALL,
        EncodingType: "url",
        ...after,
      }),
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      const key = plain(Key, page);
      if (UploadId !== undefined && place.holds(key)) {
        yield { key, uploadId: UploadId, createdAt: Initiated };
      }
    }
    after = page.IsTruncated
      ? {
          KeyMarker: plain(page.NextKeyMarker, page),
          ...(page.NextUploadIdMarker ? { UploadIdMarker: page.NextUploadIdMarker } : {}),
        }
      : undefined;
  } while (after);
}

/** Returns a key without the encoding that S3 says it used, in which a space is a plus sign. */
export function plain(
  text = "",
  { EncodingType }: { readonly EncodingType?: EncodingType | undefined },
): string {
  return EncodingType === "url" ? decodeURIComponent(text.replaceAll("+", "%20")) : text;
}
