import { askedNextAt, type ProcessorAsk } from "../domain/processors/processor-ask.ts";
import { type AskOpenPorts, askOpen } from "./ask-open.ts";
import type { DoDuty } from "./do-duties.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Duty, Records } from "./ports.ts";

const MINUTE_MS = 60_000;
/** Until then whoever was to ask first is taken to be at it. */
const FIRST_AGAIN_MS = 5 * MINUTE_MS;

const ASK_AGAIN = "ask-processors";

/** Returns the duty to ask third parties again about what a request asks, at a time: ISO 8601 UTC. */
export function askAgainAt(requestId: string, at: string | undefined, now: Date): Duty {
  const soon = new Date(now.getTime() + MINUTE_MS).toISOString();
  const dueAt =
    at === undefined ? new Date(now.getTime() + FIRST_AGAIN_MS).toISOString() : at < soon ? soon : at;
  return { dutyId: `${ASK_AGAIN}-${requestId}`, kind: ASK_AGAIN, about: { requestId }, dueAt };
}

/** Returns when the first of several things is asked about next, ISO 8601 UTC; undefined if none is. */
export function firstAskedNextAt(asks: readonly ProcessorAsk[]): string | undefined {
  return asks.flatMap((ask) => askedNextAt(ask) ?? []).sort()[0];
}

/** Returns how the duty is done: what is due is asked about, and the duty comes back as long as anything is open. */
export function askingDuties(
  ports: AskOpenPorts & { readonly records: Records },
): Readonly<Record<string, DoDuty>> {
  return {
    [ASK_AGAIN]: async ({ about: { requestId = "" } }) => {
      const request = await ports.register.read(requestId);
      if (!request) return undefined;
      const { policy } = await policyOnRecord(ports.records, request.policyDigest);
      const next = firstAskedNextAt(await askOpen(ports, request, policy));
      return next === undefined ? undefined : askAgainAt(requestId, next, ports.clock.now());
    },
  };
}
