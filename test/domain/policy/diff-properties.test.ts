import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangeKind } from "../../../shared/domain/policy/diff/diff-change.ts";
import { diffPolicies } from "../../../shared/domain/policy/diff/diff-policies.ts";
import { type Policy, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const TODAY = "2026-11-24";

describe("any two policies", () => {
  it("differ from themselves in nothing", () => {
    fc.assert(
      fc.property(variants, (policy) => {
        expect(diffPolicies(policy, structuredClone(policy), TODAY).changes).toEqual([]);
      }),
    );
  });

  it("free one way what they keep longer the other way, and disclose what the other way is withdrawn", () => {
    fc.assert(
      fc.property(variants, variants, (one, other) => {
        expect(paths(other, "freed", one).toSorted()).toEqual(paths(one, "kept-longer", other).toSorted());
        expect(paths(other, "disclosed", one).toSorted()).toEqual(paths(one, "withdrawn", other).toSorted());
      }),
    );
  });
});

/** Policies that differ in everything that the comparison looks at; not all of them pass the checks. */
const variants: fc.Arbitrary<Policy> = fc
  .record({
    days: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    from: fc.constantFrom("created", "session-ended", "need-ended" as const),
    earlierOn: fc.uniqueArray(fc.constantFrom("account-ended", "un-saved", "session-ended" as const)),
    onEnd: fc.constantFrom("delete", "anonymise" as const),
    holdable: fc.boolean(),
    hasAccount: fc.boolean(),
    versioned: fc.boolean(),
    longestDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    ledgerDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    graceHours: fc.integer({ min: 0, max: 2 }),
    effect: fc.constantFrom("erase", "anonymise", "expire", "retain" as const),
    places: fc.uniqueArray(fc.constantFrom("EU", "US", "IN"), { minLength: 1 }),
    receives: fc.uniqueArray(fc.constantFrom("picture", "account")),
    vendorDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    hasVendor: fc.boolean(),
    trains: fc.constantFrom("no" as const, "yes" as const, "unknown" as const),
    purposes: fc.uniqueArray(fc.constantFrom("generation", "model-training", "support" as const), {
      minLength: 1,
    }),
    basis: fc.constantFrom("asked-first", "until-objection", undefined),
  })
  .map((drawn) =>
    PolicySchema.parse({
      ...minimalPolicy,
      stores: minimalPolicy.stores.map((store) =>
        store.kind === "s3" ? { ...store, versioned: drawn.versioned } : store,
      ),
      categories: minimalPolicy.categories
        .filter(({ id }) => drawn.hasAccount || id !== "account")
        .map((one) => ({ ...one, purposes: drawn.purposes })),
      retention: [
        {
          category: "picture",
          ...(drawn.days === undefined ? {} : { limit: { after: { days: drawn.days }, from: drawn.from } }),
          earlierOn: drawn.earlierOn,
          onEnd: drawn.onEnd,
          holdable: drawn.holdable,
        },
      ],
      erasure: [
        { scope: "account", graceHours: drawn.graceHours, categories: { picture: { effect: drawn.effect } } },
      ],
      backups: { longestDays: drawn.longestDays },
      processors: drawn.hasVendor
        ? minimalPolicy.processors.map((one) => ({
            ...one,
            places: drawn.places,
            receives: drawn.receives,
            retention: drawn.vendorDays === undefined ? undefined : { kept: "days", days: drawn.vendorDays },
            training: { trains: drawn.trains, statement: "So it says." },
          }))
        : [],
      consents: drawn.basis === undefined ? [] : [{ purpose: "model-training", basis: drawn.basis }],
      ownRecords: [{ record: "ledger", retentionDays: drawn.ledgerDays }],
    }),
  );

function paths(next: Policy, kind: ChangeKind, old: Policy): readonly string[] {
  return diffPolicies(old, next, TODAY)
    .changes.filter((change) => change.kind === kind)
    .map(({ path }) => path);
}
