import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";
import { type SignedCall, signedPost } from "./signed-call.ts";

/** About five seconds in all: whoever waits for an answer sits in front of a screen. */
const TRIES_MAX = 5;
const FIRST_PAUSE_MS = 400;

/** How the patience of a call waits; injected, so that tests need not. */
export interface Patience {
  readonly time: WaitingTime;
  /** Returns a number from 0 up to, not including, 1. */
  readonly chance: () => number;
}

const PATIENT: Patience = { time: REAL_TIME, chance: Math.random };

/**
 * Posts as {@link signedPost} does, and again after a pause of chance what nobody answered or there was no room for.
 * Every call of our API may be made twice: the second does nothing more.
 *
 * @returns the last answer, whatever it is.
 * @throws what the network said, if the last try had no answer.
 */
export async function patientPost(call: SignedCall, patience: Patience = PATIENT): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await signedPost(call);
      if (tries === TRIES_MAX || !(await isTurnedAway(response))) return response;
    } catch (error) {
      // What fetch says of a connection that was refused or broke.
      if (tries === TRIES_MAX || !(error instanceof TypeError)) throw error;
    }
    await patience.time.pause(patience.chance() * FIRST_PAUSE_MS * 2 ** (tries - 1));
  }
}

/** Says whether API Gateway had no room for a call; a limit of ours has a name, and asking again changes nothing. */
export async function isTurnedAway(response: Response): Promise<boolean> {
  if (response.status === 503 || response.status === 504) return true;
  if (response.status !== 429) return false;
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof answer !== "object" || answer === null || !("error" in answer);
}
