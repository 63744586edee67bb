import type { CompiledPolicy } from "../policy/compile-policy.ts";
import { MECHANISMS, type Mechanism } from "../policy/mechanism.ts";
import type { PolicyPromise } from "../policy/promise.ts";
import { isSameMechanism, type Measured, type Measurement } from "./measurement.ts";
import { mechanismText } from "./mechanism-text.ts";

/** How a promise stands. `kept` is never declared: somebody looked. */
export type PromiseStatus = "kept" | "attested" | "text-conflict" | "not-yet" | "not-applicable";

/** Something that is to keep a promise, and what was seen of it. */
export interface Keeper {
  readonly text: string;
  readonly looks: readonly SeenLook[];
}

/** What was measured of a mechanism under the policy in force. */
export interface SeenLook extends Measurement {
  /** `AWS`, or the embedded AWS and what that does not show. */
  readonly where: string;
}

/** One promise in the report. */
export interface PromiseRow {
  readonly id: string;
  readonly policy: string;
  readonly kind: PolicyPromise["kind"];
  readonly says: string;
  readonly status: PromiseStatus;
  /** What keeps it, or the part of it that is kept. */
  readonly keptBy: readonly string[];
  /** The same, each with what was measured of it. */
  readonly keepers: readonly Keeper[];
  /** What was seen, where and when; or the document that says so. */
  readonly evidence: readonly string[];
  /** What has to be there before it is kept. */
  readonly missing?: string;
  /** The same, one thing each. */
  readonly gaps: readonly string[];
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
    keptBy: seen.map(({ keeper }) => keeper.text),
    keepers: seen.map(({ keeper }) => keeper),
    gaps: [],
    evidence: seen.flatMap(({ keeper }) => keeper.looks.map((look) => evidenceText(keeper.text, look))),
  };
  switch (kept.status) {
    case "bound": {
      const gaps = seen.flatMap(({ missing }) => (missing === undefined ? [] : [missing]));
      return gaps.length === 0 ? { ...row, status: "kept" } : { ...row, status: "not-yet", ...lacking(gaps) };
    }
    case "not-yet":
      return { ...row, status: "not-yet", ...lacking([kept.missing]) };
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
        ...lacking([`the text has to change: ${kept.conflict}`, `kept is: ${kept.stricter}`]),
      };
    case "not-applicable":
      return { ...row, status: "not-applicable", evidence: [kept.why] };
  }
}

function lacking(gaps: readonly string[]): Pick<PromiseRow, "missing" | "gaps"> {
  return { missing: gaps.join("; "), gaps };
}

/** What is known of one mechanism under the policy in force; what was seen under another does not count. */
function lookAt(
  mechanism: Mechanism,
  digest: string,
  measurements: readonly Measurement[],
): { readonly keeper: Keeper; readonly missing?: string } {
  const text = mechanismText(mechanism);
  const isBehaviour = MECHANISMS[mechanism.mechanism].shownBy === "behaviour";
  const all = measurements.filter((known) => isSameMechanism(known.mechanism, mechanism));
  const looks = all
    .filter(({ policyDigest }) => policyDigest === digest)
    .map((known) => ({ ...known, where: placeText(known, { isBehaviour }) }));
  const keeper = { text, looks };
  const broken = looks.find(({ held }) => !held);
  if (broken) return { keeper, missing: `${text} did not hold on ${broken.to}` };
  if (looks.length === 0) {
    const missing = `${text} was not measured${all.length > 0 ? " under this version of the policy" : ""}`;
    return { keeper, missing };
  }
  if (isBehaviour || looks.some(({ environment }) => environment === "aws")) return { keeper };
  return { keeper, missing: `${text} is deployed here, where nothing enforces it: measure it on AWS` };
}

function placeText({ environment }: Measurement, { isBehaviour }: { readonly isBehaviour: boolean }): string {
  if (environment === "aws") return "AWS";
  return isBehaviour ? "the embedded AWS" : "the embedded AWS, which does not enforce it";
}

function evidenceText(text: string, { where, held, how, from, to, looks, commit }: SeenLook): string {
  const window = looks === 1 ? to : `${looks} times from ${from} to ${to}`;
  return `${text}: ${held ? "held" : "BROKEN"}, ${window}, on ${where}, commit ${commit}: ${how}`;
}
