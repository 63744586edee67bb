import { setTimeout as pause } from "node:timers/promises";

/** Time as the erasers wait in it, so that tests need not. */
export interface WaitingTime {
  /** Milliseconds since some fixed moment; never goes back. */
  nowMs(): number;
  pause(milliseconds: number): Promise<void>;
}

/** The time of this machine. */
export const REAL_TIME: WaitingTime = {
  nowMs: () => performance.now(),
  pause: async (milliseconds) => pause(milliseconds),
};
