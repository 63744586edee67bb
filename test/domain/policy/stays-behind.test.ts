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
      { id: "results", kind: "aged-files", prefix: "athena/", retentionDays: 7, categories: ["picture"] },
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
  it("names queues, and files that tell of many, with the day on which its last message is gone", () => {
    expect(staysBehind(policyWith("goes-with-owner"), { scope: "account" }, [], AT)).toEqual([
      // Seven days, up to the next midnight, and a day of S3's.
      "Files in results each tell of many people, and none can be cut for one person: what was there at 2026-11-24T10:00:00.000Z is expected gone by 2026-12-03T10:00:00.000Z, by S3's lifecycle, which states no bound.",
      "Messages in the queue failed may name the person, and none can be taken out for one person: what was in it at 2026-11-24T10:00:00.000Z is gone by 2026-11-28T10:00:00.000Z.",
    ]);
  });

  it("says by which rule what is shared stays, and where people were told", () => {
    const said = staysBehind(policyWith("stays-while-others-remain"), { scope: "account" }, ["projects"], AT);
    expect(said[2]).toMatch(
      /^In projects what others hold too stays, shared with others by the rule stays-while-others-remain \(MI1\)/,
    );
    const goes = staysBehind(policyWith("goes-with-owner"), { scope: "account" }, ["projects"], AT);
    expect(goes[2]).toMatch(/what the person made is gone for all who held it\.$/);
  });

  it("says nothing of either to whoever asked for less", () => {
    expect(staysBehind(policyWith("goes-with-owner"), { scope: "image" }, [], AT)).toEqual([]);
  });
});
