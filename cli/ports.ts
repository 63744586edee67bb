import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbHolds } from "../shared/adapters/aws/dynamodb-holds.ts";
import { dynamodbLedger } from "../shared/adapters/aws/dynamodb-ledger.ts";
import { dynamodbRequestRegister } from "../shared/adapters/aws/dynamodb-request-register.ts";
import { dynamodbTasks } from "../shared/adapters/aws/dynamodb-tasks.ts";
import { dynamodbTree } from "../shared/adapters/aws/dynamodb-tree.ts";
import { subjectKeyExists } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Anchors } from "../shared/adapters/aws/s3-anchors.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import { sqsDeadLetters } from "../shared/adapters/aws/sqs-dead-letters.ts";
import { stepFunctionsExecutions } from "../shared/adapters/aws/step-functions-executions.ts";
import { dynamodbDueRows } from "../shared/adapters/clock/dynamodb-due-rows.ts";
import { dynamodbDuties } from "../shared/adapters/clock/dynamodb-duties.ts";
import { dynamodbMeasurements } from "../shared/adapters/clock/dynamodb-measurements.ts";
import { dynamodbThingRecords } from "../shared/adapters/clock/dynamodb-thing-records.ts";
import { clockAt } from "../shared/adapters/clock/scaled-time.ts";
import { s3StoredMail } from "../shared/adapters/mail/s3-stored-mail.ts";
import { dynamodbMailRecords } from "../shared/adapters/rights/dynamodb-mail-records.ts";
import { dynamodbRightsRegister } from "../shared/adapters/rights/dynamodb-rights-register.ts";
import { type StoreClients, storeAdapters } from "../shared/adapters/stores/store-adapters.ts";
import type { Scope } from "../shared/domain/erasure/scope.ts";
import type { Bindings } from "../shared/domain/policy/bindings.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { storesOfScope } from "../shared/domain/policy/sealed-stores.ts";
import type { FindableStore } from "../shared/operations/make-plan.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import type {
  Anchors,
  Clock,
  DeadLetters,
  DueRows,
  Duties,
  Executions,
  Holds,
  Ledger,
  MailRecords,
  Measurements,
  Records,
  RequestRegister,
  RightsRegister,
  StoredMail,
  Tasks,
  ThingRecords,
  TreeStore,
} from "../shared/operations/ports.ts";
import type { Deployment } from "./deployment.ts";
import { CommandFailed } from "./exit-codes.ts";

/** Mail as it arrived, and where it lies. */
interface StoredMailAt extends Pick<StoredMail, "sizeOf" | "read"> {
  readonly placeOf: (key: string) => string;
}

/** What commands read a deployment with; what they change goes through its API. */
export interface DeploymentPorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly holds: Holds;
  readonly ledger: Ledger;
  /** For how many days the policy keeps its entries. */
  readonly ledgerDays: number;
  readonly clock: Clock;
  readonly tree: TreeStore;
  readonly anchors: Anchors;
  readonly tasks: Tasks;
  readonly rights: Pick<RightsRegister, "read" | "list">;
  readonly mailRecords: Pick<MailRecords, "read" | "list">;
  readonly storedMail: StoredMailAt;
  readonly executions: Executions;
  readonly deadLetters: DeadLetters;
  readonly things: ThingRecords;
  readonly dueRows: DueRows;
  readonly duties: Duties;
  readonly measurements: Measurements;
  /** Whether the key of subject references was made; it is not opened. */
  readonly hasSubjectKey: () => Promise<boolean>;
  readonly clients: StoreClients;
  readonly sqs: SQSClient;
}

/** Returns the ports of a deployment. */
export function portsOf({ clientConfig, region, output, time }: Deployment): DeploymentPorts {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig));
  const s3 = new S3Client(clientConfig);
  const sqs = new SQSClient(clientConfig);
  const clock = { now: () => new Date() };
  const ledgerDays = Number(output("LedgerDays"));
  const counters = { table: output("MeasurementsTable"), clock: clockAt(time) };
  return {
    register: dynamodbRequestRegister(documents, output("RequestsTable")),
    records: s3Records(s3, output("RecordsBucket")),
    holds: dynamodbHolds(documents, output("HoldsTable")),
    ledger: dynamodbLedger(documents, output("LedgerTable"), {
      service: output("Service"),
      region,
      clock,
      keptDays: ledgerDays,
    }),
    ledgerDays,
    clock,
    tree: dynamodbTree(documents, output("LedgerTable")),
    anchors: s3Anchors(s3, output("AnchorsBucket")),
    tasks: dynamodbTasks(documents, output("TasksTable")),
    rights: dynamodbRightsRegister(documents, output("RightsTable")),
    mailRecords: dynamodbMailRecords(documents, output("RightsTable")),
    storedMail: {
      ...s3StoredMail(s3, output("MailBucket"), (real) => real),
      placeOf: (key) => `s3://${output("MailBucket")}/${key}`,
    },
    executions: stepFunctionsExecutions(new SFNClient(clientConfig), output("StateMachineArn")),
    things: dynamodbThingRecords(documents, output("ClockTable")),
    dueRows: dynamodbDueRows(documents, output("ClockTable"), counters),
    duties: dynamodbDuties(documents, output("ClockTable")),
    measurements: dynamodbMeasurements(documents, counters),
    deadLetters: sqsDeadLetters(sqs, output("UndeliveredQueueUrl")),
    hasSubjectKey: () => subjectKeyExists(documents, output("KeysTable")),
    sqs,
    clients: { s3, documents, cognito: new CognitoIdentityProviderClient(clientConfig) },
  };
}

/** Returns the policy in force and where its stores are. */
export async function deployedPolicy(
  deployment: Deployment,
  { records }: DeploymentPorts,
): Promise<{ readonly compiled: CompiledPolicy; readonly bindings: Bindings }> {
  const compiled = await policyOnRecord(records, deployment.output("PolicyDigest"));
  const bindings = await records.readBindings(deployment.output("Service"));
  if (bindings) return { compiled, bindings };
  throw new CommandFailed("The deployment has not written down where its stores are: deploy it again.");
}

/** Returns the stores that an erasure of this scope empties, seals, or cuts down to what is kept, to be looked into. */
export async function deployedStores(
  deployment: Deployment,
  ports: DeploymentPorts,
  scope: Scope,
): Promise<readonly FindableStore[]> {
  const { compiled, bindings } = await deployedPolicy(deployment, ports);
  return storeAdapters({ stores: storesOfScope(compiled.policy, scope) }, bindings, ports.clients, scope);
}
