import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";

/**
 * Every call that makes a copy of a table, or keeps what was in it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
const COPYING = [
  "dynamodb:CreateBackup",
  "dynamodb:StartAwsBackupJob",
  "dynamodb:ExportTableToPointInTime",
  "dynamodb:UpdateContinuousBackups",
  "dynamodb:EnableKinesisStreamingDestination",
  "dynamodb:CreateTableReplica",
  "dynamodb:RestoreTableToPointInTime",
];

/**
 * Keys of single people. A copy of one would open what its destruction was to close, so there is none: no backup, no
 * stream, no export, and nobody may make one.
 */
export class DataKeysTable extends Table {
  constructor(scope: Construct, id: string, permanence: Permanence) {
    super(scope, id, {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      resourcePolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: "Copies",
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: COPYING,
            // The policy lies on the table: its ARN would make a circle.
            resources: ["*"],
          }),
        ],
      }),
      ...permanence,
    });
    markOwn(this, "keys of people, wrapped");
  }
}
