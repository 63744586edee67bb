import { Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";

/** Returns where a store is that was made here, under its key if it has one. */
export function ownedRef(
  scope: Construct,
  { id, arn }: Pick<StoreRef, "id" | "arn">,
  key: IKey | undefined,
): StoreRef {
  const { region, account } = Stack.of(scope);
  return { id, arn, region, account, ...(key ? { keyArn: key.keyArn } : {}), owned: true };
}
