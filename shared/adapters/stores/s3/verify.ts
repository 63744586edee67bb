import {
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { S3Layout } from "../../../domain/policy/store.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";

/** So many left over are no longer counted one by one: that there are any is what matters. */
const COUNTED_MAX = 1_000_000;

/**
 * Returns a verifier that counts what is under the subject's prefix in two ways, by current objects and by versions,
 * and believes the larger; unfinished uploads come on top. It is written apart from finder and eraser on purpose.
 */
export function s3Verifier(s3: S3Client, bucket: string, store: S3Layout): StoreVerifier {
  return {
    async countRemaining(subject) {
      // What a key goes on with after the subject (a project, a page) does not narrow where to look.
      const [before = ""] = store.keyTemplate.split("{subject}/");
      const Prefix = `${before}${subject}/`;
      const where = { Bucket: bucket, Prefix, EncodingType: "url" } as const;
      const [current, versions, uploads] = await Promise.all([
        countCurrent(s3, where),
        countVersions(s3, where),
        countUploads(s3, where),
      ]);
      return Math.max(current, versions) + uploads;
    },
  };
}

interface Where {
  readonly Bucket: string;
  readonly Prefix: string;
  /** Keys are only counted, and some cannot be written in XML as they are. */
  readonly EncodingType: "url";
}

async function countCurrent(s3: S3Client, where: Where): Promise<number> {
  let count = 0;
  for await (const { KeyCount = 0 } of paginateListObjectsV2({ client: s3 }, where)) {
    count += KeyCount;
    if (count > COUNTED_MAX) break;
  }
  return count;
}

async function countVersions(s3: S3Client, where: Where): Promise<number> {
  let count = 0;
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        ...where,
        KeyMarker: page && asKey(page.NextKeyMarker, page.EncodingType),
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    count += (page.Versions?.length ?? 0) + (page.DeleteMarkers?.length ?? 0);
  } while (page.IsTruncated && count <= COUNTED_MAX);
  return count;
}

async function countUploads(s3: S3Client, where: Where): Promise<number> {
  let count = 0;
  let page: ListMultipartUploadsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListMultipartUploadsCommand({
        ...where,
        KeyMarker: page && asKey(page.NextKeyMarker, page.EncodingType),
        UploadIdMarker: page?.NextUploadIdMarker,
      }),
    );
    count += page.Uploads?.length ?? 0;
  } while (page.IsTruncated && count <= COUNTED_MAX);
  return count;
}

/** A marker comes back encoded like the keys, if the server knows how, and is sent as a key. */
function asKey(marker: string | undefined, encoding: string | undefined): string | undefined {
  return encoding === "url" ? decodeURIComponent((marker ?? "").split("+").join(" ")) : marker;
}
