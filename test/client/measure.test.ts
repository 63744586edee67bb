import { describe, expect, it } from "vitest";
import type { LetheClient } from "../../client/guards.ts";
import { measureGuards } from "../../local/measure/client-guards.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { clientInMemory } from "../world/client.ts";
import { guardedPolicy } from "../world/guarded-policy.ts";

const { policy } = compilePolicy(guardedPolicy);
const NAMES = ["consent-gate", "re-identification-test", "identifier-removal", "consent-gate"];

describe("measuring the client's guards", () => {
  it("tries each that a promise names, once, and sees it hold", async () => {
    const seen = await measureGuards(clientInMemory(), policy);
    expect(seen.map(({ mechanism, held }) => [mechanism.mechanism, held])).toEqual(
      NAMES.map((name) => [name, true]),
    );
  });

  it.each<[string, (client: LetheClient) => Partial<LetheClient>, readonly boolean[]]>([
    [
      "the gate",
      () => ({ mayUse: async () => ({ allowed: true, because: "nobody asked" }) }),
      [false, true, true, false],
    ],
    ["the test", () => ({ anonymisedRows: async (_, rows) => rows }), [true, false, true, true]],
    ["the removal", () => ({ forTraining: async (_, record) => record }), [true, true, false, true]],
    [
      "the gate before training",
      (client) => ({ forTraining: async (...asked) => client.withoutIdentifiers(...asked) }),
      [true, true, false, true],
    ],
    [
      "the record",
      () => ({ objected: () => Promise.reject(new Error("throttled")) }),
      [false, true, false, false],
    ],
  ])("sees that %s does not hold", async (_, without, expected) => {
    const client = clientInMemory();
    const seen = await measureGuards({ ...client, ...without(client) }, policy);
    expect(seen.map(({ held }) => held)).toEqual(expected);
  });
});
