import { describe, expect, it } from "vitest";
import { fateOf } from "../../../shared/adapters/stores/dynamodb-shared/things.ts";

describe("what several people hold", () => {
  it.each([
    ["stays-while-others-remain", ["ann", "bob"], "ann", "stays"],
    ["stays-while-others-remain", ["ann", "bob"], "bob", "stays"],
    ["stays-while-others-remain", ["bob"], "ann", "stays"],
    ["stays-while-others-remain", ["ann"], "ann", "goes"],
    ["stays-while-others-remain", ["ann"], undefined, "goes"],
    ["stays-while-others-remain", undefined, "ann", "goes"],
    ["goes-with-owner", ["ann", "bob"], "ann", "goes"],
    ["goes-with-owner", ["ann", "bob"], "bob", "stays"],
    ["goes-with-owner", ["ann", "bob"], undefined, "stays"],
    ["goes-with-owner", ["ann"], "bob", "goes"],
    ["goes-with-owner", undefined, "ann", "goes"],
  ] as const)("under %s, held by %j and made by %s, %s when ann goes", (rule, members, owner, fate) => {
    const held = { members: members && [...members], owner };
    expect(fateOf(rule, "ann", held)).toBe(fate);
  });
});
