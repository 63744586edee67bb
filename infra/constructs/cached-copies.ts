import { Duration } from "aws-cdk-lib";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { EventQueue } from "./event-queue.ts";
import { takenFromQueue } from "./taken-from-queue.ts";

/** Each by itself, so that a cache that answers one slowly keeps no other. */
const MESSAGES_PER_BATCH = 1;
/** The least that SQS allows: what caches take at once is limited, and nothing waits for them. */
const AT_ONCE = 2;

/** Where the clock tells which copies caches are to drop, and how that comes to the function that has them dropped. */
export class CachedCopies extends Construct {
  readonly told: EventQueue;

  /** @param purgeCached takes what is told, within so many seconds. */
  constructor(
    scope: Construct,
    id: string,
    {
      purgeCached,
      timeoutSeconds,
    }: { readonly purgeCached: LambdaFunction; readonly timeoutSeconds: number },
  ) {
    super(scope, id);
    this.told = new EventQueue(this, "cached-copies", {
      timeoutSeconds,
      holds: "copies that caches are to drop, which it names by the keys of the objects",
      deadLettersHold: "copies that a cache did not drop, and that go by their age",
    });
    takenFromQueue(this, "taken", this.told, purgeCached, {
      batchSize: MESSAGES_PER_BATCH,
      maxBatchingWindow: Duration.seconds(0),
      maxConcurrency: AT_ONCE,
    });
  }
}
