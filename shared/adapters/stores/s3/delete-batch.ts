import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { HoldableThing } from "../../../domain/holds/hold.ts";
import type { DeleteGate, HeldBack } from "../../../operations/ports.ts";
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

/** Why an entry was not deleted by a call. */
type Stays =
  | { readonly because: "refused"; readonly code: string }
  | { readonly because: "held"; readonly held: HeldBack<HoldableThing> }
  | { readonly because: "stopped" };

/**
 * Deletes these entries by version, after asking the gate before each call; what stays is added to `left`.
 *
 * @returns how many were deleted, and whether the gate shut before all were asked for.
 */
export async function deleteEntries(
  from: DeletingFrom,
  entries: readonly S3Entry[],
  gate: DeleteGate,
  left: LeftBehindList,
): Promise<{ readonly deleted: number; readonly stopped: boolean }> {
  const stay = new Map<S3Entry, Stays>();
  let todo = entries;
  for (let tries = 1; todo.length > 0 && tries <= TRIES_MAX; tries += 1) {
    if (tries > 1) await from.time.pause(FIRST_PAUSE_MS * 2 ** (tries - 2));
    await from.keysMayGo(todo.length);
    const answers = await deleteOnce(from, todo, gate);
    for (const entry of todo) stay.delete(entry);
    for (const [entry, why] of answers) stay.set(entry, why);
    todo = [...answers].filter(([, why]) => isWorthTryingAgain(why)).map(([entry]) => entry);
  }
  for (const [entry, why] of stay) {
    if (why.because === "held") left.addHeld(why.held);
    if (why.because === "refused") {
      await left.add(thingOf(entry).id, why.code, () => lockEndOf(from, entry));
    }
  }
  const stopped = [...stay.values()].some(({ because }) => because === "stopped");
  return { deleted: entries.length - stay.size, stopped };
}

function isWorthTryingAgain(why: Stays): boolean {
  return why.because === "refused" && WORTH_TRYING_AGAIN.includes(why.code);
}

/** An entry as the gate and the list of what is left know it. */
function thingOf(entry: S3Entry): HoldableThing {
  return { id: `${entry.key}\n${entry.versionId}`, item: entry.key, createdAt: entry.createdAt };
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

/** Returns what stays of these, and why. */
async function deleteOnce(
  from: DeletingFrom,
  entries: readonly S3Entry[],
  gate: DeleteGate,
): Promise<ReadonlyMap<S3Entry, Stays>> {
  const stay = new Map<S3Entry, Stays>();
  const singly = entries.filter(({ key }) => NOT_IN_XML.test(key));
  const together = singly.length === 0 ? entries : entries.filter(({ key }) => !NOT_IN_XML.test(key));
  const calls = [...(together.length > 0 ? [together] : []), ...singly.map((entry) => [entry])];
  for (const [at, call] of calls.entries()) {
    const answer = await gate.mayDelete(call.map((entry) => ({ ...thingOf(entry), entry })));
    if (!answer.proceed) {
      for (const entry of calls.slice(at).flat()) stay.set(entry, { because: "stopped" });
      break;
    }
    for (const held of answer.held) stay.set(held.entry.entry, { because: "held", held });
    const free = answer.free.map(({ entry }) => entry);
    if (free.length === 0) continue;
    const refused = call === together ? await deleteTogether(from, free) : await deleteSingly(from, free);
    for (const [entry, code] of refused) stay.set(entry, { because: "refused", code });
  }
  return stay;
}

async function deleteSingly(
  { s3, bucket }: DeletingFrom,
  entries: readonly S3Entry[],
): Promise<ReadonlyMap<S3Entry, string>> {
  const refused = new Map<S3Entry, string>();
  for (const entry of entries) {
    const call = new DeleteObjectCommand({ Bucket: bucket, Key: entry.key, VersionId: entry.versionId });
    const code = await refusalOf(s3.send(call));
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
