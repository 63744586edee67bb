import {
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";
import { GetCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { subjectIdOf } from "../../../domain/erasure/subject-id.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";
import { s3Verifier } from "../s3/verify.ts";
import type { SharedIn } from "./shared-in.ts";

/**
 * Returns a verifier that reads every item, consistently, and compares here; and that lists the files of all things and
 * counts those of which no item is left, since an item goes last. It shares no code with finder and eraser.
 */
export function sharedVerifier(where: SharedIn): StoreVerifier {
  return {
    async countRemaining(subject) {
      const { documents, table, store } = where;
      const person = store.members.template.split("{subject}").join(subject);
      const [members, owner] = [store.members.attribute, store.owner.attribute];
      const whole = { TableName: table, AttributesToGet: [members, owner], ConsistentRead: true };
      let count = 0;
      for await (const { Items = [] } of paginateScan({ client: documents }, whole)) {
        count += Items.filter((item) => item[owner] === person || has(item[members], person)).length;
      }
      return count + (await countOrphans(where));
    },
  };
}

function has(value: unknown, name: string): boolean {
  if (value instanceof Set) return value.has(name);
  return Array.isArray(value) ? value.includes(name) : value === name;
}

/** Counts the versions, markers and uploads of files whose thing has no item: nobody holds them. */
async function countOrphans(where: SharedIn): Promise<number> {
  const { documents, table, s3, bucket, store } = where;
  if (!store.objects || bucket === undefined) return 0;
  const { keyTemplate } = store.objects;
  const layout = { keyTemplate, items: { project: keyTemplate } };
  let count = 0;
  for await (const id of thingsWithFiles(s3, bucket, keyTemplate)) {
    const Key = { [store.partitionKey.attribute]: id };
    const item = await documents.send(
      new GetCommand({ TableName: table, Key, ConsistentRead: true, AttributesToGet: Object.keys(Key) }),
    );
    if (item.Item !== undefined) continue;
    // A thing has no person in its keys, so whichever is asked for stands for all.
    const nobody = subjectIdOf("-");
    count += await s3Verifier(s3, bucket, layout, { kind: "project", id }).countRemaining(nobody);
  }
  return count;
}

/** Yields the id of every thing that has a version, a marker or an unfinished upload; some may come twice. */
async function* thingsWithFiles(s3: S3Client, Bucket: string, keyTemplate: string): AsyncIterable<string> {
  const [before = "", after = ""] = keyTemplate.replace("…", "").split("{project}");
  const where = { Bucket, Prefix: before, Delimiter: after[0] };
  const idsOf = (prefixes: readonly { readonly Prefix?: string | undefined }[] = []) =>
    prefixes.map(({ Prefix = "" }) => Prefix.slice(before.length, -1));
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page ?? {};
    page = await s3.send(new ListObjectVersionsCommand({ ...where, KeyMarker, VersionIdMarker }));
    yield* idsOf(page.CommonPrefixes);
  } while (page.IsTruncated);
  let uploads: ListMultipartUploadsCommandOutput | undefined;
  do {
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = uploads ?? {};
    uploads = await s3.send(new ListMultipartUploadsCommand({ ...where, KeyMarker, UploadIdMarker }));
    yield* idsOf(uploads.CommonPrefixes);
  } while (uploads.IsTruncated);
}
