import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import type { Mechanism } from "../../../shared/domain/policy/mechanism.ts";
import { type Look, type Measured, withLook } from "../../../shared/domain/promises/measurement.ts";
import { promiseReport } from "../../../shared/domain/promises/promise-report.ts";
import { minimalPolicy } from "../policy/minimal-policy.ts";

const nothing: Measured = { schema: "lethe.measured/1", policy: "minimal", measurements: [] };
const compiled = compilePolicy(minimalPolicy);
const erasure: Mechanism = { mechanism: "erasure", scope: "account" };

function look(changes: Partial<Look> = {}): Look {
  return {
    mechanism: erasure,
    environment: "embedded-aws",
    held: true,
    how: "one of twelve was erased, and found nowhere",
    at: "2026-11-24T10:00:00.000Z",
    policyDigest: compiled.digest,
    commit: "abc1234",
    ...changes,
  };
}

function statusAfter(...looks: readonly Look[]) {
  return promiseReport(compiled, looks.reduce(withLook, nothing))[0];
}

describe("the report of a policy's promises", () => {
  it("calls nothing kept that nobody looked at, whatever the policy says", () => {
    expect(promiseReport(compiled, undefined)[0]).toMatchObject({
      id: "MI1",
      status: "not-yet",
      missing: "erasure of scope account was not measured",
    });
  });

  it("calls it kept once it was seen, and says when, where, how and under which commit", () => {
    const row = statusAfter(look());
    expect(row?.status).toBe("kept");
    expect(row?.missing).toBeUndefined();
    for (const said of ["2026-11-24T10:00:00.000Z", "the embedded AWS", "abc1234", "found nowhere"]) {
      expect(row?.evidence[0]).toContain(said);
    }
  });

  it("lengthens the window with each look, and begins a new one with another commit", () => {
    const later = look({ at: "2026-11-25T10:00:00.000Z" });
    expect(statusAfter(look(), later)?.evidence[0]).toContain(
      "2 times from 2026-11-24T10:00:00.000Z to 2026-11-25T10:00:00.000Z",
    );
    expect(statusAfter(look(), { ...later, commit: "def5678" })?.evidence[0]).not.toContain("2 times");
  });

  it("does not count what was seen under another version of the policy", () => {
    const row = statusAfter(look({ policyDigest: "0".repeat(64) }));
    expect(row).toMatchObject({ status: "not-yet", evidence: [] });
    expect(row?.missing).toContain("under this version of the policy");
  });

  it("calls it not kept any more after a look at which it did not hold", () => {
    const row = statusAfter(look(), look({ held: false, at: "2026-11-25T10:00:00.000Z" }));
    expect(row).toMatchObject({
      status: "not-yet",
      missing: expect.stringContaining("did not hold on 2026-11-25"),
    });
    expect(row?.evidence[0]).toContain("BROKEN");
  });

  it("does not call a guard kept that was only read back where nothing enforces it", () => {
    const region: Mechanism = { mechanism: "region-boundary" };
    const guarded = compilePolicy({
      ...minimalPolicy,
      promises: [{ ...minimalPolicy.promises[0], kept: { status: "bound", keptBy: [region] } }],
    });
    const read = look({ mechanism: region, policyDigest: guarded.digest });
    const here = promiseReport(guarded, withLook(nothing, read))[0];
    expect(here).toMatchObject({ status: "not-yet", missing: expect.stringContaining("measure it on AWS") });
    expect(here?.evidence).toEqual([expect.stringContaining("embedded AWS, which does not enforce it")]);
    const there = promiseReport(guarded, withLook(nothing, { ...read, environment: "aws" }))[0];
    expect(there?.status).toBe("kept");
  });

  it("hands on what is attested, in conflict, missing or not applicable as it was declared", () => {
    const kept = [
      { status: "not-yet", missing: "the clock", keptBy: [erasure] },
      {
        status: "attested",
        document: "Audit report 7",
        owner: "counsel",
        date: "2026-01-01",
        reviewOn: "2027-01-01",
      },
      { status: "text-conflict", conflict: "it says both", stricter: "the first sentence" },
      { status: "not-applicable", why: "nobody is billed" },
    ];
    const several = compilePolicy({
      ...minimalPolicy,
      promises: kept.map((one, at) => ({ ...minimalPolicy.promises[0], id: `MI${at + 1}`, kept: one })),
    });
    const rows = promiseReport(several, withLook(nothing, look({ policyDigest: several.digest })));
    expect(rows.map(({ status }) => status)).toEqual([
      "not-yet",
      "attested",
      "text-conflict",
      "not-applicable",
    ]);
    // A part that holds is shown, and does not make the whole kept.
    expect(rows[0]).toMatchObject({ missing: "the clock", evidence: [expect.stringContaining("held")] });
    expect(rows[1]?.evidence[0]).toContain("Audit report 7");
  });
});
