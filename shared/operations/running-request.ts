import { ERROR_NAMES } from "../domain/erasure/error-names.ts";
import type { Step } from "../domain/erasure/step.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { type ErasureRequest, isLookedAtAgain } from "../domain/requests/erasure-request.ts";
import type { RequestRegister } from "./ports.ts";

/** The request is not in a state that may run, or a newer attempt has taken over; nothing was changed. */
export class RequestNotRunning extends Error {
  override readonly name = ERROR_NAMES.requestNotRunning;
}

/** A request that runs knows whose it is. */
export type RunningRequest = ErasureRequest & { readonly subjectId: SubjectId };

/**
 * Returns the request of a step, read now.
 *
 * @throws {RequestNotRunning} if it does not run, or runs as another attempt.
 */
export async function runningRequest(register: RequestRegister, step: Step): Promise<RunningRequest> {
  const request = await register.read(step.requestId);
  const subjectId = request?.subjectId;
  if (request && subjectId && isRunBy(request, step)) return { ...request, subjectId };
  throw new RequestNotRunning(
    `Request ${step.requestId} does not run as attempt ${step.attempt} (it is ${describe(request)}): this run ends here.`,
  );
}

/** Says whether this attempt, and no newer one, carries the request out now. */
export function isRunBy(request: ErasureRequest, step: Step): boolean {
  const isRun = request.progress.state === "running" || isLookedAtAgain(request);
  return isRun && request.attempt === step.attempt;
}

function describe(request: ErasureRequest | undefined): string {
  return request ? `${request.progress.state}, attempt ${request.attempt}` : "not on record";
}
