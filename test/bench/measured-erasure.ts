import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
} from "@aws-sdk/client-sfn";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Service } from "../journeys/service.ts";

/** What Step Functions says of the run of one erasure. */
export interface MeasuredErasure {
  readonly requestId: string;
  /** States that were entered, which is what is billed. */
  readonly entries: number;
  readonly seconds: number;
  /** Seconds between entering and leaving each state, by its name; the last time if it was entered again. */
  readonly secondsIn: Readonly<Record<string, number>>;
  /** Third parties that deleted something, or say so, by the certificate. */
  readonly deletedElsewhere: number;
}

/** Erases a person by the command line, waits for the end, and returns what Step Functions says of the run. */
export async function measuredErasure(
  { lethe, aws, output, demo }: Service,
  subject: SubjectId | string,
): Promise<MeasuredErasure> {
  const ended = await lethe("erase", "--subject", subject, "--wait", "--json");
  if (ended.exitCode !== 0) throw new Error(`The erasure of ${subject} ended with ${ended.exitCode}.`);
  const { requestId, processors } = JSON.parse(ended.stdout);
  const deletedElsewhere = Object.values<{ outcome: string | null }>(processors).filter(
    ({ outcome }) => outcome === "deleted" || outcome === "accepted-unverified",
  ).length;
  const register = dynamodbRequestRegister(demo.documents, output("RequestsTable"));
  const attempt = (await register.read(requestId))?.attempt ?? 1;
  const sfn = new SFNClient({
    endpoint: aws.endpoint,
    region: output("Region"),
    credentials: LOCAL_CREDENTIALS,
  });
  const machine = output("StateMachineArn").replace(":stateMachine:", ":execution:");
  const executionArn = `${machine}:${requestId}-${attempt}`;
  const { startDate, stopDate } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  const entries = events.filter(({ type = "" }) => type.endsWith("StateEntered")).length;
  const seconds = ((stopDate?.getTime() ?? 0) - (startDate?.getTime() ?? 0)) / 1000;
  return { requestId, entries, seconds, secondsIn: secondsIn(events), deletedElsewhere };
}

function secondsIn(events: readonly HistoryEvent[]): Readonly<Record<string, number>> {
  const seconds: Record<string, number> = {};
  const enteredMs = new Map<string, number>();
  for (const { timestamp, stateEnteredEventDetails: entered, stateExitedEventDetails: left } of events) {
    const atMs = timestamp?.getTime() ?? 0;
    if (entered?.name) enteredMs.set(entered.name, atMs);
    if (left?.name) seconds[left.name] = (atMs - (enteredMs.get(left.name) ?? atMs)) / 1000;
  }
  return seconds;
}
