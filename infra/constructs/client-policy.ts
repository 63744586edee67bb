import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Evidence } from "../stacks/evidence-stack.ts";
import { table } from "./table-statement.ts";

/**
 * What the client library needs, for the roles of the service's own code: to read and put on record what people
 * decided, to turn an id into a subject reference, and to read the policy. It can neither change nor delete a decision's
 * record, nor make a new key, which would fit no reference that exists.
 */
export class ClientPolicy extends ManagedPolicy {
  constructor(
    scope: Construct,
    id: string,
    {
      decisions,
      keys,
      wrappingKey,
      records,
    }: Pick<Evidence, "decisions" | "keys" | "wrappingKey" | "records">,
  ) {
    super(scope, id, {
      description: "For roles of the service: the Lethe client library asks whether data may be used.",
      statements: [
        table(decisions, "GetItem", "PutItem", "Query"),
        table(keys, "GetItem"),
        {
          actions: ["kms:Decrypt"],
          resources: [wrappingKey.keyArn],
          conditions: { StringEquals: { "kms:EncryptionContext:purpose": "subject-reference" } },
        },
        { actions: ["s3:GetObject"], resources: [records.arnForObjects("policies/*")] },
      ].map((statement) => new PolicyStatement(statement)),
    });
  }
}
