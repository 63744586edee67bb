import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type Bucket, CfnBucket, EventType } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { prefixBeforeSubject, type S3Store } from "../../shared/domain/policy/store.ts";
import type { EventQueue } from "./event-queue.ts";

/** Everything after which an object is there that was not there before, or was not within reach. */
const STORED = [EventType.OBJECT_CREATED, EventType.OBJECT_RESTORE_COMPLETED];

/** Lets S3 put what it notifies of in this account into a queue. */
export function acceptFromBuckets(queue: IQueue): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: "FromBucketsOfThisAccount",
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": Stack.of(queue).account },
        ArnLike: { "aws:SourceArn": "arn:*:s3:::*" },
      },
    }),
  );
}

/**
 * Makes a bucket of our own tell a queue of each object that is stored in it; in one that stores share, of those of
 * the stores on the clock. It is said in the bucket's own template: CDK's helper would add a function that may change
 * the notifications of every bucket.
 */
export function tellOfStoredObjects(
  bucket: Bucket,
  events: EventQueue,
  { stores, onTheClock }: { readonly stores: readonly S3Store[]; readonly onTheClock: readonly S3Store[] },
): void {
  const resource = bucket.node.defaultChild;
  if (onTheClock.length === 0 || !(resource instanceof CfnBucket)) return;
  const prefixes = stores.length === 1 ? [undefined] : onTheClock.map(prefixBeforeSubject);
  resource.notificationConfiguration = {
    queueConfigurations: prefixes.flatMap((prefix) =>
      STORED.map((event) => ({
        event,
        queue: events.queue.queueArn,
        ...(prefix === undefined
          ? {}
          : { filter: { s3Key: { rules: [{ name: "prefix", value: prefix }] } } }),
      })),
    ),
  };
  // S3 asks whether it may before the bucket has its notifications.
  bucket.node.addDependency(events);
}
