import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { LeftBehindList } from "../left-behind.ts";
import type { WaitingTime } from "../real-time.ts";
import type { S3Entry, S3Upload } from "./entries.ts";
import type { KeysMayGo } from "./pace.ts";

/** Answers for one key, inside HTTP 200, after which trying that key again helps. */
const WORTH_TRYING_AGAIN = [
  "InternalError",
  "SlowDown",
  "ServiceUnavailable",
  "RequestTimeout",
  "OperationAborted",
];
/** About six seconds of trying for a key that is refused each time. */
const TRIES_MAX = 6;
const FIRST_PAUSE_MS = 200;
/** What is gone already was deleted by somebody else, or by us before a crash. */
const GONE = ["NoSuchKey", "NoSuchVersion", "NoSuchUpload"];
/** Characters that XML 1.0 cannot carry, and CR, which its readers turn into LF: https://www.w3.org/TR/xml/#charsets */
const NOT_IN_XML = /[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/u;

/** S3 answered about an entry that it was not asked about. */
export class AnswerNotUnderstood extends Error {
  override readonly name = "AnswerNotUnderstood";
}

/** A bucket, and when a call on it may be made. */
export interface DeletingFrom {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly time: WaitingTime;
  readonly keysMayGo: KeysMayGo;
}

/** Deletes these entries by version; what could not be deleted is added to `left`. Returns how many were. */
export async function deleteEntries(
  from: DeletingFrom,
  entries: readonly S3Entry[],
  left: LeftBehindList,
): Promise<number> {
  const refused = new Map<S3Entry, string>();
  let todo = entries;
  for (let tries = 1; todo.length > 0 && tries <= TRIES_MAX; tries += 1) {
    if (tries > 1) await from.time.pause(FIRST_PAUSE_MS * 2 ** (tries - 2));
    await from.keysMayGo(todo.length);
    const answers = await deleteOnce(from, todo);
    for (const entry of todo) refused.delete(entry);
    for (const [entry, code] of answers) refused.set(entry, code);
    todo = [...answers].filter(([, code]) => WORTH_TRYING_AGAIN.includes(code)).map(([entry]) => entry);
  }
  for (const [entry, code] of refused) {
    await left.add(`${entry.key}\n${entry.versionId}`, code, () => lockEndOf(from, entry));
  }
  return entries.length - refused.size;
}

/** Aborts an upload; its parts go with it. Returns the code with which S3 refused, undefined if it is gone. */
export async function abortUpload(
  { s3, bucket }: DeletingFrom,
  { key, uploadId }: S3Upload,
): Promise<string | undefined> {
  return refusalOf(
    s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId })),
  );
}

/** Returns S3's code for each entry that it refused. */
async function deleteOnce(
  from: DeletingFrom,
  entries: readonly S3Entry[],
): Promise<ReadonlyMap<S3Entry, string>> {
  const singly = entries.filter(({ key }) => NOT_IN_XML.test(key));
  const together = singly.length === 0 ? entries : entries.filter(({ key }) => !NOT_IN_XML.test(key));
  const refused = together.length > 0 ? await deleteTogether(from, together) : new Map<S3Entry, string>();
  for (const entry of singly) {
    const call = new DeleteObjectCommand({ Bucket: from.bucket, Key: entry.key, VersionId: entry.versionId });
    const code = await refusalOf(from.s3.send(call));
    if (code !== undefined) refused.set(entry, code);
  }
  return refused;
}

/** An answer of 200 may hold any number of refusals. */
async function deleteTogether(
  { s3, bucket }: DeletingFrom,
  entries: readonly S3Entry[],
): Promise<Map<S3Entry, string>> {
  const Objects = entries.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }));
  const { Errors = [] } = await s3.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
  );
  const refused = new Map<S3Entry, string>();
  for (const { Key, VersionId, Code = "UnknownError" } of Errors) {
    // Without a version it may mean any of this key: what is not sure to be gone counts as still there.
    const meant = entries.filter(
      ({ key, versionId }) => key === Key && (!VersionId || versionId === VersionId),
    );
    if (meant.length === 0)
      throw new AnswerNotUnderstood(
        `S3 answered ${Code} for an entry of ${bucket} that it was not asked about.`,
      );
    if (!GONE.includes(Code)) for (const entry of meant) refused.set(entry, Code);
  }
  return refused;
}

/** Returns the code with which S3 refused a call about one thing; a store that is away is an error. */
async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (GONE.includes(error.name)) return undefined;
    // A lock is AccessDenied on AWS, and InvalidRequest on servers that follow it.
    const isAboutThisOne = error.$metadata.httpStatusCode === 403 || error.name === "InvalidRequest";
    if (!isAboutThisOne) throw error;
    return error.name;
  }
}

async function lockEndOf(
  { s3, bucket }: DeletingFrom,
  { key, versionId }: S3Entry,
): Promise<string | undefined> {
  try {
    const { Retention } = await s3.send(
      new GetObjectRetentionCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return Retention?.RetainUntilDate?.toISOString();
  } catch (error) {
    // No lock, or one that we may not read: the refusal itself is on record.
    if (error instanceof S3ServiceException) return undefined;
    throw error;
  }
}
