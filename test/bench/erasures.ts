import { cpus, loadavg } from "node:os";
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from "@aws-sdk/client-sfn";
import { seedDemo } from "../../local/demo/seed.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { type Service, startService } from "../journeys/service.ts";

/** Step Functions bills each state that is entered, retries included; Choices and iterations count too. */
const STATE_ENTRIES_MAX = 15;
/** What an erasure takes when there is nothing to delete, on warm functions. */
const OVERHEAD_SECONDS_MAX = 1.5;
/** Of each thing, in five stores: a thousand objects. */
const OBJECTS_EACH = 250;
const REPEATS = 5;

const missed: string[] = [];
print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
print(
  `load ${loadavg()[0]?.toFixed(1)}\n`,
  "| erasure | state entries | goal | s | goal |",
  "|---|---|---|---|---|",
);
const service = await startService();
try {
  const demo = { ...service.demo, home: service.home };
  const [many] = await seedDemo(demo, { subjects: 1, objects: OBJECTS_EACH }, () => undefined);
  if (!many) throw new Error("Nobody was stored.");
  // Each function is started once before anything is measured.
  await erased(service, "nobody-warm");
  const whole = await erased(service, many);
  row(`${OBJECTS_EACH * 4 + 1} objects in five stores`, whole.entries, whole.seconds, undefined);
  const empty = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) empty.push(await erased(service, `nobody-${repeat}`));
  const middle = empty.toSorted((one, other) => one.seconds - other.seconds)[REPEATS >> 1];
  if (middle)
    row("nothing to delete, the middle of five", middle.entries, middle.seconds, OVERHEAD_SECONDS_MAX);
} finally {
  await service.stop();
}
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** Erases a person and returns what Step Functions says of the run. */
async function erased({ lethe, aws, output, demo }: Service, subject: SubjectId | string) {
  const ended = await lethe("erase", "--subject", subject, "--wait", "--json");
  if (ended.exitCode !== 0) throw new Error(`The erasure of ${subject} ended with ${ended.exitCode}.`);
  const { requestId } = JSON.parse(ended.stdout);
  const register = dynamodbRequestRegister(demo.documents, output("RequestsTable"));
  const attempt = (await register.read(requestId))?.attempt ?? 1;
  const sfn = new SFNClient({ endpoint: aws.endpoint, region: aws.region, credentials: LOCAL_CREDENTIALS });
  const machine = output("StateMachineArn").replace(":stateMachine:", ":execution:");
  const executionArn = `${machine}:${requestId}-${attempt}`;
  const { startDate, stopDate } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  const entries = events.filter(({ type = "" }) => type.endsWith("StateEntered")).length;
  return { entries, seconds: ((stopDate?.getTime() ?? 0) - (startDate?.getTime() ?? 0)) / 1000 };
}

function row(what: string, entries: number, seconds: number, most: number | undefined): void {
  print(`| ${what} | ${entries} | ${STATE_ENTRIES_MAX} | ${seconds.toFixed(2)} | ${most ?? ""} |`);
  if (entries > STATE_ENTRIES_MAX) missed.push(`${what}: at most ${STATE_ENTRIES_MAX} state entries`);
  if (most !== undefined && seconds > most) missed.push(`${what}: at most ${most} s`);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
