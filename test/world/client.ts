import { guards, type LetheClient } from "../../client/guards.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Decisions } from "../../shared/operations/ports.ts";
import { virtualClock } from "./clock.ts";
import { inMemoryDecisions } from "./decisions.ts";
import { guardedPolicy } from "./guarded-policy.ts";
import { fixedSubjectKeys } from "./small-ports.ts";

/** The client library over ports in memory, under the policy that names each of its guards. */
export function clientInMemory(decisions: Decisions = inMemoryDecisions()): LetheClient {
  const compiled = compilePolicy(guardedPolicy);
  return guards({
    decisions,
    subjectKeys: fixedSubjectKeys(),
    clock: virtualClock(),
    policy: async () => compiled,
    region: "eu-central-1",
  });
}
