import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Evidence } from "../stacks/evidence-stack.ts";
import { table } from "./table-statement.ts";

/**
 * What the sending part of the client library needs, beside the client policy: to see that a person was erased, and to
 * record what was sent. It can read no record of what was sent, and remove none.
 */
export class SendingClientPolicy extends ManagedPolicy {
  constructor(
    scope: Construct,
    id: string,
    { disclosures, tombstones, wrappingKey }: Pick<Evidence, "disclosures" | "tombstones" | "wrappingKey">,
  ) {
    super(scope, id, {
      description:
        "For roles of the service: the Lethe client library asks before something is sent, and records it.",
      statements: [
        table(tombstones, "GetItem"),
        {
          ...table(disclosures, "PutItem"),
          conditions: {
            "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["subject#*", "thing#*", "grant#*"] },
          },
        },
        {
          actions: ["kms:Encrypt"],
          resources: [wrappingKey.keyArn],
          conditions: { StringEquals: { "kms:EncryptionContext:purpose": "grant-token" } },
        },
      ].map((statement) => new PolicyStatement(statement)),
    });
  }
}
