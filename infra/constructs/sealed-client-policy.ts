import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Evidence } from "../stacks/evidence-stack.ts";
import { table } from "./table-statement.ts";

/**
 * What the sealing part of the client library needs, beside the client policy: to make a person's key and to open with
 * it. It can destroy none.
 */
export class SealedClientPolicy extends ManagedPolicy {
  constructor(
    scope: Construct,
    id: string,
    { dataKeys, tombstones, wrappingKey }: Pick<Evidence, "dataKeys" | "tombstones" | "wrappingKey">,
  ) {
    super(scope, id, {
      description:
        "For roles of the service: the Lethe client library seals what is under a person's own key.",
      statements: [
        table(dataKeys, "GetItem", "PutItem"),
        table(tombstones, "BatchGetItem"),
        {
          actions: ["kms:GenerateDataKey", "kms:Decrypt"],
          resources: [wrappingKey.keyArn],
          conditions: { StringEquals: { "kms:EncryptionContext:purpose": "subject-data" } },
        },
      ].map((statement) => new PolicyStatement(statement)),
    });
  }
}
