import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { clockAt, type TimeScale } from "../../shared/adapters/clock/scaled-time.ts";
import type { ProcessorSecret } from "../../shared/adapters/processor-calls/processor-secret.ts";
import { secretNameOf } from "../../shared/adapters/processor-calls/secret-documents.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { DisclosureSchema } from "../../shared/domain/processors/disclosure.ts";
import type { DemoDeployment } from "../demo/demo-deployment.ts";
import type { Outputs } from "../deployed.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "../local-environment.ts";
import { forgetDesk, recordDesk } from "./at-the-desk.ts";
import { openDesk } from "./desk.ts";
import { type RunningParties, startParties } from "./running.ts";

/** Longer than deployed functions wait for an answer, which is ten seconds. */
const SLOW_MS = 12_000;
/** More records of what was sent than a demo has; what is beyond is not put back. */
const PUT_BACK_MAX = 10_000;

const RecordSchema = z.object({ disclosure: DisclosureSchema });

/** Where they stand in, and for whom. */
interface StandInPlace {
  readonly aws: Pick<LocalAws, "endpoint">;
  readonly home: string;
  readonly demo: Pick<DemoDeployment, "compiled" | "documents">;
  readonly outputs: Outputs;
  readonly time?: TimeScale | undefined;
}

/**
 * Starts what stands in for the third parties of a policy, with what records say they were sent before; hands the deployed
 * functions what it takes to ask them, and opens the desk at which they can be looked at.
 */
export async function openStandIns(place: StandInPlace): Promise<RunningParties> {
  const { aws, home, demo, outputs, time } = place;
  const { policy } = demo.compiled;
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const clock = clockAt(time);
  const running = await startParties(
    policy.processors.map(({ id }) => id),
    () => clock.now(),
    { host: imageHostOf(policy), slowMs: SLOW_MS },
  );
  await putBack(running, demo.documents, flat.DisclosuresTable ?? "");
  const { endpoint } = aws;
  const region = flat.Region ?? "";
  const secrets = new SecretsManagerClient({ endpoint, region, credentials: LOCAL_CREDENTIALS });
  for (const [id, { secret }] of running.parties) {
    await putSecret(secrets, secretNameOf(policy.service.id, id), secret);
  }
  const desk = await openDesk(running);
  recordDesk(home, desk.url);
  return {
    parties: running.parties,
    async stop() {
      forgetDesk(home);
      await Promise.all([desk.stop(), running.stop()]);
    },
  };
}

function imageHostOf({ stores }: Policy): string | undefined {
  const [address] = stores.flatMap((store) => (store.kind === "s3" ? (store.cachedBy?.addresses ?? []) : []));
  return address === undefined ? undefined : new URL(address.replace("{key}", "")).host;
}

/** They keep nothing when they stop, and nobody real forgets anything for that. */
async function putBack(
  { parties }: RunningParties,
  documents: DynamoDBDocumentClient,
  TableName: string,
): Promise<void> {
  const pages = paginateScan(
    { client: documents },
    {
      TableName,
      FilterExpression: "begins_with(pk, :subject) AND begins_with(sk, :sent)",
      ExpressionAttributeValues: { ":subject": "subject#", ":sent": "sent#" },
    },
  );
  let count = 0;
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { processor, reference } = RecordSchema.parse(item).disclosure;
      parties.get(processor)?.putBack(reference);
    }
    count += Items.length;
    if (count >= PUT_BACK_MAX) return;
  }
}

async function putSecret(
  secrets: SecretsManagerClient,
  Name: string,
  secret: ProcessorSecret,
): Promise<void> {
  const SecretString = JSON.stringify(secret);
  try {
    await secrets.send(new CreateSecretCommand({ Name, SecretString }));
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
    await secrets.send(new PutSecretValueCommand({ SecretId: Name, SecretString }));
  }
}
