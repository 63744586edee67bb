import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";

/** The time to live of every row of ours that has an end. */
export const EXPIRY_ATTRIBUTE = "expiresAtEpochSeconds";

/**
 * A table of Lethe's own, without backups: no copy of a record may outlive the end that the policy states for it.
 * Its keys are the strings `pk` and, where asked for, `sk`.
 */
export class OwnTable extends Table {
  constructor(
    scope: Construct,
    id: string,
    { removalPolicy, deletionProtection }: Permanence,
    { sorted, expires }: { readonly sorted: boolean; readonly expires: boolean },
  ) {
    super(scope, id, {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      ...(sorted ? { sortKey: { name: "sk", type: AttributeType.STRING } } : {}),
      ...(expires ? { timeToLiveAttribute: EXPIRY_ATTRIBUTE } : {}),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      removalPolicy,
      deletionProtection,
    });
    markOwn(this, "records of Lethe");
  }
}
