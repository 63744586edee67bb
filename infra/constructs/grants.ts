import { ArnFormat, Stack } from "aws-cdk-lib";
import { type IRole, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import { accountLookupStatements } from "./account-lookup-grants.ts";
import type { CachedCopies } from "./cached-copies.ts";
import { clockGrants } from "./clock-grants.ts";
import { copyGrants } from "./copy-grants.ts";
import { anchorGrants, holdGrants, ledgerGrants, recordGrants, taskGrants } from "./evidence-grants.ts";
import { mailGrants } from "./mail-grants.ts";
import type { MailIntake } from "./mail-intake.ts";
import { peopleGrants } from "./people-grants.ts";
import type { PortGrant } from "./port-grant.ts";
import { processorGrants } from "./processor-grants.ts";
import { restoreGrants } from "./restore-grants.ts";
import {
  accountAddressStatements,
  accountReopeningStatements,
  accountStatements,
  storeStatements,
} from "./store-grants.ts";
import { table } from "./table-statement.ts";

/** Everything that ports reach. */
export interface Reachable {
  readonly compiled: CompiledPolicy;
  readonly stores: Readonly<Record<string, StoreRef>>;
  readonly evidence: Evidence;
  readonly stateMachine: StateMachine;
  readonly drain: LambdaFunction;
  readonly undelivered: IQueue;
  readonly mail: MailIntake;
  readonly cachedCopies: CachedCopies;
  /** With which links in letters begin, without a slash at the end. */
  readonly pagesUrl: string;
  /** True on the embedded AWS, which does not check who calls: a caller may then say who they are. */
  readonly believesCallers: boolean;
  readonly runsAtOnceMax: number;
  /** What AWS Backup restores with; absent where nothing is backed up by it. */
  readonly restoreRole: IRole | undefined;
}

/** Every port a function may use. */
export type PortName = keyof ReturnType<typeof portGrants>;

/** Gives a function what its ports need: each permission together with the setting that names its resource. */
export function grantPorts(fn: LambdaFunction, ports: readonly PortName[], reachable: Reachable): void {
  const grants = portGrants(reachable);
  for (const port of ports) {
    const { settings, statements }: PortGrant = grants[port];
    for (const statement of statements) fn.addToRolePolicy(new PolicyStatement(statement));
    for (const [setting, value] of Object.entries(settings)) fn.addEnvironment(variableOf(setting), value);
  }
}

/** Returns what each port means here. */
export function portGrants(reachable: Reachable) {
  const { compiled, evidence, stores, stateMachine, drain, undelivered } = reachable;
  const declared = compiled.policy.stores;
  const { requests, tombstones } = evidence;
  const tombstonesAt = { tombstonesTable: tombstones.tableName };
  return {
    /** The index of all requests is for people; no function reads it. */
    requests: {
      settings: { requestsTable: requests.tableName },
      statements: [table(requests, "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")],
    },
    "tombstones:read": { settings: tombstonesAt, statements: [table(tombstones, "GetItem")] },
    "tombstones:write": { settings: tombstonesAt, statements: [table(tombstones, "GetItem", "PutItem")] },
    ...taskGrants(evidence),
    ...holdGrants(evidence),
    undelivered: {
      settings: { undeliveredQueueUrl: undelivered.queueUrl },
      statements: [{ actions: ["sqs:GetQueueAttributes"], resources: [undelivered.queueArn] }],
    },
    "subject-keys:use": subjectKeys(evidence, ["GetItem"], ["kms:Decrypt"]),
    /** Making is a right of its own: a lost key must be noticed, not replaced by one that fits no reference. */
    "subject-keys:make": subjectKeys(
      evidence,
      ["GetItem", "PutItem"],
      ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
    ),
    /** Whoever ends a key may not open one, and the other way round. */
    "data-keys:end": {
      settings: { dataKeysTable: evidence.dataKeys.tableName },
      statements: [table(evidence.dataKeys, "BatchGetItem", "DeleteItem")],
    },
    "stores:find": { settings: {}, statements: storeStatements("find", compiled.policy, stores) },
    "stores:erase": { settings: {}, statements: storeStatements("erase", compiled.policy, stores) },
    "stores:verify": { settings: {}, statements: storeStatements("verify", compiled.policy, stores) },
    accounts: { settings: {}, statements: accountStatements(declared, stores) },
    "accounts:address": { settings: {}, statements: accountAddressStatements(declared, stores) },
    "accounts:reopen": { settings: {}, statements: accountReopeningStatements(declared, stores) },
    "accounts:find": { settings: {}, statements: accountLookupStatements(compiled.policy, stores) },
    executions: executions(stateMachine, reachable.runsAtOnceMax),
    drain: {
      settings: { drainFunctionName: drain.functionName },
      statements: [{ actions: ["lambda:InvokeFunction"], resources: [drain.functionArn] }],
    },
    pages: { settings: { pagesUrl: reachable.pagesUrl }, statements: [] },
    policy: { settings: { policyDigest: compiled.digest }, statements: [] },
    callers: {
      settings: reachable.believesCallers ? { localActors: "yes" } : {},
      statements: [],
    },
    ...clockGrants(evidence, compiled.policy, stores),
    "cached-copies:drop": sendingTo(reachable.cachedCopies),
    ...processorGrants(evidence, compiled.policy, { asksStandIns: reachable.believesCallers }),
    ...mailGrants(evidence, reachable.mail, compiled.policy.service.contact),
    ...copyGrants(compiled.policy, stores),
    ...restoreGrants(evidence, compiled.policy, stores, {
      restoreRole: reachable.restoreRole,
      isLocal: reachable.believesCallers,
    }),
    ...peopleGrants(evidence, compiled.policy, stores),
    ...recordGrants(evidence),
    ...ledgerGrants(evidence, compiled.policy),
    ...anchorGrants(evidence),
  } satisfies Record<string, PortGrant>;
}

function subjectKeys(
  { keys, wrappingKey }: Evidence,
  items: readonly string[],
  actions: readonly string[],
): PortGrant {
  return {
    settings: { keysTable: keys.tableName, wrappingKeyArn: wrappingKey.keyArn },
    statements: [
      table(keys, ...items),
      {
        actions: [...actions],
        resources: [wrappingKey.keyArn],
        conditions: { StringEquals: { "kms:EncryptionContext:purpose": "subject-reference" } },
      },
    ],
  };
}

function executions(stateMachine: StateMachine, runsAtOnceMax: number): PortGrant {
  const runs = Stack.of(stateMachine).formatArn({
    service: "states",
    resource: "execution",
    resourceName: `${stateMachine.stateMachineName}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return {
    settings: { stateMachineArn: stateMachine.stateMachineArn, runsAtOnceMax: String(runsAtOnceMax) },
    statements: [
      { actions: ["states:StartExecution"], resources: [stateMachine.stateMachineArn] },
      { actions: ["states:DescribeExecution"], resources: [runs] },
    ],
  };
}

function sendingTo({ told: { queue } }: CachedCopies): PortGrant {
  return {
    settings: { cachedCopiesQueueUrl: queue.queueUrl },
    statements: [{ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }],
  };
}

function variableOf(setting: string): string {
  const variables: Readonly<Record<string, string>> = DEPLOYMENT_VARIABLES;
  const variable = variables[setting];
  if (variable === undefined) throw new Error(`There is no variable for the setting ${setting}.`);
  return variable;
}
