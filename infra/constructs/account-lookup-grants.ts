import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { partitionsStatement } from "./store-grants.ts";
import { tableKeyStatements } from "./store-statements.ts";

/** Returns the permission to look up whose an address is; none where the policy says of no store that it can tell. */
export function accountLookupStatements(
  { accountAddresses, stores }: Policy,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const store = stores.find(({ id }) => id === accountAddresses?.store);
  const ref = store && refs[store.id];
  if (!ref) return [];
  switch (store.kind) {
    case "cognito":
      return [{ actions: ["cognito-idp:ListUsers"], resources: [ref.arn] }];
    case "dynamodb":
      return [
        { actions: ["dynamodb:Query"], resources: [`${ref.arn}/index/${accountAddresses?.index}`] },
        partitionsStatement(store, ref, ["dynamodb:GetItem"]),
        ...tableKeyStatements("find", ref),
      ];
    default:
      return [];
  }
}
