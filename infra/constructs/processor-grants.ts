import { ArnFormat, Stack } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { PortGrant } from "./port-grant.ts";
import { table } from "./table-statement.ts";

type ProcessorPort = "disclosures:settle" | "asks" | "asks:read" | "asks:forget" | "processors";

/** The one third party that is asked with the permission of a role, and not with a key. */
const CLOUDFRONT = "cloudfront";

/** Returns what asking third parties needs: what they were sent, how they stand, and the secrets by which they are asked. */
export function processorGrants(
  { disclosures, wrappingKey }: Pick<Evidence, "disclosures" | "wrappingKey">,
  policy: Policy,
  { asksStandIns }: { readonly asksStandIns: boolean },
): Record<ProcessorPort, PortGrant> {
  const settings = { disclosuresTable: disclosures.tableName };
  const keyed = (pattern: string, ...operations: readonly string[]): PolicyStatementProps => ({
    ...table(disclosures, ...operations),
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": pattern.split(" ") } },
  });
  return {
    /** Whoever asks reads what was sent and removes what is gone there; what is sent, the service itself records. */
    "disclosures:settle": { settings, statements: [keyed("subject#* thing#*", "Query", "DeleteItem")] },
    asks: {
      settings,
      statements: [
        keyed("request#*", "Query", "PutItem", "UpdateItem"),
        keyed("DUTY#* DUTIES", "GetItem", "Query", "PutItem", "DeleteItem"),
      ],
    },
    "asks:read": { settings, statements: [keyed("request#*", "Query")] },
    "asks:forget": { settings, statements: [keyed("request#*", "Query", "DeleteItem")] },
    processors: {
      settings: {
        ...settings,
        wrappingKeyArn: wrappingKey.keyArn,
        ...(asksStandIns ? { standIns: "yes" } : {}),
      },
      statements: [
        {
          actions: ["secretsmanager:GetSecretValue"],
          resources: [secretsOf(disclosures, policy)],
        },
        keyed("grant#*", "GetItem"),
        {
          actions: ["kms:Decrypt"],
          resources: [wrappingKey.keyArn],
          conditions: { StringEquals: { "kms:EncryptionContext:purpose": "grant-token" } },
        },
        ...purges(disclosures, policy),
      ],
    },
  };
}

/** Secrets Manager adds six characters of its own to a name. */
function secretsOf(scope: Evidence["disclosures"], { service }: Policy): string {
  return Stack.of(scope).formatArn({
    service: "secretsmanager",
    resource: "secret",
    resourceName: `lethe/${service.id}/*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** Which distribution it is, the secret says. */
function purges(scope: Evidence["disclosures"], { processors }: Policy): readonly PolicyStatementProps[] {
  if (!processors.some(({ id }) => id === CLOUDFRONT)) return [];
  const distributions = Stack.of(scope).formatArn({
    service: "cloudfront",
    region: "",
    resource: "distribution",
    resourceName: "*",
  });
  return [
    { actions: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"], resources: [distributions] },
  ];
}
