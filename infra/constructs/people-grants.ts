import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import { ACCOUNT } from "../../shared/domain/erasure/scope.ts";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { storesChangedBy } from "../../shared/domain/policy/retained-stores.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { PortGrant } from "./port-grant.ts";
import { tableKeyStatements } from "./store-statements.ts";
import { table } from "./table-statement.ts";

/** Returns the permission to see whose things are in the stores, and to remember how far that has come. */
export function peopleGrants(
  { clock }: Pick<Evidence, "clock">,
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
): Record<"people:list", PortGrant> {
  return {
    "people:list": {
      settings: { clockTable: clock.tableName },
      statements: [
        {
          ...table(clock, "GetItem", "PutItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["LISTING#people/*"] } },
        },
        ...storesChangedBy(policy, ACCOUNT).flatMap(({ id, kind }) => listing(kind, stores[id])),
      ],
    },
  };
}

/** Folders of a bucket, keys of a table, names of accounts: nothing of what any of them holds. */
function listing(kind: string, ref: StoreRef | undefined): readonly PolicyStatementProps[] {
  if (!ref) return [];
  switch (kind) {
    case "s3":
      return [{ actions: ["s3:ListBucket"], resources: [ref.arn] }];
    case "dynamodb":
    case "dynamodb-index":
      return [{ actions: ["dynamodb:Scan"], resources: [ref.arn] }, ...tableKeyStatements("find", ref)];
    case "cognito":
      return [{ actions: ["cognito-idp:ListUsers"], resources: [ref.arn] }];
    default:
      return [];
  }
}
