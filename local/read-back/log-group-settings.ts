import { type CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { comparable, type Properties, type Settings } from "./settings.ts";

/** Returns what a template wants of a log group; without days its lines are kept for ever. */
export function wantedOfLogGroup({ RetentionInDays }: Properties): Settings {
  return {
    "retention in days": comparable(RetentionInDays === undefined ? undefined : Number(RetentionInDays)),
  };
}

/** Returns what a log group has. */
export async function foundInLogGroup(logs: CloudWatchLogsClient, name: string): Promise<Settings> {
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
  const found = logGroups?.find(({ logGroupName }) => logGroupName === name);
  return { "retention in days": comparable(found?.retentionInDays) };
}
