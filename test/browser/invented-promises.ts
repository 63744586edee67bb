import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Measured } from "../../shared/domain/promises/measurement.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";

/** What runs, and shows, if it is ever taken for HTML. */
export const EVIL = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>"'&`;

const erasure = { mechanism: "erasure", scope: "account" };
const region = { mechanism: "region-boundary" };
const attested = { document: EVIL, owner: "counsel", date: "2026-01-01", reviewOn: "2999-01-01" };
const KEPT = [
  { status: "bound", keptBy: [erasure] },
  { status: "attested", ...attested },
  { status: "text-conflict", conflict: EVIL, stricter: "the first sentence" },
  { status: "not-yet", missing: EVIL },
  { status: "not-applicable", why: EVIL },
  { status: "bound", keptBy: [erasure, region] },
] as const;

/** A policy with a promise of every status, whose words are all code. */
export const evilPolicy = {
  ...minimalPolicy,
  service: { ...minimalPolicy.service, name: EVIL },
  categories: minimalPolicy.categories.map((category) => ({ ...category, what: EVIL })),
  promises: KEPT.map((kept, at) => ({ ...minimalPolicy.promises[0], id: `MI${at + 1}`, says: EVIL, kept })),
};

/** Writes the policy and what was measured of it; the erasure held here twice, and the region did not. */
export function writeEvilPolicy(folder: string): { readonly policy: string; readonly measured: string } {
  const { digest } = compilePolicy(evilPolicy);
  const look = { environment: "embedded-aws", how: EVIL, policyDigest: digest, commit: EVIL } as const;
  const [from, to] = ["2026-11-22T09:14:03.120Z", "2026-11-24T10:00:00.000Z"] as const;
  const document: Measured = {
    schema: "lethe.measured/1",
    policy: minimalPolicy.service.id,
    measurements: [
      { ...look, mechanism: { mechanism: "erasure", scope: "account" }, held: true, from, to, looks: 2 },
      { ...look, mechanism: { mechanism: "region-boundary" }, held: false, from: to, to, looks: 1 },
    ],
  };
  const measured = join(folder, "measured");
  mkdirSync(measured, { recursive: true });
  writeFileSync(join(measured, `${document.policy}.json`), JSON.stringify(document));
  const policy = join(folder, "evil.json");
  writeFileSync(policy, JSON.stringify(evilPolicy));
  return { policy, measured };
}
