import type { Clock } from "../../shared/operations/ports.ts";

/** The clock of the machine that a function runs on. */
export const systemClock: Clock = { now: () => new Date() };
