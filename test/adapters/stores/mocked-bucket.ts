import {
  type DeleteMarkerEntry,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type MultipartUpload,
  type ObjectVersion,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { s3Eraser } from "../../../shared/adapters/stores/s3/erase.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import type { DeleteGate, ErasurePass } from "../../../shared/operations/ports.ts";
import { openGate } from "../../world/stores/gates.ts";
import { type QuickTime, quickTime } from "../../world/stores/quick-time.ts";

export const store = {
  id: "portraits",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["portrait"],
};
export const person = subjectIdOf("1");
/** Every S3 client of the test file answers from here. */
export const aws = mockClient(S3Client);

/** Everything the bucket holds, and the codes with which it refuses keys, in turn; "gone" deletes after all. */
export interface MockedBucket {
  versions: ObjectVersion[];
  markers?: DeleteMarkerEntry[];
  uploads?: MultipartUpload[];
  refusals?: Map<string, string[]>;
}

/** Answers as a bucket of at most one page; the last refusal of a key stays. */
export function stands(bucket: MockedBucket): void {
  aws.on(ListObjectVersionsCommand).callsFake(async () => ({
    Versions: [...bucket.versions],
    DeleteMarkers: [...(bucket.markers ?? [])],
    IsTruncated: false,
  }));
  aws.on(ListMultipartUploadsCommand).callsFake(async () => ({ Uploads: [...(bucket.uploads ?? [])] }));
  aws.on(ListObjectsV2Command).resolves({ KeyCount: 0 });
  aws.on(DeleteObjectsCommand).callsFake(async ({ Delete }: DeleteObjectsCommand["input"]) => ({
    Errors: (Delete?.Objects ?? []).flatMap(({ Key = "", VersionId }) => {
      const refusals = bucket.refusals?.get(Key) ?? [];
      const Code = refusals.length > 1 ? refusals.shift() : refusals[0];
      if (Code === undefined || Code === "gone") {
        bucket.versions = bucket.versions.filter((each) => each.Key !== Key || each.VersionId !== VersionId);
        bucket.markers =
          bucket.markers?.filter((each) => each.Key !== Key || each.VersionId !== VersionId) ?? [];
      }
      return Code === undefined || Code === "gone" ? [] : [{ Key, VersionId, Code }];
    }),
  }));
}

/** Erases the person from the mocked bucket, and tells what was confirmed call by call. */
export async function erase({
  gate = openGate,
  time = quickTime(),
}: {
  readonly gate?: DeleteGate;
  readonly time?: QuickTime;
} = {}): Promise<ErasurePass & { readonly confirmed: readonly number[] }> {
  const confirmed: number[] = [];
  const eraser = s3Eraser(new S3Client({}), "bucket", store, { time });
  const pass = await eraser.erase(person, gate, async (deleted) => {
    confirmed.push(deleted);
  });
  return { ...pass, confirmed };
}

/** Returns one version a name, under the person's prefix. */
export function versionsNamed(...names: string[]): ObjectVersion[] {
  return names.map((name) => ({ Key: `users/1/${name}`, VersionId: `of-${name}`, Size: 1 }));
}

/** Returns the codes with which one of the person's objects is refused. */
export function refusing(name: string, ...codes: string[]): Map<string, string[]> {
  return new Map([[`users/1/${name}`, codes]]);
}

/** Returns the keys of each DeleteObjects call. */
export function keysSent(): string[][] {
  return aws
    .commandCalls(DeleteObjectsCommand)
    .map(({ args: [{ input }] }) => (input.Delete?.Objects ?? []).map(({ Key = "" }) => Key));
}

/** Returns what the SDK throws when S3 refuses a call. */
export function refusal(name: string, httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({ name, $fault: "client", $metadata: { httpStatusCode } });
}
