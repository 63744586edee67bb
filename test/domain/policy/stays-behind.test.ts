import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { staysBehind } from "../../../shared/domain/policy/stays-behind.ts";
import type { SharingRule } from "../../../shared/domain/policy/table-stores.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const AT = new Date("2026-11-24T10:00:00.000Z");

function policyWith(rule: SharingRule) {
  return compilePolicy({
    ...minimalPolicy,
    stores: [
      ...minimalPolicy.stores,
      { id: "failed", kind: "queue", retentionDays: 4, categories: ["picture"] },
      {
        id: "projects",
        kind: "dynamodb-shared",
        partitionKey: { attribute: "project" },
        members: { attribute: "members", template: "SUBJECT#{subject}" },
        owner: { attribute: "owner" },
        rule,
        publishedException: "MI1",
        categories: ["picture"],
      },
    ],
    erasure: [...minimalPolicy.erasure, { scope: "image", graceHours: 0, categories: {} }],
  }).policy;
}

describe("what an erasure leaves behind", () => {
  it("names each queue with the day on which its last message is gone", () => {
    expect(staysBehind(policyWith("goes-with-owner"), { scope: "account" }, [], AT)).toEqual([
      "Messages in the queue failed may name the person, and none can be taken out for one person: what was in it at 2026-11-24T10:00:00.000Z is gone by 2026-11-28T10:00:00.000Z.",
    ]);
  });

  it("says by which rule what is shared stays, and where people were told", () => {
    const said = staysBehind(policyWith("stays-while-others-remain"), { scope: "account" }, ["projects"], AT);
    expect(said[1]).toMatch(
      /^In projects what others hold too stays, shared with others by the rule stays-while-others-remain \(MI1\)/,
    );
    const goes = staysBehind(policyWith("goes-with-owner"), { scope: "account" }, ["projects"], AT);
    expect(goes[1]).toMatch(/what the person made is gone for all who held it\.$/);
  });

  it("says nothing of either to whoever asked for less", () => {
    expect(staysBehind(policyWith("goes-with-owner"), { scope: "image" }, [], AT)).toEqual([]);
  });
});
