import {
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { S3Layout } from "../../../domain/policy/store.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";
import { isKeyOfItem, knownBeginning } from "../item-key.ts";

/** So many left over are no longer counted one by one: that there are any is what matters. */
const COUNTED_MAX = 1_000_000;

/**
 * Returns a verifier that counts what is under the subject's prefix in two ways, by current objects and by versions,
 * and believes the larger; unfinished uploads come on top. It is written apart from finder and eraser on purpose.
 */
export function s3Verifier(
  s3: S3Client,
  bucket: string,
  store: S3Layout,
  scope: Scope = ACCOUNT,
): StoreVerifier {
  return {
    async countRemaining(subject) {
      const { Prefix, isMeant } = whereToLook(store, subject, scope);
      const where = { Bucket: bucket, Prefix, EncodingType: "url" } as const;
      const [current, versions, uploads] = await Promise.all([
        countCurrent(s3, where, isMeant),
        countVersions(s3, where, isMeant),
        countUploads(s3, where, isMeant),
      ]);
      return Math.max(current, versions) + uploads;
    },
  };
}

/** What a key goes on with after the subject narrows where to look only if the scope is one of those things. */
function whereToLook(store: S3Layout, subject: SubjectId, scope: Scope) {
  if ("id" in scope) {
    return {
      Prefix: knownBeginning(store.items, subject, scope),
      isMeant: (key: string) => isKeyOfItem(store.items, subject, scope, key),
    };
  }
  const [before = ""] = store.keyTemplate.split("{subject}/");
  return { Prefix: `${before}${subject}/`, isMeant: undefined };
}

interface Where {
  readonly Bucket: string;
  readonly Prefix: string;
  /** Keys are only counted, and some cannot be written in XML as they are. */
  readonly EncodingType: "url";
}

/** Tells the keys of one thing from others under the same prefix; undefined if all are meant. */
type IsMeant = ((key: string) => boolean) | undefined;

async function countCurrent(s3: S3Client, where: Where, isMeant: IsMeant): Promise<number> {
  let count = 0;
  for await (const page of paginateListObjectsV2({ client: s3 }, where)) {
    count += counted(page.Contents, page.EncodingType, isMeant);
    if (count > COUNTED_MAX) break;
  }
  return count;
}

async function countVersions(s3: S3Client, where: Where, isMeant: IsMeant): Promise<number> {
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
    for (const listed of [page.Versions, page.DeleteMarkers]) {
      count += counted(listed, page.EncodingType, isMeant);
    }
  } while (page.IsTruncated && count <= COUNTED_MAX);
  return count;
}

async function countUploads(s3: S3Client, where: Where, isMeant: IsMeant): Promise<number> {
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
    count += counted(page.Uploads, page.EncodingType, isMeant);
  } while (page.IsTruncated && count <= COUNTED_MAX);
  return count;
}

/** A prefix lists longer keys as well, so one key is told from those that begin with it. */
function counted(
  listed: readonly { readonly Key?: string | undefined }[] = [],
  encoding: string | undefined,
  isMeant: IsMeant,
): number {
  if (isMeant === undefined) return listed.length;
  return listed.filter(({ Key }) => isMeant(asKey(Key, encoding) ?? "")).length;
}

/** A marker comes back encoded like the keys, if the server knows how, and is sent as a key. */
function asKey(marker: string | undefined, encoding: string | undefined): string | undefined {
  return encoding === "url" ? decodeURIComponent((marker ?? "").split("+").join(" ")) : marker;
}
