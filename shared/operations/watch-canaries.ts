import type { S3Store } from "../domain/policy/store.ts";
import { afterDuration } from "../domain/retention/after-duration.ts";
import { canaryKey } from "../domain/retention/canary.ts";
import type { ClockedStore } from "../domain/retention/clocked-service.ts";
import type { DoDuty } from "./do-duties.ts";
import type { Canaries, Clock, Duties, ExpiringStore, Metrics } from "./ports.ts";

const HOUR_MS = 3_600_000;

const PUT_CANARY = "put-canary";
export const LOOK_FOR_CANARY = "look-for-canary";

export interface WatchCanariesPorts {
  readonly canaries: Canaries;
  readonly duties: Duties;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** The store that canaries live in, as it is declared and as it is looked at. */
export interface CanaryPlace extends Pick<ClockedStore, "rule"> {
  readonly declared: S3Store;
  readonly adapter: Pick<ExpiringStore, "see">;
}

/** Puts that a canary has to be put, unless it stands; it puts itself again each hour. */
export async function planCanaries(duties: Pick<Duties, "putOnce">, now: Date): Promise<void> {
  await duties.putOnce({ dutyId: PUT_CANARY, kind: PUT_CANARY, about: {}, dueAt: now.toISOString() });
}

/**
 * Returns what is done about canaries: one is put each hour by the whole way that a person's upload takes, and when its
 * limit has passed it is looked for. One that is still there is told to CloudWatch, and looked for again.
 */
export function watchCanaries(
  { canaries, duties, metrics, clock }: WatchCanariesPorts,
  { declared, rule, adapter }: CanaryPlace,
): Readonly<Record<typeof PUT_CANARY | typeof LOOK_FOR_CANARY, DoDuty>> {
  const inAnHour = () => new Date(clock.now().getTime() + HOUR_MS).toISOString();
  return {
    async [PUT_CANARY](duty) {
      const { limit } = rule;
      if (!limit) return undefined;
      const now = clock.now();
      const key = canaryKey(declared, now);
      await canaries.put(key);
      const at = now.toISOString();
      const dueAt = afterDuration(at, limit.after);
      await duties.put({ dutyId: `canary/${at}`, kind: LOOK_FOR_CANARY, about: { at }, dueAt });
      return { ...duty, dueAt: inAnHour() };
    },

    async [LOOK_FOR_CANARY](duty) {
      const { at = "" } = duty.about;
      const key = canaryKey(declared, new Date(at));
      const seen = await adapter.see({ store: declared.id, key });
      await metrics.put({ CanaryAgeSeconds: seen ? (clock.now().getTime() - Date.parse(at)) / 1000 : 0 });
      return seen ? { ...duty, dueAt: inAnHour() } : undefined;
    },
  };
}
