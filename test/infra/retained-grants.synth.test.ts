import { describe, expect, it } from "vitest";
import { z } from "zod";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { type Resource, resourcesOf, synthesised } from "./synthesised.ts";

const StatementSchema = z.object({
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const PolicySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(StatementSchema) }) });

const RETAINED = ["billing", "consents"];
const EXPIRES = ["sweep", "reconcile"];
const READS = [
  ...["dynamodb:Query", "dynamodb:GetItem", "dynamodb:Scan"],
  ...["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
  // How far back a copy of it reaches.
  ...["dynamodb:DescribeContinuousBackups", "dynamodb:DescribeExport"],
  // A recovery point is named with its table; what has aged out is ended by the watch.
  ...["backup:DescribeRecoveryPoint", "backup:DeleteRecoveryPoint"],
];
const WRITES = ["dynamodb:PutItem", "dynamodb:DeleteItem"];
/** AWS asks whoever restores a table for leave to write as well. */
const RESTORES = [
  ...WRITES,
  ...["dynamodb:RestoreTableToPointInTime", "dynamodb:RestoreTableFromBackup"],
  ...["dynamodb:UpdateItem", "dynamodb:BatchWriteItem"],
];

describe("tables of which an erasure keeps a part of each record", () => {
  const { erasure, policy } = synthesised({ policy: imageGen });
  const tables = policy.stores.filter(({ kind }) => kind === "dynamodb").map(({ id }) => id);
  const policies = resourcesOf(erasure, "AWS::IAM::Policy");

  it("are written to by what cuts them, in people's partitions alone", () => {
    const written = statementsOf(policies, "erasestores").filter(({ Action }) =>
      Action.includes(WRITES[0] ?? ""),
    );
    const onStores = written.filter(({ Resource }) => storesIn(Resource, tables).length > 0);
    expect(onStores.flatMap(({ Resource }) => storesIn(Resource, tables)).sort()).toEqual(RETAINED);
    for (const { Action, Condition } of onStores) {
      expect(Action).toEqual(WRITES);
      expect(Condition).toEqual({
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["SUBJECT#?*"] },
      });
    }
  });

  it("are written to by nothing else, and what verifies only reads", () => {
    const others = policies.filter(({ logicalId }) => !logicalId.startsWith("erasestores"));
    expect(others.length).toBeGreaterThan(10);
    for (const one of others) {
      const onStores = statementsOf([one]).filter(({ Resource }) => storesIn(Resource, tables).length > 0);
      // The clock deletes there what is due, and writes nothing either.
      const isClock = EXPIRES.some((name) => one.logicalId.startsWith(name));
      // A copy that comes back is handed over, and taken back where it was erased meanwhile.
      const isRestore = one.logicalId.startsWith("restorerole");
      const may = [...READS, ...(isClock ? ["dynamodb:DeleteItem"] : []), ...(isRestore ? RESTORES : [])];
      for (const { Action } of onStores) expect(may, one.logicalId).toEqual(expect.arrayContaining(Action));
    }
  });

  it("open with the secret of pseudonyms where records are cut or looked at whole, and where plans are made not", () => {
    const reading = (name: string) =>
      JSON.stringify(statementsOf(policies, name)).match(/[Ww]rappingKey|wrapping/u) !== null;
    expect(["erasestores", "verifyabsence", "drainrequests"].map(reading)).toEqual([true, true, true]);
    expect(reading("planerasure")).toBe(false);
  });
});

function statementsOf(policies: readonly Resource[], of = "") {
  return policies
    .filter(({ logicalId }) => logicalId.startsWith(of))
    .flatMap(({ Properties }) => PolicySchema.parse(Properties).PolicyDocument.Statement)
    .map((statement) => ({ ...statement, Action: [statement.Action].flat() }));
}

/** A table of another stack is named by what that stack exports, which begins with the store's id. */
function storesIn(resource: unknown, tables: readonly string[]): readonly string[] {
  return tables.filter((id) => new RegExp(`FnGetAtt${id}[0-9A-F]{8}Arn`, "u").test(JSON.stringify(resource)));
}
