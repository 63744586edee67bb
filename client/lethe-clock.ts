import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbTombstones } from "../shared/adapters/aws/dynamodb-tombstones.ts";
import { kmsSubjectKeys } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import { dynamodbThingRecords } from "../shared/adapters/clock/dynamodb-thing-records.ts";
import { clockAt, realInstant, scaledInstant } from "../shared/adapters/clock/scaled-time.ts";
import type { Bindings } from "../shared/domain/policy/bindings.ts";
import type { Clock } from "../shared/operations/ports.ts";
import { ClientIncomplete, type ClockSettings, parsedClockSettings } from "./client-settings.ts";
import { clockClient, type LetheClock } from "./clock.ts";
import { eventBus } from "./event-bus.ts";
import type { AwsConfig } from "./lethe-client.ts";
import { readOnce, recordedPolicy } from "./recorded-policy.ts";
import { s3Objects } from "./s3-objects.ts";
import { savedByApi } from "./save-by-api.ts";

const REAL_CLOCK: Clock = { now: () => new Date() };

/**
 * Returns the clock part of the client of a deployment, for the service's own code; its role needs the managed policies
 * of the outputs `ClientPolicyArn` and `ClockClientPolicyArn`.
 *
 * @throws {ClientIncomplete} naming the setting that is missing.
 */
export function letheClock(settings: ClockSettings, awsConfig: AwsConfig = {}): LetheClock {
  const parsed = parsedClockSettings(settings);
  const { service, region, clockTable, tombstonesTable, keysTable, wrappingKeyArn, recordsBucket } = parsed;
  const config = { ...awsConfig, region };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client(config);
  const records = s3Records(s3, recordsBucket);
  const bindings = readOnce(async () => bindingsOf(service, await records.readBindings(service)));
  const objects = s3Objects(s3, bindings);
  return clockClient({
    policy: readOnce(() => recordedPolicy(records, service, parsed.policyDigest)),
    region,
    records: dynamodbThingRecords(documents, clockTable),
    tombstones: dynamodbTombstones(documents, tombstonesTable),
    subjectKeys: kmsSubjectKeys(documents, keysTable, new KMSClient(config), wrappingKeyArn),
    realClock: REAL_CLOCK,
    clock: clockAt(parsed.time),
    timeScale: parsed.time?.scale ?? 1,
    real: (shown) => realInstant(parsed.time, shown),
    send: eventBus(new EventBridgeClient(config), parsed.serviceBusName),
    save: savedByApi({
      apiUrl: parsed.apiUrl,
      region,
      credentials: awsConfig.credentials ?? defaultProvider(),
      ...(awsConfig.endpoint === undefined ? {} : { endpoint: awsConfig.endpoint }),
    }),
    sign: objects.sign,
    storedAt: async (known) => {
      const real = await objects.storedAt(known);
      return real && scaledInstant(parsed.time, real).toISOString();
    },
  });
}

function bindingsOf(service: string, bindings: Bindings | undefined): Bindings {
  if (bindings) return bindings;
  throw new ClientIncomplete(`It is not on record where the stores of ${service} are: deploy it again.`);
}
