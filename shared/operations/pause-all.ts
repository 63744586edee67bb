import type { Actor } from "../domain/requests/erasure-request.ts";
import type { PausePorts } from "./pause-request.ts";

/** Stops everything: nothing new starts, and what runs stops before its next batch. The first pause stands. */
export async function pauseAll({ register, clock }: PausePorts, by: Actor): Promise<void> {
  await register.pauseAll({ by, at: clock.now().toISOString() });
}
