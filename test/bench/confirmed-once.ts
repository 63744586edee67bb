import { randomBytes } from "node:crypto";
import { newTokenSecret, TOKEN_RANDOM_BYTES } from "../../shared/domain/rights/one-time-token.ts";
import type { Tokens } from "../../shared/operations/ports.ts";
import { aToken } from "../world/rights-request.ts";

/** How many rounds ended with so many winners. */
export interface ConfirmRounds {
  readonly none: number;
  readonly one: number;
  readonly several: number;
  readonly seconds: number;
}

/** Rounds that run beside each other, so that the two uses of one link do not wait for each other's connection alone. */
const ROUNDS_AT_ONCE = 8;

/** Uses a new link twice at the same moment, so many times, and counts who won. */
export async function confirmTwice(
  tokens: Tokens,
  rounds: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<ConfirmRounds> {
  const ends = { none: 0, one: 0, several: 0 };
  const startedAtMs = performance.now();
  const now = new Date("2026-11-23T10:30:00.000Z");
  for (let done = 0; done < rounds; done += ROUNDS_AT_ONCE) {
    const some = Array.from({ length: Math.min(ROUNDS_AT_ONCE, rounds - done) });
    await Promise.all(
      some.map(async () => {
        const { hash } = newTokenSecret(randomBytes(TOKEN_RANDOM_BYTES));
        await tokens.put(hash, aToken());
        const uses = await Promise.all([tokens.use(hash, now), tokens.use(hash, now)]);
        const winners = uses.filter(Boolean).length;
        ends[winners === 0 ? "none" : winners === 1 ? "one" : "several"] += 1;
      }),
    );
    onProgress(done + some.length);
  }
  return { ...ends, seconds: (performance.now() - startedAtMs) / 1000 };
}
