import type { Policy } from "../shared/domain/policy/policy.ts";
import { marginTooSmallAt } from "../shared/domain/retention/scaled-margin.ts";

/** Time that runs faster than it is: on the embedded AWS only. */
export interface ScaledTime {
  readonly scale: number;
  /** When it was the same as real time, ISO 8601 UTC. */
  readonly origin: string;
}

/** Time was to be scaled where it cannot be; nothing was synthesised. */
export class TimeNotScalable extends Error {
  override readonly name = "TimeNotScalable";
}

/**
 * Does nothing if time may run so fast here.
 *
 * @throws {TimeNotScalable} on AWS, where no time can be scaled, and if a margin would be shorter than two ticks.
 */
export function assertScalable(
  policy: Policy,
  { scale }: ScaledTime,
  { local }: { readonly local: boolean },
): void {
  if (!local) {
    throw new TimeNotScalable("Time can be scaled on the embedded AWS only: leave timeScale out on AWS.");
  }
  const tooSmall = marginTooSmallAt(policy, scale);
  if (tooSmall === undefined) return;
  const { store, marginMinutes, largestScale } = tooSmall;
  throw new TimeNotScalable(
    `At --time-scale ${scale} the margin of what is in ${store}, ${marginMinutes} minutes, is shorter than two ticks of the sweeper, half a real second each: use --time-scale ${largestScale} or less.`,
  );
}
