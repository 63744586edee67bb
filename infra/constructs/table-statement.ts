import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";

/** Returns the permission to do these things with the items of one table. */
export function table({ tableArn }: ITable, ...operations: readonly string[]): PolicyStatementProps {
  return { actions: operations.map((operation) => `dynamodb:${operation}`), resources: [tableArn] };
}
