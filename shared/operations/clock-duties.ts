import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { DoDuty } from "./do-duties.ts";
import { fireHeldAgain } from "./hold-back.ts";
import type { Clock, DueRows, Duties, Duty, Holds, Tasks } from "./ports.ts";
import { type SealExpiryLanesPorts, sealExpiryLanes } from "./seal-expiry-lanes.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A batch that was begun before midnight has ended by then. */
const SEALED_AFTER_MIDNIGHT_MS = 6 * HOUR_MS;

const FIRE_HELD_AGAIN = "fire-held-again";
const SEAL_EXPIRY_LANES = "seal-expiry-lanes";
const REVIEW_HOLDS = "review-holds";

export interface ClockDutiesPorts extends SealExpiryLanesPorts {
  readonly dueRows: DueRows;
  readonly holds: Pick<Holds, "active">;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** Puts what the clock has to do again and again, unless it is there; each puts itself when it was done. */
export async function planClockDuties(duties: Duties, now: Date): Promise<void> {
  const at = now.toISOString();
  await duties.putOnce({ dutyId: FIRE_HELD_AGAIN, kind: FIRE_HELD_AGAIN, about: {}, dueAt: at });
  await duties.putOnce({ dutyId: REVIEW_HOLDS, kind: REVIEW_HOLDS, about: {}, dueAt: at });
  await duties.putOnce(sealOf(now));
}

/** Makes what a hold kept from the clock due at the next tick: a release asks for it. */
export async function askToFireHeldAgain(duties: Pick<Duties, "put">, now: Date): Promise<void> {
  await duties.put({ dutyId: FIRE_HELD_AGAIN, kind: FIRE_HELD_AGAIN, about: {}, dueAt: now.toISOString() });
}

/** Returns how each duty of the clock is done, by its kind. */
export function clockDuties(
  ports: ClockDutiesPorts,
  service: ClockedService,
): Readonly<Record<string, DoDuty>> {
  const again = (duty: Duty, afterMs: number): Duty => ({
    ...duty,
    dueAt: new Date(ports.clock.now().getTime() + afterMs).toISOString(),
  });
  return {
    // Each hour besides: whoever released a hold may have died before it could ask.
    [FIRE_HELD_AGAIN]: async (duty) => {
      await fireHeldAgain(ports, service);
      return again(duty, HOUR_MS);
    },
    [SEAL_EXPIRY_LANES]: async ({ about: { day = "" } }) => {
      const sealed = new Date(`${day}T00:00:00.000Z`);
      await sealExpiryLanes(ports, service, sealed);
      // The next day, and not the next one that is over: after an outage each has its turn.
      return sealOf(new Date(sealed.getTime() + DAY_MS));
    },
    [REVIEW_HOLDS]: async (duty) => {
      await reviewHolds(ports, service);
      return again(duty, DAY_MS);
    },
  };
}

/** The lanes of a day are closed once that is over. */
function sealOf(day: Date): Duty {
  const name = day.toISOString().slice(0, 10);
  const dueAt = new Date(
    Date.parse(`${name}T00:00:00.000Z`) + DAY_MS + SEALED_AFTER_MIDNIGHT_MS,
  ).toISOString();
  return { dutyId: SEAL_EXPIRY_LANES, kind: SEAL_EXPIRY_LANES, about: { day: name }, dueAt };
}

/** A hold does not end by itself: on the day of its review somebody has to say whether it stands. */
async function reviewHolds(
  { holds, tasks, clock }: ClockDutiesPorts,
  { service, region }: ClockedService,
): Promise<void> {
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  const due = (await holds.active()).filter(({ reviewOn }) => reviewOn <= today);
  const [first] = due.map(({ reviewOn }) => reviewOn).sort();
  if (first === undefined) return;
  const needs = `Say whether these holds still stand, release what does not, and place what does anew with another review: ${due.map(({ holdId }) => holdId).join(", ")}.`;
  await tasks.open(newTask("review-hold", { service, region }, { needs, now, on: `${first}T00:00:00.000Z` }));
}
