import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { markOwn } from "../checks/marks.ts";

/** A message that was received so often and never dealt with is one that cannot be. */
const RECEIVES_UNTIL_DEAD = 3;
/** As long as SQS keeps anything: time to mend what is wrong and send them again. */
const LONGEST = Duration.days(14);
/** Six times what a function may take, as Lambda asks: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const VISIBILITY_FACTOR = 6;

/**
 * A queue of what AWS or the service tells, and beside it the one for what could not be taken. Both name people, by keys
 * or addresses, for two weeks at most; what a record of the clock says is kept longer than that, so an event that comes
 * back from the dead changes nothing that has ended.
 */
export class EventQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  /** @param timeoutSeconds what the function that takes from it may take. */
  constructor(
    scope: Construct,
    id: string,
    {
      timeoutSeconds,
      holds = "events for the clock, which name things by their keys",
      deadLettersHold = "events that the clock could not record",
    }: {
      readonly timeoutSeconds: number;
      readonly holds?: string;
      readonly deadLettersHold?: string;
    },
  ) {
    super(scope, id);
    const shared = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: LONGEST };
    this.deadLetters = new Queue(this, "dead-letters", shared);
    this.queue = new Queue(this, "queue", {
      ...shared,
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEIVES_UNTIL_DEAD },
    });
    markOwn(this.queue, holds);
    markOwn(this.deadLetters, deadLettersHold);
  }
}
