import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { s3Anchors } from "../../shared/adapters/aws/s3-anchors.ts";
import { s3Records } from "../../shared/adapters/aws/s3-records.ts";
import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import { ACCOUNT } from "../../shared/domain/erasure/scope.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import { storesChangedBy } from "../../shared/domain/policy/retained-stores.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { Anchors, StoreAdapter } from "../../shared/operations/ports.ts";
import type { Outputs } from "../deployed.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "../local-environment.ts";
import { type DemoSending, demoSending } from "./demo-sending.ts";
import type { DemoStores } from "./store-person.ts";

/** A deployment on the embedded AWS, as the demo service sees it. */
export interface DemoDeployment extends DemoStores {
  readonly compiled: CompiledPolicy;
  /** Every store in which people can be found. */
  readonly adapters: readonly StoreAdapter[];
  /** Those of them in which the erasure of an account leaves nothing under a person's id. */
  readonly erased: readonly StoreAdapter[];
  readonly anchors: Anchors;
  /** What the service keeps records of what it sends to third parties with. */
  readonly sending: DemoSending;
}

/** Returns the deployment with these outputs. */
export async function demoDeployment(aws: LocalAws, outputs: Outputs): Promise<DemoDeployment> {
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const output = (name: string): string => {
    const value = flat[name];
    if (value === undefined) throw new Error(`The stacks have no output ${name}: start again with --fresh.`);
    return value;
  };
  const config = { endpoint: aws.endpoint, region: output("Region"), credentials: LOCAL_CREDENTIALS };
  const s3 = new S3Client(config);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const cognito = new CognitoIdentityProviderClient(config);
  const records = s3Records(s3, output("RecordsBucket"));
  const compiled = await policyOnRecord(records, output("PolicyDigest"));
  const bindings = await records.readBindings(output("Service"));
  if (!bindings)
    throw new Error("The deployment has not written down where its stores are: start again with --fresh.");
  // On AWS whoever runs the service does this once, by DNS or a link in a letter.
  await new SESClient(config).send(new VerifyEmailIdentityCommand({ EmailAddress: output("LettersFrom") }));
  const clients = { s3, documents, cognito };
  return {
    ...clients,
    sqs: new SQSClient(config),
    compiled,
    stores: compiled.policy.stores,
    accountAddresses: compiled.policy.accountAddresses,
    bindings,
    adapters: storeAdapters(compiled.policy, bindings, clients),
    erased: storeAdapters({ stores: storesChangedBy(compiled.policy, ACCOUNT) }, bindings, clients),
    anchors: s3Anchors(s3, output("AnchorsBucket")),
    sending: demoSending(compiled.policy, {
      documents,
      kms: new KMSClient(config),
      output,
      time: timeIn(flat),
    }),
  };
}

function timeIn({ TimeScale: scale, TimeOrigin: origin }: Readonly<Record<string, string>>) {
  return scale === undefined || origin === undefined ? undefined : { scale: Number(scale), origin };
}
