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
  // Somebody wrote the same key at this moment; the next try finds what became of that.
  "ConditionalRequestConflict",
];
/** About six seconds of trying for a key that is refused each time. */
const TRIES_MAX = 6;
const FIRST_PAUSE_MS = 200;
/** What is gone already was deleted by somebody else, or by us before a crash. */
const GONE = ["NoSuchKey", "NotFound", "NoSuchVersion", "NoSuchUpload"];
/** How S3 says that what is there has another ETag than was asked for. */
export const CHANGED = "PreconditionFailed";
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

/** What is to be deleted under a key: one version, or what is there if it is still the one with this ETag. */
export type S3Target = {
  readonly key: string;
  readonly createdAt: Date | undefined;
} & ({ readonly versionId: string } | { readonly etag: string });

/** Why an entry was not deleted by a call; what is absent was gone before. */
export type NotDeleted =
  | { readonly because: "absent" }
  | { readonly because: "refused"; readonly code: string }
  | { readonly because: "held"; readonly held: HeldBack<HoldableThing> }
  | { readonly because: "stopped" };

type Refusal = Extract<NotDeleted, { because: "absent" | "refused" }>;

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
  const stay = new Map(
    [...(await deleteEach(from, entries, gate))].filter(([, { because }]) => because !== "absent"),
  );
  for (const [entry, why] of stay) {
    if (why.because === "held") left.addHeld(why.held);
    if (why.because === "refused") {
      await left.add(thingOf(entry).id, why.code, () => lockEndOf(from, entry));
    }
  }
  const stopped = [...stay.values()].some(({ because }) => because === "stopped");
  return { deleted: entries.length - stay.size, stopped };
}

/** Deletes these, after asking the gate before each call, and returns those that no call deleted, and why. */
export async function deleteEach<Target extends S3Target>(
  from: DeletingFrom,
  targets: readonly Target[],
  gate: DeleteGate,
): Promise<ReadonlyMap<Target, NotDeleted>> {
  const stay = new Map<Target, NotDeleted>();
  let todo = targets;
  for (let tries = 1; todo.length > 0 && tries <= TRIES_MAX; tries += 1) {
    if (tries > 1) await from.time.pause(FIRST_PAUSE_MS * 2 ** (tries - 2));
    await from.keysMayGo(todo.length);
    const answers = await deleteOnce(from, todo, gate);
    for (const entry of todo) stay.delete(entry);
    for (const [entry, why] of answers) stay.set(entry, why);
    todo = [...answers].filter(([, why]) => isWorthTryingAgain(why)).map(([entry]) => entry);
  }
  return stay;
}

/** Says whether S3 refused for a reason that passes by itself. */
export function isWorthTryingAgain(why: NotDeleted): boolean {
  return why.because === "refused" && WORTH_TRYING_AGAIN.includes(why.code);
}

/** An entry as the gate and the list of what is left know it. */
function thingOf(target: S3Target): HoldableThing {
  // What is asked for by its ETag is in a bucket without versions, which calls the only one so.
  const versionId = "versionId" in target ? target.versionId : "null";
  return { id: `${target.key}\n${versionId}`, item: target.key, createdAt: target.createdAt };
}

/** Aborts an upload; its parts go with it. Returns the code with which S3 refused, undefined if it is gone. */
export async function abortUpload(
  { s3, bucket }: DeletingFrom,
  { key, uploadId }: S3Upload,
): Promise<string | undefined> {
  const code = await refusalOf(
    s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId })),
  );
  return code === undefined || GONE.includes(code) ? undefined : code;
}

/** Returns what stays of these, and why. */
async function deleteOnce<Target extends S3Target>(
  from: DeletingFrom,
  entries: readonly Target[],
  gate: DeleteGate,
): Promise<ReadonlyMap<Target, NotDeleted>> {
  const stay = new Map<Target, NotDeleted>();
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
    for (const [entry, refusal] of refused) stay.set(entry, refusal);
  }
  return stay;
}

async function deleteSingly<Target extends S3Target>(
  { s3, bucket }: DeletingFrom,
  targets: readonly Target[],
): Promise<ReadonlyMap<Target, Refusal>> {
  const refused = new Map<Target, Refusal>();
  for (const target of targets) {
    const which = "versionId" in target ? { VersionId: target.versionId } : { IfMatch: quoted(target.etag) };
    const code = await refusalOf(
      s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: target.key, ...which })),
    );
    if (code !== undefined) refused.set(target, refusalFor(code));
  }
  return refused;
}

/** An answer of 200 may hold any number of refusals. */
async function deleteTogether<Target extends S3Target>(
  { s3, bucket }: DeletingFrom,
  targets: readonly Target[],
): Promise<ReadonlyMap<Target, Refusal>> {
  const Objects = targets.map((target) => ({
    Key: target.key,
    ...("versionId" in target ? { VersionId: target.versionId } : { ETag: quoted(target.etag) }),
  }));
  const call = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
  const { Errors = [] } = await s3.send(call).catch((error: unknown) => {
    if (!isDenied(error)) throw error;
    return { Errors: Objects.map((object) => ({ VersionId: undefined, ...object, Code: error.name })) };
  });
  const refused = new Map<Target, Refusal>();
  for (const { Key, VersionId, Code = "UnknownError" } of Errors) {
    // Without a version it may mean any of this key: what is not sure to be gone counts as still there.
    const meant = targets.filter(
      (target) =>
        target.key === Key && (!VersionId || !("versionId" in target) || target.versionId === VersionId),
    );
    if (meant.length === 0)
      throw new AnswerNotUnderstood(
        `S3 answered ${Code} for an entry of ${bucket} that it was not asked about.`,
      );
    for (const target of meant) refused.set(target, refusalFor(Code));
  }
  return refused;
}

/** A bucket that wants a second factor for each deletion refuses a call as a whole, and with it every entry. */
function isDenied(error: unknown): error is S3ServiceException {
  return error instanceof S3ServiceException && error.name === "AccessDenied";
}

function refusalFor(code: string): Refusal {
  return GONE.includes(code) ? { because: "absent" } : { because: "refused", code };
}

/** As HTTP writes it; notifications leave the quotation marks out. */
function quoted(etag: string): string {
  return `"${etag}"`;
}

/** Returns the code with which S3 refused a call about one thing; a store that is away is an error. */
async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    // A lock is AccessDenied on AWS, and InvalidRequest on servers that follow it.
    const isAboutThisOne =
      GONE.includes(error.name) ||
      error.name === CHANGED ||
      error.$metadata.httpStatusCode === 403 ||
      error.name === "InvalidRequest";
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
