import type { Scope } from "../domain/erasure/scope.ts";
import { namesSubject, type SubjectId } from "../domain/erasure/subject-id.ts";
import { itemReference, type SubjectKey, subjectReference } from "../domain/erasure/subject-reference.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import {
  type ErasureRequest,
  isEnded,
  type Opener,
  type Progress,
} from "../domain/requests/erasure-request.ts";
import { STAFF_REQUESTS_PER_HOUR_MAX } from "../domain/requests/hourly-limits.ts";
import { newRequestId } from "../domain/requests/request-id.ts";
import { personBehind } from "../domain/requests/same-person.ts";
import type { Clock, RequestRegister, SubjectKeys } from "./ports.ts";

/** The other side changes only as fast as people and runs do: three looks are enough to meet it at rest. */
const TRIES_MAX = 3;

/** The request kept changing under our hands; nothing was changed by us. */
export class RequestBusy extends Error {
  override readonly name = "RequestBusy";
}

/** One member of staff has opened too many requests in this hour; nothing was changed. */
export class TooManyByOnePerson extends Error {
  override readonly name = "TooManyByOnePerson";
}

/** Data would be sealed by somebody who may not ask for it, or without a reason; nothing was changed. */
export class SealingRefused extends Error {
  override readonly name = "SealingRefused";
}

export interface OpenRequestPorts {
  readonly register: RequestRegister;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  /** Returns this many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Who asks for whose erasure, of which service, under which policy. */
export interface RequestToOpen {
  readonly subject: SubjectId;
  readonly scope: Scope;
  readonly actor: Opener;
  readonly reason?: string;
  readonly service: string;
  readonly region: string;
  readonly policyDigest: string;
}

/**
 * Opens a request for an erasure, or joins the one that is open for the same person and scope.
 *
 * The person's own request may run at once, and so may that of an account which has ended; one by staff first waits for
 * a plan and a second person. When the person asks too, a request by staff that still waits becomes theirs. One that waits for a date is looked at again.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 * @throws {TooManyByOnePerson} if a member of staff has opened too many in this hour.
 * @throws {SealingRefused} if it would seal and is not asked by staff, with a reason.
 */
export async function openRequest(
  ports: OpenRequestPorts,
  asked: RequestToOpen,
): Promise<{ readonly request: ErasureRequest; readonly joined: boolean }> {
  if (asked.scope.kind === SEALING) assertMaySeal(asked);
  await limitStaff(ports, asked.actor);
  const key = await ports.subjectKeys.current();
  const subjectRef = subjectReference(key, asked.service, asked.subject);
  const scope = recordable(key, asked);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = newRequest(ports, asked, { subjectRef, ...scope });
    const opening = await ports.register.open(request);
    if (opening.opened) return { request, joined: false };
    const joined = await join(ports, opening.activeRequestId, asked.actor);
    if (joined) return { request: joined, joined: true };
  }
  throw new RequestBusy(`The request of ${subjectRef} kept changing: ask again.`);
}

/** What may be evidence against somebody is neither theirs to seal, nor sealed without a word why. */
function assertMaySeal({ actor, reason, subject }: RequestToOpen): void {
  if (actor.kind !== "staff" || reason === undefined) {
    throw new SealingRefused("Only staff seal data, and say why: a second person then approves.");
  }
  if (namesSubject(reason, subject)) {
    throw new SealingRefused("The reason names the person: it is kept and shown, so write it without.");
  }
}

/** The person's own requests are not counted: there is one at a time of each, and one account ends once. */
async function limitStaff({ register, clock }: OpenRequestPorts, actor: Opener): Promise<void> {
  if (actor.kind !== "staff") return;
  const opened = await register.countInHour(`opened by ${personBehind(actor.name)}`, clock.now());
  if (opened <= STAFF_REQUESTS_PER_HOUR_MAX) return;
  throw new TooManyByOnePerson(
    `One person opens at most ${STAFF_REQUESTS_PER_HOUR_MAX} requests in an hour: go on in the next one.`,
  );
}

/** What of a person it is about, by references, and the id that is forgotten at the end. */
function recordable(key: SubjectKey, { service, subject, scope }: RequestToOpen) {
  switch (scope.kind) {
    case "project":
    case "page":
    case "image":
      return { scope: scope.kind, itemId: scope.id, itemRef: itemReference(key, service, subject, scope) };
    case "category":
      return { scope: scope.kind, category: scope.category };
    case "processors":
      return { scope: scope.kind, ...(scope.processor === undefined ? {} : { processor: scope.processor }) };
    case "account":
    case "minor":
    case "preserve-and-report":
      return { scope: scope.kind };
  }
}

function newRequest(
  ports: OpenRequestPorts,
  asked: RequestToOpen,
  about: { readonly subjectRef: string } & ReturnType<typeof recordable>,
): ErasureRequest {
  const now = ports.clock.now();
  const dueAt = now.toISOString();
  return {
    schema: "lethe.request/1",
    service: asked.service,
    region: asked.region,
    requestId: newRequestId(now, ports.random(10)),
    subjectId: asked.subject,
    ...about,
    ...(asked.reason === undefined ? {} : { reason: asked.reason }),
    openedBy: asked.actor,
    openedAt: now.toISOString(),
    policyDigest: asked.policyDigest,
    attempt: 0,
    progress: { state: asked.actor.kind === "staff" ? "open" : "verified", dueAt },
    revision: 1,
  };
}

/** Returns the request joined; undefined if it ended or changed meanwhile. */
async function join(
  ports: OpenRequestPorts,
  requestId: string,
  actor: Opener,
): Promise<ErasureRequest | undefined> {
  const active = await ports.register.read(requestId);
  if (!active || isEnded(active)) return undefined;
  const progress = progressAfterJoining(active.progress, actor, ports.clock.now().toISOString());
  return progress === active.progress ? active : ports.register.update({ ...active, progress });
}

function progressAfterJoining(progress: Progress, actor: Opener, now: string): Progress {
  const waitsForStaff = progress.state === "open" || progress.state === "waiting-for-approval";
  if (waitsForStaff && actor.kind !== "staff") return { state: "verified", dueAt: now };
  if (progress.state === "waiting") return { ...progress, dueAt: now };
  return progress;
}
