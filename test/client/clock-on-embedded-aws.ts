import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { clockClient } from "../../client/clock.ts";
import { s3Objects } from "../../client/s3-objects.ts";
import { dynamodbTombstones } from "../../shared/adapters/aws/dynamodb-tombstones.ts";
import { kmsSubjectKeys } from "../../shared/adapters/aws/kms-subject-keys.ts";
import { dynamodbDueRows } from "../../shared/adapters/clock/dynamodb-due-rows.ts";
import { dynamodbThingRecords } from "../../shared/adapters/clock/dynamodb-thing-records.ts";
import { toldByService } from "../../shared/adapters/clock/told-by-service.ts";
import { expiringStores } from "../../shared/adapters/stores/expiring-stores.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { SERVICE_EVENT_SOURCE, type ServiceEvent } from "../../shared/domain/retention/service-event.ts";
import { recordThingEvents } from "../../shared/operations/record-events.ts";
import { saveThing } from "../../shared/operations/save-thing.ts";
import { sweep } from "../../shared/operations/sweep.ts";
import { newBucket } from "../contracts/s3-objects.ts";
import type { BareEmbeddedAws } from "../embedded-aws.ts";
import { inMemoryLedger } from "../world/evidence.ts";
import { inMemoryHolds } from "../world/holds.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { inMemoryTasks } from "../world/tasks.ts";

const ACCOUNT = "000000000000";
const MINUTE_MS = 60_000;

export type ClockOnEmbeddedAws = Awaited<ReturnType<typeof clockOnEmbeddedAws>>;

/**
 * Returns the clock part of the client over a bucket and tables of the embedded AWS, and the operations behind it over
 * the same. Its clock is the real one until a test sets it.
 *
 * @param declaration of a service, of whose stores `storeId` alone, a bucket, is made.
 */
export async function clockOnEmbeddedAws(
  aws: BareEmbeddedAws,
  declaration: PolicyDeclaration,
  storeId: string,
) {
  const s3 = new S3Client(aws.clientConfig);
  const dynamodb = new DynamoDBClient(aws.clientConfig);
  const documents = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const whole = compilePolicy(declaration);
  const stores = whole.policy.stores.filter(({ id }) => id === storeId);
  const compiled = { ...whole, policy: { ...whole.policy, stores } };
  const { policy, digest } = compiled;
  const service = clockedService(compiled, aws.region, { bucketSeconds: 60, shards: 2 });
  const bucket = await newBucket(s3, `clock-client-${storeId}`, {});
  const bindings: Bindings = {
    ...{ schema: "lethe.bindings/1", service: policy.service.id, policyDigest: digest },
    ...{ region: aws.region, account: ACCOUNT },
    stores: {
      [storeId]: {
        ...{ id: bucket, arn: `arn:aws:s3:::${bucket}`, region: aws.region, account: ACCOUNT },
        owned: true,
      },
    },
  };
  const [clockTable, counts, tombstones, keys] = [
    await newTable(dynamodb, "clock", ["pk", "sk"]),
    await newTable(dynamodb, "counts", ["pk", "sk"]),
    await newTable(dynamodb, "tombstones", ["pk"]),
    await newTable(dynamodb, "keys", ["pk"]),
  ];
  const kms = new KMSClient(aws.clientConfig);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));

  let setTo: Date | undefined;
  const clock = { now: () => setTo ?? new Date() };
  const ports = {
    clock,
    things: dynamodbThingRecords(documents, clockTable),
    dueRows: dynamodbDueRows(documents, clockTable, { table: counts, clock }),
    expiringStores: expiringStores(policy, bindings, { s3, documents }, { shown: (real) => real }),
    subjectKeys: kmsSubjectKeys(documents, keys, kms, KeyMetadata?.Arn ?? ""),
    register: inMemoryRequestRegister(),
    holds: inMemoryHolds(),
    tasks: inMemoryTasks(),
    ledger: inMemoryLedger(clock),
    remainingMs: () => 900_000,
  };
  const objects = s3Objects(new S3Client(aws.clientConfig), async () => bindings);
  const client = clockClient({
    policy: async () => compiled,
    region: aws.region,
    records: ports.things,
    tombstones: dynamodbTombstones(documents, tombstones),
    subjectKeys: ports.subjectKeys,
    realClock: clock,
    clock,
    timeScale: 1,
    real: (shown) => shown,
    send: async (events) => {
      const told = events
        .map((event) => toldByService(asTheBusWritesIt(event), (real) => real))
        .filter((event) => event.kind === "thing");
      const recorded = await recordThingEvents(ports, service, told);
      if (recorded.length === 0 || !recorded.every((one) => one.recorded)) {
        throw new Error(`Not everything was recorded: ${JSON.stringify(recorded)}`);
      }
    },
    save: ({ thing }) => saveThing(ports, service, thing),
    sign: objects.sign,
    storedAt: async (known) => (await objects.storedAt(known))?.toISOString(),
  });

  return {
    client,
    setClock: (at: Date | undefined) => {
      setTo = at;
    },
    put: async (Key: string) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key }));
      return { store: storeId, key: Key };
    },
    /** Ticks once, at a moment when every row of before is in a stretch of time that is over. */
    sweepAt: async (at: Date) => {
      setTo = new Date(at.getTime() + 2 * MINUTE_MS);
      const swept = await sweep(ports, service);
      setTo = undefined;
      return swept;
    },
    keys: async () => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
      return Contents.map(({ Key = "" }) => Key);
    },
  };
}

function asTheBusWritesIt(event: ServiceEvent): string {
  const detailType = event.schema.replace(/^lethe\.event\.|\/1$/gu, "");
  return JSON.stringify({ source: SERVICE_EVENT_SOURCE, "detail-type": detailType, detail: event });
}

async function newTable(
  dynamodb: DynamoDBClient,
  TableName: string,
  keys: readonly ("pk" | "sk")[],
): Promise<string> {
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: keys.map((AttributeName) => ({
        AttributeName,
        KeyType: AttributeName === "pk" ? "HASH" : "RANGE",
      })),
    }),
  );
  return TableName;
}
