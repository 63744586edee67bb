import type { Actor } from "../domain/requests/erasure-request.ts";
import { type Ending, type EndUnfrozenPorts, endUnfrozen } from "./end-unfrozen.ts";

/** Who takes a request back: staff, or the person themselves, who is known by their id. */
export interface Withdrawal {
  readonly requestId: string;
  readonly by: Actor;
  /** The id that the request must be of; absent for staff, and where nobody is signed in. */
  readonly subject?: string;
}

/**
 * Takes a request back before anything was frozen: everything stays as it was, and the person may ask again at once.
 * The person takes back only what they asked for themselves.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 */
export function withdrawRequest(
  ports: EndUnfrozenPorts,
  { requestId, by, subject }: Withdrawal,
): Promise<Ending> {
  return endUnfrozen(ports, requestId, (request, at, expiresAtEpochSeconds) => {
    const isTheirs = request.openedBy.kind === "subject";
    // Whose it was is forgotten with its end, and then there is nothing left to take back.
    const isThem = subject === undefined || (request.subjectId ?? subject) === subject;
    if (by.kind === "subject" && !(isTheirs && isThem)) return undefined;
    return { state: "withdrawn", by, at, expiresAtEpochSeconds };
  });
}
