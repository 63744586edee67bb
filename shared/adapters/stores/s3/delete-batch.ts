import { setTimeout as pause } from "node:timers/promises";
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { LeftBehindList } from "../left-behind.ts";
import type { S3Entry, S3Upload } from "./entries.ts";

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

/** Deletes these entries by version; what could not be deleted is added to `left`. Returns how many were. */
export async function deleteEntries(
  s3: S3Client,
  bucket: string,
  entries: readonly S3Entry[],
  left: LeftBehindList,
): Promise<number> {
  let refused = new Map<S3Entry, string>();
  let todo = entries;
  for (let tries = 1; todo.length > 0 && tries <= TRIES_MAX; tries += 1) {
    if (tries > 1) await pause(FIRST_PAUSE_MS * 2 ** (tries - 2));
    const answers = await deleteOnce(s3, bucket, todo);
    for (const entry of todo) refused.delete(entry);
    refused = new Map([...refused, ...answers]);
    todo = [...answers].filter(([, code]) => WORTH_TRYING_AGAIN.includes(code)).map(([entry]) => entry);
  }
  for (const [entry, code] of refused) {
    const id = `${entry.key}\n${entry.versionId}`;
    await left.add(id, code, () => lockEndOf(s3, bucket, entry));
  }
  return entries.length - refused.size;
}

/** Aborts an upload; its parts go with it. Returns false if it could not be aborted. */
export async function abortUpload(
  s3: S3Client,
  bucket: string,
  upload: S3Upload,
): Promise<string | undefined> {
  const { key, uploadId } = upload;
  return codeOf(s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId })));
}

/** Returns S3's code for each entry that it refused; an answer of 200 may hold any number of them. */
async function deleteOnce(
  s3: S3Client,
  bucket: string,
  entries: readonly S3Entry[],
): Promise<ReadonlyMap<S3Entry, string>> {
  const refused = new Map<S3Entry, string>();
  const together = entries.filter(({ key }) => fitsXml(key));
  if (together.length > 0) {
    const byId = new Map(together.map((entry) => [idOf(entry.key, entry.versionId), entry]));
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({
        Bucket: bucket,
        Delete: {
          Objects: together.map(({ key, versionId }) => ({ Key: key, VersionId: versionId })),
          Quiet: true,
        },
      }),
    );
    for (const { Key = "", VersionId = "null", Code = "UnknownError" } of Errors) {
      const entry = byId.get(idOf(Key, VersionId)) ?? together.find(({ key }) => key === Key);
      // An answer about something that was not asked for: then nothing of this call can be believed.
      if (!entry) throw new AnswerNotUnderstood(`S3 answered ${Code} for an entry that was not in the call.`);
      if (!GONE.includes(Code)) refused.set(entry, Code);
    }
  }
  for (const entry of entries.filter(({ key }) => !fitsXml(key))) {
    const { key, versionId } = entry;
    const code = await codeOf(
      s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId })),
    );
    if (code !== undefined) refused.set(entry, code);
  }
  return refused;
}

/** S3 answered about an entry that it was not asked about. */
export class AnswerNotUnderstood extends Error {
  override readonly name = "AnswerNotUnderstood";
}

/** Returns the code with which S3 refused one call about one thing; a store that is away is an error. */
async function codeOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (GONE.includes(error.name)) return undefined;
    const isAboutThisOne = error.$metadata.httpStatusCode === 403 || error.name === "InvalidRequest";
    if (!isAboutThisOne) throw error;
    return error.name;
  }
}

async function lockEndOf(
  s3: S3Client,
  bucket: string,
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

/** False for characters that XML 1.0 cannot carry, and CR, which its readers turn into LF: https://www.w3.org/TR/xml/#charsets */
function fitsXml(key: string): boolean {
  return [...key].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (code >= 0x20 && code !== 0xfffe && code !== 0xffff) || code === 0x09 || code === 0x0a;
  });
}

function idOf(key: string, versionId: string): string {
  return JSON.stringify([key, versionId]);
}
