import { LogGroup, type LogGroupProps, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";

/** Returns a log group for lines that name requests and errors, never persons; they go after three months. */
export function ownLogGroup(
  scope: Construct,
  id: string,
  { removalPolicy }: Permanence,
  props: LogGroupProps = {},
): LogGroup {
  const logGroup = new LogGroup(scope, id, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy,
    ...props,
  });
  markOwn(logGroup, "lines that name requests and errors");
  return logGroup;
}
