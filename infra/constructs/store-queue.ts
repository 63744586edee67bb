import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { QueueStore } from "../../shared/domain/policy/store.ts";
import { markStores } from "../checks/marks.ts";
import { ownedRef } from "./owned-ref.ts";
import type { StoreOf } from "./store-bucket.ts";

/** Makes the queue of a declared store and returns where it is; a message is gone when its days are over. */
export function placeQueue(
  scope: Construct,
  { store, key, permanence }: Omit<StoreOf<QueueStore>, "policy">,
): StoreRef {
  const queue = new Queue(scope, store.id, {
    retentionPeriod: Duration.days(store.retentionDays),
    enforceSSL: true,
    removalPolicy: permanence.removalPolicy,
    encryption: key ? QueueEncryption.KMS : QueueEncryption.SQS_MANAGED,
    ...(key ? { encryptionMasterKey: key } : {}),
  });
  markStores(queue, [store]);
  return ownedRef(scope, { id: queue.queueUrl, arn: queue.queueArn }, key);
}
