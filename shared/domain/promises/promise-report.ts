import type { CompiledPolicy } from "../policy/compile-policy.ts";
import { MECHANISMS, type Mechanism } from "../policy/mechanism.ts";
import type { PolicyPromise } from "../policy/promise.ts";
import { isSameMechanism, type Measured, type Measurement } from "./measurement.ts";
import { mechanismText } from "./mechanism-text.ts";

/** How a promise stands. `kept` is never declared: somebody looked. */
export type PromiseStatus = "kept" | "attested" | "text-conflict" | "not-yet" | "not-applicable";

/** One promise in the report. */
export interface PromiseRow {
  readonly id: string;
  readonly policy: string;
  readonly kind: PolicyPromise["kind"];
  readonly says: string;
  readonly status: PromiseStatus;
  /** What keeps it, or the part of it that is kept. */
  readonly keptBy: readonly string[];
  /** What was seen, where and when; or the document that says so. */
  readonly evidence: readonly string[];
  /** What has to be there before it is kept. */
  readonly missing?: string;
}

/** Returns every promise of a policy as it stands by what was measured, and by nothing else. */
export function promiseReport(
  compiled: CompiledPolicy,
  measured: Measured | undefined,
): readonly PromiseRow[] {
  return compiled.policy.promises.map((promise) => rowOf(promise, compiled, measured?.measurements ?? []));
}

function rowOf(
  promise: PolicyPromise,
  compiled: CompiledPolicy,
  measurements: readonly Measurement[],
): PromiseRow {
  const { id, kind, says, kept } = promise;
  const mechanisms = ("keptBy" in kept && kept.keptBy) || [];
  const seen = mechanisms.map((mechanism) => lookAt(mechanism, compiled.digest, measurements));
  const row = {
    id,
    policy: compiled.policy.service.id,
    kind,
    says,
    keptBy: mechanisms.map(mechanismText),
    evidence: seen.flatMap(({ evidence }) => evidence),
  };
  switch (kept.status) {
    case "bound": {
      const missing = seen.flatMap((look) => (look.missing === undefined ? [] : [look.missing]));
      return missing.length === 0
        ? { ...row, status: "kept" }
        : { ...row, status: "not-yet", missing: missing.join("; ") };
    }
    case "not-yet":
      return { ...row, status: "not-yet", missing: kept.missing };
    case "attested":
      return {
        ...row,
        status: "attested",
        evidence: [
          `${kept.document}, of ${kept.date}, owner ${kept.owner}, to be reviewed on ${kept.reviewOn}`,
        ],
      };
    case "text-conflict":
      return {
        ...row,
        status: "text-conflict",
        missing: `the text has to change: ${kept.conflict}; kept is: ${kept.stricter}`,
      };
    case "not-applicable":
      return { ...row, status: "not-applicable", evidence: [kept.why] };
  }
}

/** What is known of one mechanism under the policy in force; what was seen under another does not count. */
function lookAt(
  mechanism: Mechanism,
  digest: string,
  measurements: readonly Measurement[],
): { readonly evidence: readonly string[]; readonly missing?: string } {
  const text = mechanismText(mechanism);
  const all = measurements.filter((known) => isSameMechanism(known.mechanism, mechanism));
  const current = all.filter(({ policyDigest }) => policyDigest === digest);
  const evidence = current.map((known) => evidenceText(text, known));
  const broken = current.find(({ held }) => !held);
  if (broken) return { evidence, missing: `${text} did not hold on ${broken.to}` };
  if (current.length === 0) {
    const missing = `${text} was not measured${all.length > 0 ? " under this version of the policy" : ""}`;
    return { evidence, missing };
  }
  if (MECHANISMS[mechanism.mechanism].shownBy === "behaviour") return { evidence };
  return current.some(({ environment }) => environment === "aws")
    ? { evidence }
    : { evidence, missing: `${text} is deployed here, where nothing enforces it: measure it on AWS` };
}

function evidenceText(text: string, known: Measurement): string {
  const { environment, held, how, from, to, looks, commit } = known;
  const window = looks === 1 ? to : `${looks} times from ${from} to ${to}`;
  return `${text}: ${held ? "held" : "BROKEN"}, ${window}, on ${environment === "aws" ? "AWS" : "the embedded AWS"}, commit ${commit}: ${how}`;
}
