import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { METRIC_NAMESPACE } from "../../shared/domain/retention/clock-metrics.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import { canaryStatements, expiryStatements } from "./expiry-grants.ts";
import type { PortGrant } from "./port-grant.ts";
import { table } from "./table-statement.ts";

type ClockPort =
  | "clock:tell"
  | "clock:expire"
  | "canaries"
  | "clock:refire"
  | "duties"
  | "listings"
  | "stores:look"
  | "stores:expire"
  | "pause:read"
  | "metrics";

/** Returns what the clock needs: to be told of things, and to delete them when their time is over. */
export function clockGrants(
  { clock, measurements, requests }: Pick<Evidence, "clock" | "measurements" | "requests">,
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
): Record<ClockPort, PortGrant> {
  const settings = { clockTable: clock.tableName, measurementsTable: measurements.tableName };
  const requestsAt = { requestsTable: requests.tableName };
  return {
    /** Whoever is told of things deletes none, and counts none. */
    "clock:tell": { settings, statements: [table(clock, "UpdateItem", "BatchGetItem", "BatchWriteItem")] },
    "clock:expire": {
      settings,
      statements: [
        // From when on there are rows, its description says.
        table(clock, "DescribeTable"),
        table(clock, "GetItem", "BatchGetItem", "Query", "UpdateItem", "DeleteItem", "BatchWriteItem"),
        table(measurements, "GetItem", "PutItem", "Query", "UpdateItem"),
      ],
    },
    canaries: { settings: {}, statements: canaryStatements(policy, stores) },
    /** Rows of what was held are put back and moved; nothing is counted, and no record read. */
    "clock:refire": {
      settings,
      statements: [leading(table(clock, "Query", "DeleteItem", "BatchWriteItem"), "DUE#*")],
    },
    duties: {
      settings: { clockTable: clock.tableName },
      statements: [leading(table(clock, "GetItem", "Query", "PutItem", "DeleteItem"), "DUTY#*", "DUTIES")],
    },
    listings: { settings, statements: [leading(table(clock, "PutItem"), "LISTING#*")] },
    "stores:look": { settings: {}, statements: expiryStatements("look", policy, stores) },
    "stores:expire": { settings: {}, statements: expiryStatements("expire", policy, stores) },
    "pause:read": {
      settings: requestsAt,
      statements: [leading(table(requests, "GetItem"), "switch#requests")],
    },
    metrics: {
      settings: {},
      statements: [
        // CloudWatch has no resource for it: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
        {
          actions: ["cloudwatch:PutMetricData"],
          resources: ["*"],
          conditions: { StringEquals: { "cloudwatch:namespace": METRIC_NAMESPACE } },
        },
      ],
    },
  };
}

function leading(statement: ReturnType<typeof table>, ...beginnings: readonly string[]) {
  return {
    ...statement,
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": beginnings } },
  };
}
