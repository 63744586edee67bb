import { randomBytes } from "node:crypto";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbDisclosures } from "../../shared/adapters/aws/dynamodb-disclosures.ts";
import { type GrantTokens, kmsGrantTokens } from "../../shared/adapters/aws/kms-grant-tokens.ts";
import { kmsSubjectKeys } from "../../shared/adapters/aws/kms-subject-keys.ts";
import { clockAt, type TimeScale } from "../../shared/adapters/clock/scaled-time.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Disclosures } from "../../shared/operations/ports.ts";
import type { RecordDisclosurePorts } from "../../shared/operations/send-to-processor.ts";

/** What the demo service keeps a record with when it sends something to a third party. */
export interface DemoSending extends RecordDisclosurePorts {
  readonly policy: Policy;
  readonly disclosures: Disclosures;
  readonly grantTokens: Pick<GrantTokens, "put">;
}

/** Where those records are. */
interface DemoSendingPlace {
  readonly documents: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly output: (name: "DisclosuresTable" | "KeysTable" | "WrappingKeyArn") => string;
  readonly time: TimeScale | undefined;
}

/** Returns how the demo service keeps records of what it sends, in a deployment. */
export function demoSending(policy: Policy, { documents, kms, output, time }: DemoSendingPlace): DemoSending {
  const wrappingKeyArn = output("WrappingKeyArn");
  return {
    policy,
    disclosures: dynamodbDisclosures(documents, output("DisclosuresTable")),
    subjectKeys: kmsSubjectKeys(documents, output("KeysTable"), kms, wrappingKeyArn),
    grantTokens: kmsGrantTokens(documents, output("DisclosuresTable"), kms, wrappingKeyArn),
    clock: clockAt(time),
    random: (bytes) => randomBytes(bytes),
  };
}
