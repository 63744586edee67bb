import { canonicalJson } from "../domain/canonical-json.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import { type ErasureRequest, isEnded, type Progress } from "../domain/requests/erasure-request.ts";
import { RequestBusy } from "./open-request.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Records, RequestRegister } from "./ports.ts";

/** The other side is one drain and one person: three looks meet the request at rest. */
const TRIES_MAX = 3;

export interface EndUnfrozenPorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly clock: Clock;
}

/** How it ended; a refusal changes nothing. */
export type Ending =
  | { readonly ended: true; readonly request: ErasureRequest }
  | { readonly ended: false; readonly because: EndingRefusal };

export type EndingRefusal = "no-such-request" | "not-theirs" | "frozen-already" | "ended-already";

/**
 * Ends a request that nothing was done for yet, and forgets whose it was. The run of it is one conditional write on the
 * same revision: so either it ends or it runs, never both.
 *
 * @param endOf returns the state it ends in; undefined if whoever asks has no say in this request.
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 */
export async function endUnfrozen(
  ports: EndUnfrozenPorts,
  requestId: string,
  endOf: (request: ErasureRequest, at: string, expiresAtEpochSeconds: number) => Progress | undefined,
): Promise<Ending> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await ports.register.read(requestId);
    if (!request) return refused("no-such-request");
    const now = ports.clock.now();
    const { policy } = await policyOnRecord(ports.records, request.policyDigest);
    const expiresAtEpochSeconds = ownRecordEndsAt(policy, "request", now);
    const progress = endOf(request, now.toISOString(), expiresAtEpochSeconds);
    if (!progress) return refused("not-theirs");
    if (isEnded(request))
      return saysTheSame(request.progress, progress) ? { ended: true, request } : refused("ended-already");
    if (hasBegun(request)) return refused("frozen-already");
    const stored = await ports.register.update({ ...withoutPerson(request), progress });
    if (stored) return { ended: true, request: stored };
  }
  throw new RequestBusy(`Request ${requestId} kept changing: ask again.`);
}

/** The same call, made again because its answer was lost: when it came is no part of what was asked. */
function saysTheSame(one: Progress, other: Progress): boolean {
  const said = (progress: Progress): string =>
    canonicalJson({ ...progress, at: "", expiresAtEpochSeconds: 1 });
  return said(one) === said(other);
}

/** The first attempt begins with the freeze, from which there is no way back. */
function hasBegun({ attempt }: ErasureRequest): boolean {
  return attempt > 0;
}

function withoutPerson(request: ErasureRequest): ErasureRequest {
  const { subjectId: _person, itemId: _thing, paused: _paused, ...rest } = request;
  return rest;
}

function refused(because: EndingRefusal): Ending {
  return { ended: false, because };
}
