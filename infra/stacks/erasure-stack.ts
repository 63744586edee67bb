import { CfnOutput, CustomResource, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import { type IQueue, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Bindings, StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import { markOwn } from "../checks/marks.ts";
import { Alarms } from "../constructs/alarms.ts";
import { CachedCopies } from "../constructs/cached-copies.ts";
import { callerPolicies } from "../constructs/caller-policies.ts";
import { ClockAlarms } from "../constructs/clock-alarms.ts";
import { ClockClientPolicy } from "../constructs/clock-client-policy.ts";
import { ClockIntake } from "../constructs/clock-intake.ts";
import { ErasureStateMachine } from "../constructs/erasure-state-machine.ts";
import type { EventQueue } from "../constructs/event-queue.ts";
import { grantPorts } from "../constructs/grants.ts";
import { MailIntake } from "../constructs/mail-intake.ts";
import { PublicApi } from "../constructs/public-api.ts";
import { RequestsApi } from "../constructs/requests-api.ts";
import { RestoreEvents } from "../constructs/restore-events.ts";
import { RestoreRole } from "../constructs/restore-role.ts";
import { RowFunction } from "../constructs/row-function.ts";
import { ServiceBus } from "../constructs/service-bus.ts";
import { FUNCTIONS, type FunctionName, functionRows } from "../functions.ts";
import type { Permanence } from "../permanence.ts";
import type { ScaledTime } from "../scaled-time.ts";
import type { Evidence } from "./evidence-stack.ts";

/** It writes a few documents: what takes longer has failed. */
const PREPARATION_TIMEOUT = Duration.minutes(3);

/** What the erasure stack is made from. */
export interface ErasureStackProps extends StackProps {
  readonly compiled: CompiledPolicy;
  readonly stores: Readonly<Record<string, StoreRef>>;
  readonly storedObjects: EventQueue;
  readonly evidence: Evidence;
  readonly permanence: Permanence;
  readonly believesCallers: boolean;
  readonly runsAtOnceMax: number;
  /** A rule set of SES in the account; absent: no mail is received. */
  readonly receiptRuleSet?: string | undefined;
  /** Where the pages are, as people see it: a domain of the service's own. Absent: where AWS puts them. */
  readonly pagesUrl?: string | undefined;
  /** Address of the embedded AWS. */
  readonly localEndpoint?: string | undefined;
  /** Who is told by mail when an alarm rings. */
  readonly tell?: string | undefined;
  /** Only on the embedded AWS. */
  readonly time?: ScaledTime | undefined;
}

/** Everything that runs: the functions, the workflow, the API and the minute rule. */
export class ErasureStack extends Stack {
  constructor(scope: Construct, id: string, props: ErasureStackProps) {
    super(scope, id, props);
    const { compiled, permanence, time } = props;
    const service = compiled.policy.service.id;
    const undelivered = new Queue(this, "undelivered", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    markOwn(undelivered, "calls of functions that failed");
    const make = (name: FunctionName) =>
      new RowFunction(this, name, FUNCTIONS[name], { service, permanence, undelivered, time });
    const functions = {
      "freeze-subject": make("freeze-subject"),
      "plan-erasure": make("plan-erasure"),
      "erase-stores": make("erase-stores"),
      "ask-processors": make("ask-processors"),
      "ask-again": make("ask-again"),
      "purge-cached": make("purge-cached"),
      "bound-backups": make("bound-backups"),
      "verify-absence": make("verify-absence"),
      "issue-certificate": make("issue-certificate"),
      "conclude-request": make("conclude-request"),
      "record-failure": make("record-failure"),
      "drain-requests": make("drain-requests"),
      "open-request": make("open-request"),
      "change-request": make("change-request"),
      "approve-request": make("approve-request"),
      "close-task": make("close-task"),
      "reply-to-request": make("reply-to-request"),
      "ask-sender": make("ask-sender"),
      "place-hold": make("place-hold"),
      "release-hold": make("release-hold"),
      "extend-seal": make("extend-seal"),
      "take-storage-events": make("take-storage-events"),
      "take-table-events": make("take-table-events"),
      "take-service-events": make("take-service-events"),
      "save-thing": make("save-thing"),
      "take-mail": make("take-mail"),
      "public-pages": make("public-pages"),
      sweep: make("sweep"),
      reconcile: make("reconcile"),
      restore: make("restore"),
      "look-for-returned": make("look-for-returned"),
      "watch-restores": make("watch-restores"),
      "do-duties": make("do-duties"),
      "prepare-deployment": make("prepare-deployment"),
    } satisfies Record<FunctionName, RowFunction>;
    const drain = functions["drain-requests"];
    const stateMachine = new ErasureStateMachine(this, "erasure", { permanence, functions });
    const mail = new MailIntake(this, "mail-intake", {
      policy: compiled.policy,
      bucket: props.evidence.mail,
      receiptRuleSet: props.receiptRuleSet,
      timeoutSeconds: FUNCTIONS["take-mail"].timeoutSeconds,
    });
    mail.takenBy(functions["take-mail"]);
    const cachedCopies = new CachedCopies(this, "caches", {
      purgeCached: functions["purge-cached"],
      timeoutSeconds: FUNCTIONS["purge-cached"].timeoutSeconds,
    });
    const publicApi = new PublicApi(this, "pages", { service, permanence, pages: functions["public-pages"] });
    const pagesUrl = pagesUrlOf(publicApi, props);
    const restoreRole =
      compiled.policy.backups.vaults.length > 0
        ? new RestoreRole(this, "backup-restores", props.evidence.quarantine)
        : undefined;
    for (const [name, { ports }] of functionRows()) {
      grantPorts(functions[name], ports, {
        ...props,
        ...{ stateMachine, drain, undelivered, mail, cachedCopies, pagesUrl, restoreRole },
      });
    }
    const eachMinute = [drain, functions.sweep, functions["do-duties"], functions["ask-again"]];
    every(this, "each-minute", Duration.minutes(1), eachMinute, undelivered);
    every(this, "reconciliation", Duration.minutes(15), [functions.reconcile], undelivered);
    every(this, "look-for-copies", Duration.hours(6), [functions["watch-restores"]], undelivered);
    every(this, "look-for-returned-people", Duration.hours(1), [functions["look-for-returned"]], undelivered);
    new RestoreEvents(this, "restore-events", functions["watch-restores"], undelivered);
    drainAfterEachRun(this, drain, undelivered, stateMachine);
    const { topic } = new Alarms(this, "alarms", {
      service,
      undelivered,
      stateMachine,
      functions,
      tell: props.tell,
    });
    const preparation = prepareDeployment(this, functions["prepare-deployment"], props);
    // No request may be opened under a policy that is not on record yet.
    functions["open-request"].node.addDependency(preparation);

    const bus = new ServiceBus(this, "service-bus", {
      service,
      timeoutSeconds: FUNCTIONS["take-service-events"].timeoutSeconds,
    });
    const intake = new ClockIntake(this, "intake", {
      policy: compiled.policy,
      stores: props.stores,
      storedObjects: props.storedObjects,
      told: bus.told,
      undelivered,
      takeStorageEvents: functions["take-storage-events"],
      takeTableEvents: functions["take-table-events"],
      takeServiceEvents: functions["take-service-events"],
    });
    // Nothing can be recorded before where stores are is on record.
    intake.node.addDependency(preparation);
    new ClockAlarms(this, "clock-alarms", {
      compiled,
      time,
      queues: [props.storedObjects, bus.told, mail.queue, cachedCopies.told],
      topic,
    });

    const api = new RequestsApi(this, "requests", {
      service,
      permanence,
      openRequest: functions["open-request"],
      changeRequest: functions["change-request"],
      approveRequest: functions["approve-request"],
      closeTask: functions["close-task"],
      replyToRequest: functions["reply-to-request"],
      askSender: functions["ask-sender"],
      placeHold: functions["place-hold"],
      releaseHold: functions["release-hold"],
      extendSeal: functions["extend-seal"],
      saveThing: functions["save-thing"],
    });
    const callers = callerPolicies(this, api);
    const outputs = {
      StaffPolicyArn: callers.staff.managedPolicyArn,
      RequestErasurePolicyArn: callers.service.managedPolicyArn,
      StateMachineArn: stateMachine.stateMachineArn,
      DrainFunctionName: drain.functionName,
      ApiUrl: api.url,
      PagesUrl: pagesUrl,
      ServiceBusName: bus.bus.eventBusName,
      ClockClientPolicyArn: new ClockClientPolicy(this, "clock-client", {
        evidence: props.evidence,
        api,
        bus,
      }).managedPolicyArn,
      SweepFunctionName: functions.sweep.functionName,
      ReconcileFunctionName: functions.reconcile.functionName,
      AskAgainFunctionName: functions["ask-again"].functionName,
      RestoreFunctionName: functions.restore.functionName,
      WatchRestoresFunctionName: functions["watch-restores"].functionName,
      DutiesFunctionName: functions["do-duties"].functionName,
      ...(time ? { TimeScale: String(time.scale), TimeOrigin: time.origin } : {}),
      UndeliveredQueueUrl: undelivered.queueUrl,
      AlarmsTopicArn: topic.topicArn,
      MailTopicArn: mail.topic.topicArn,
      MailQueueUrl: mail.queue.queue.queueUrl,
      MailDeadLettersUrl: mail.queue.deadLetters.queueUrl,
      LettersFrom: compiled.policy.service.contact,
      PolicyDigest: compiled.digest,
      Service: service,
      Region: this.region,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** Letters begin their links with this, and never with what a call says of itself. */
function pagesUrlOf(
  api: PublicApi,
  { pagesUrl, localEndpoint }: Pick<ErasureStackProps, "pagesUrl" | "localEndpoint">,
): string {
  if (pagesUrl !== undefined) return pagesUrl;
  return localEndpoint === undefined ? api.pagesUrl : api.pagesUrlAt(localEndpoint);
}

/** What is due and was not signalled is found by the next tick; one that cannot be delivered is not made up for. */
function every(
  scope: Construct,
  id: string,
  interval: Duration,
  targets: readonly RowFunction[],
  undelivered: IQueue,
): void {
  new Rule(scope, id, {
    schedule: Schedule.rate(interval),
    targets: targets.map(
      (fn) =>
        new LambdaTarget(fn, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.minutes(1),
          retryAttempts: 0,
        }),
    ),
  });
}

/** What waits for room begins when another ends; events may be lost, and then the minute rule finds it. */
function drainAfterEachRun(
  scope: Construct,
  drain: RowFunction,
  undelivered: IQueue,
  stateMachine: ErasureStateMachine,
): void {
  new Rule(scope, "after-each-run", {
    eventPattern: {
      source: ["aws.states"],
      detailType: ["Step Functions Execution Status Change"],
      detail: {
        status: ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"],
        stateMachineArn: [stateMachine.stateMachineArn],
      },
    },
    targets: [
      new LambdaTarget(drain, {
        deadLetterQueue: undelivered,
        maxEventAge: Duration.minutes(1),
        retryAttempts: 0,
      }),
    ],
  });
}

/** Puts policy, bindings and public key on record at every deployment that changes one of them. */
function prepareDeployment(
  stack: Stack,
  fn: RowFunction,
  { compiled, stores, evidence }: ErasureStackProps,
): CustomResource {
  const bindings: Bindings = {
    schema: "lethe.bindings/1",
    service: compiled.policy.service.id,
    region: stack.region,
    account: stack.account,
    policyDigest: compiled.digest,
    stores,
  };
  const preparation = new CustomResource(stack, "preparation", {
    serviceToken: fn.functionArn,
    resourceType: "Custom::LethePreparation",
    // Without it a function that cannot start holds the deployment for an hour, in silence.
    serviceTimeout: PREPARATION_TIMEOUT,
    properties: {
      policy: compiled.canonical,
      // As text: CloudFormation hands every value on as a string, and "true" is not true.
      bindings: stack.toJsonString(bindings),
      // Not read, but a change of either has to run it again.
      wrappingKeyArn: evidence.wrappingKey.keyArn,
      signingKeyArn: evidence.signingKey.keyArn,
    },
  });
  if (fn.role) preparation.node.addDependency(fn.role);
  return preparation;
}
