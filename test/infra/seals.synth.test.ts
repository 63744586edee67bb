import { describe, expect, it } from "vitest";
import { functionRows } from "../../infra/functions.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

/** What writes to holds, and how: `erase-stores` places a seal and notes what was kept, and can release nothing. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  "erase-stores": ["PutItem"],
  "place-hold": ["PutItem", "UpdateItem", "DeleteItem"],
  "release-hold": ["PutItem", "UpdateItem", "DeleteItem"],
  "extend-seal": ["PutItem", "UpdateItem", "DeleteItem"],
};

describe("holds and seals", () => {
  const { erasure } = synthesised();
  const policies = resourcesOf(erasure, "AWS::IAM::Policy");
  const onHolds = (
    name: string,
  ): readonly { readonly text: string; readonly actions: readonly string[] }[] => {
    const start = name.replaceAll("-", "");
    const role = policies.find(({ logicalId }) => logicalId.startsWith(`${start}role`));
    const statements: unknown = Object(role?.Properties.PolicyDocument).Statement;
    return (Array.isArray(statements) ? statements : [])
      .map((statement: unknown) => ({ text: JSON.stringify(statement), actions: actionsOf(statement) }))
      .filter(({ text }) => /GetAttholds[0-9A-F]{8}/.test(text));
  };

  it("are written by what places, notes, extends and releases them, and by nothing else", () => {
    for (const [name] of functionRows()) {
      const actions = onHolds(name).flatMap((statement) => statement.actions);
      const writing = actions.filter((action) => !["GetItem", "Query"].includes(action));
      expect([name, [...new Set(writing)].sort()]).toEqual([name, [...(WRITERS[name] ?? [])].sort()]);
    }
  });

  it("are placed by an erasure among those that stand, and in partitions of their own, nowhere else", () => {
    const puts = onHolds("erase-stores").filter(({ actions }) => actions.includes("PutItem"));
    expect(puts).toHaveLength(1);
    expect(puts[0]?.text).toContain('"dynamodb:LeadingKeys":["hold#*","active"]');
  });
});

function actionsOf(statement: unknown): readonly string[] {
  const action: unknown = Object(statement).Action;
  const all: readonly unknown[] = Array.isArray(action) ? action : [action];
  return all.map((one) => String(one).replace("dynamodb:", ""));
}
