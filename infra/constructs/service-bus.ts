import { Duration } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import { SERVICE_EVENT_SOURCE } from "../../shared/domain/retention/service-event.ts";
import { EventQueue } from "./event-queue.ts";

/** The bus on which the service's own code tells the clock what happened, and the queue in which it waits. */
export class ServiceBus extends Construct {
  readonly bus: EventBus;
  readonly told: EventQueue;

  constructor(
    scope: Construct,
    id: string,
    { service, timeoutSeconds }: { readonly service: string; readonly timeoutSeconds: number },
  ) {
    super(scope, id);
    this.bus = new EventBus(this, "bus", {
      eventBusName: `lethe-${service}`,
      description: "What the service tells the clock; the schemas are in docs/published/events.",
    });
    this.told = new EventQueue(this, "told", { timeoutSeconds });
    new Rule(this, "told-by-service", {
      eventBus: this.bus,
      eventPattern: { source: [SERVICE_EVENT_SOURCE] },
      targets: [
        new SqsQueue(this.told.queue, {
          deadLetterQueue: this.told.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
