import type { ClockedService } from "../domain/retention/clocked-service.ts";
import type { DoDuty } from "./do-duties.ts";
import type { Clock, Duty } from "./ports.ts";
import { type SealExpiryLanesPorts, sealExpiryLanes } from "./seal-expiry-lanes.ts";

export const SEAL_DAY = "seal-day";

/** A batch that began before midnight has ended by then. */
const SEALED_AFTER_MIDNIGHT_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Returns the duty to seal the lanes of the day that is now. */
export function sealToday(clock: Clock): Duty {
  return sealOf(clock.now().toISOString().slice(0, "YYYY-MM-DD".length));
}

/** Returns what seals a day that is over; the day after it follows, so that after an outage none is left out. */
export function sealDays(ports: SealExpiryLanesPorts, service: ClockedService): DoDuty {
  return async ({ about: { day = "" } }) => {
    await sealExpiryLanes(ports, service, new Date(`${day}T00:00:00.000Z`));
    return sealOf(dayAfter(day));
  };
}

function sealOf(day: string): Duty {
  const midnight = Date.parse(`${dayAfter(day)}T00:00:00.000Z`);
  const dueAt = new Date(midnight + SEALED_AFTER_MIDNIGHT_MS).toISOString();
  return { dutyId: SEAL_DAY, kind: SEAL_DAY, about: { day }, dueAt };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS).toISOString().slice(0, "YYYY-MM-DD".length);
}
