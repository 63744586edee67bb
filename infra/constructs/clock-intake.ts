import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import {
  BATCHES_AT_ONCE,
  EVENTS_PER_BATCH,
  STORED_WAIT_SECONDS,
  TOLD_WAIT_SECONDS,
} from "../intake-batches.ts";
import type { EventQueue } from "./event-queue.ts";
import { streamStatements } from "./expiry-grants.ts";
import { takenFromQueue } from "./taken-from-queue.ts";

const TRIES_AGAIN = 3;
/** A stream keeps its records so long. */
const STREAM_KEEPS = Duration.hours(24);

/** How what stores and the service tell comes to the functions that record it. */
export interface ClockIntakeProps {
  readonly policy: Policy;
  readonly stores: Readonly<Record<string, StoreRef>>;
  readonly storedObjects: EventQueue;
  readonly told: EventQueue;
  /** For records of streams that could not be recorded. */
  readonly undelivered: IQueue;
  readonly takeStorageEvents: LambdaFunction;
  readonly takeTableEvents: LambdaFunction;
  readonly takeServiceEvents: LambdaFunction;
}

/** Every batch says which of its events failed: those alone come again, and the third time they are dead letters. */
export class ClockIntake extends Construct {
  constructor(scope: Construct, id: string, props: ClockIntakeProps) {
    super(scope, id);
    this.takeFrom("stored-objects", props.storedObjects, props.takeStorageEvents, STORED_WAIT_SECONDS);
    this.takeFrom("told", props.told, props.takeServiceEvents, TOLD_WAIT_SECONDS);
    for (const store of clockStores(props.policy)) {
      const ref = props.stores[store.id];
      if (ref?.streamArn === undefined) continue;
      for (const statement of streamStatements(store, ref)) {
        props.takeTableEvents.addToRolePolicy(new PolicyStatement(statement));
      }
      new EventSourceMapping(this, store.id, {
        target: props.takeTableEvents,
        eventSourceArn: ref.streamArn,
        // What was stored before the mapping was there is found by the reconciler.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: EVENTS_PER_BATCH,
        maxBatchingWindow: Duration.seconds(STORED_WAIT_SECONDS),
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual("INSERT") })],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: TRIES_AGAIN,
        maxRecordAge: STREAM_KEEPS,
        onFailure: new SqsDlq(props.undelivered),
      });
    }
  }

  private takeFrom(name: string, queue: EventQueue, target: LambdaFunction, waitSeconds: number): void {
    takenFromQueue(this, name, queue, target, {
      batchSize: EVENTS_PER_BATCH,
      maxBatchingWindow: Duration.seconds(waitSeconds),
      maxConcurrency: BATCHES_AT_ONCE,
    });
  }
}
