import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { RequestsApi } from "./requests-api.ts";
import type { ServiceBus } from "./service-bus.ts";
import { table } from "./table-statement.ts";

/**
 * What the clock part of the client library needs, beside the client policy: to tell what happened, to ask whether a
 * thing may still be read, and to save one. It can neither end nor prolong the time of a thing otherwise.
 */
export class ClockClientPolicy extends ManagedPolicy {
  constructor(
    scope: Construct,
    id: string,
    {
      evidence: { clock, tombstones, records },
      api,
      bus: { bus },
    }: {
      readonly evidence: Pick<Evidence, "clock" | "tombstones" | "records">;
      readonly api: RequestsApi;
      readonly bus: ServiceBus;
    },
  ) {
    super(scope, id, {
      description: "For roles of the service: the Lethe client library tells the clock, and asks it.",
      statements: [
        { actions: ["events:PutEvents"], resources: [bus.eventBusArn] },
        {
          ...table(clock, "BatchGetItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["THING#*"] } },
        },
        table(tombstones, "GetItem", "BatchGetItem"),
        // Where the buckets are, to make a link to an object.
        { actions: ["s3:GetObject"], resources: [records.arnForObjects("bindings/*")] },
        {
          actions: ["execute-api:Invoke"],
          resources: [api.arnForExecuteApi("POST", "/service/things/saved", api.deploymentStage.stageName)],
        },
      ].map((statement) => new PolicyStatement(statement)),
    });
  }
}
