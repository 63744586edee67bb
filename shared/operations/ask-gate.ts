import { mayAllBeHeld } from "../domain/holds/reach.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Disclosure } from "../domain/processors/disclosure.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { gateOver } from "./delete-gate.ts";
import type { DeleteGate, Holds, RequestRegister } from "./ports.ts";

export interface AskGatePorts {
  readonly register: Pick<RequestRegister, "read" | "pausedAll">;
  readonly holds: Holds;
  /** Returns for how many milliseconds this process may go on. */
  readonly remainingMs: () => number;
}

/** Returns the gate that every deletion goes through, here over what a third party has of one category. */
export function askGate(
  ports: AskGatePorts,
  { requestId, subjectRef }: Pick<ErasureRequest, "requestId" | "subjectRef">,
  policy: Policy,
  { processor, category }: Pick<Disclosure, "processor" | "category">,
): DeleteGate {
  const place = { subjectRef, storeId: processor, categories: [category] };
  return gateOver(ports, {
    mayBeHeld: mayAllBeHeld(policy, [category]),
    placeOf: async () => place,
    whyShut: async () => {
      const request = await ports.register.read(requestId);
      if (!request) return "the request is not on record";
      return request.paused ? "the request is paused" : undefined;
    },
    noteHeldBack: (holdId) => ports.holds.noteHeldBack(holdId, requestId),
  });
}

/** Returns a thing at a third party as far as holds can tell it. */
export function heldAs({ reference, sentAt }: Disclosure) {
  return { id: reference, item: reference, createdAt: new Date(sentAt) };
}
