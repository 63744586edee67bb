import { clockAt, scaledInstant } from "../../shared/adapters/clock/scaled-time.ts";
import type { Clock } from "../../shared/operations/ports.ts";
import { timeScale } from "./settings.ts";

const time = timeScale();

/** The clock of the machine that a function runs on; on the embedded AWS it may run faster. */
export const systemClock: Clock = clockAt(time);

/** Returns a moment that AWS or the service told, which is a real one, as that clock shows it. */
export function shown(real: Date): Date {
  return scaledInstant(time, real);
}
