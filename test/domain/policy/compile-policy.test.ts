import { describe, expect, it } from "vitest";
import { policy } from "../../../policies/dream-portraits.ts";
import { compilePolicy, PolicyRefused } from "../../../shared/domain/policy/compile-policy.ts";

describe("a policy", () => {
  it("has one text whatever the order it was written in", () => {
    const { schema, service, ...rest } = policy;
    const { id, ...otherOfService } = service;

    const compiled = compilePolicy(policy);
    const reordered = compilePolicy({ ...rest, service: { ...otherOfService, id }, schema });

    expect(reordered.canonical).toBe(compiled.canonical);
    expect(reordered.digest).toBe(compiled.digest);
    expect(compiled.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has another digest when a promise changes", () => {
    const changed = { ...policy, backups: policy.backups, promises: policy.promises.slice(1) };
    expect(compilePolicy(changed).digest).not.toBe(compilePolicy(policy).digest);
  });

  it("states each of its seventeen promises, kept or not", () => {
    expect(compilePolicy(policy).policy.promises.map(({ id }) => id)).toEqual(
      Array.from({ length: 17 }, (_, at) => `DP${at + 1}`),
    );
  });

  it("is refused for a key template without a slash after the subject, which would reach longer ids", () => {
    const stores = policy.stores.map((store) =>
      store.id === "photos" ? { ...store, keyTemplate: "users/{subject}…" } : store,
    );
    expect(() => compilePolicy({ ...policy, stores })).toThrow(/stores.photos.keyTemplate\n.*write it as/);
  });

  it("is refused for a key nobody knows, which may be a promise that was mistyped", () => {
    expect(() => compilePolicy({ ...policy, retentoin: [] })).toThrow(/Unrecognized key: "retentoin"/);
  });

  it("is refused for each wrong unit and typo in one run, each at its place", () => {
    const retention = [
      { category: "account", limit: { after: { hour: 24 }, from: "created" }, onEnd: "erase" },
    ];
    const { problems } = refusal({
      ...policy,
      retention,
      promises: [{ ...policy.promises[1], kind: "expire" }],
    });
    expect(problems.map(({ path }) => path)).toEqual([
      "retention.account.limit.after",
      "retention.account.onEnd",
      "promises.DP2.kind",
    ]);
  });

  it.each([undefined, null, [], 7, "policy", {}, { schema: "lethe.policy/2" }])(
    "is refused when it is no policy at all: %j",
    (nonsense) => {
      const { message, problems } = refusal(nonsense);
      expect(problems.length).toBeGreaterThan(0);
      expect(message).not.toMatch(/\n\s+at /);
    },
  );
});

function refusal(declaration: unknown): PolicyRefused {
  try {
    compilePolicy(declaration);
  } catch (error) {
    if (error instanceof PolicyRefused) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
