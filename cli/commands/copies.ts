import { BackupClient } from "@aws-sdk/client-backup";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { awsRecoveryPoints } from "../../shared/adapters/backups/aws-recovery-points.ts";
import { clockAt } from "../../shared/adapters/clock/scaled-time.ts";
import { type CopyView, readCopies } from "../../shared/operations/watch-copies.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { deployedPolicy } from "../ports.ts";
import { table } from "../terminal.ts";

/** Lists every copy of every store, whoever made it, and says of each whether the policy knows of it. */
export async function listCopies(context: Context): Promise<ExitCode> {
  const deployment = await context.deployment();
  const ports = await context.ports();
  const { compiled, bindings } = await deployedPolicy(deployment, ports);
  const { clientConfig, time } = deployment;
  const clients = {
    backup: new BackupClient(clientConfig),
    dynamodb: new DynamoDBClient(clientConfig),
    s3: ports.clients.s3,
  };
  const clock = clockAt(time);
  const points = awsRecoveryPoints(compiled.policy, bindings, clients, clock);
  const copies = await readCopies(points, compiled.policy, clock.now());
  context.terminal.document({ copies });
  context.terminal.result(copiesText(copies));
  return copies.every(({ judgement }) => judgement.is === "declared") ? EXIT.done : EXIT.waiting;
}

/** Returns copies as a table, one row each, and below it what is wrong with those that are not as the policy says. */
export function copiesText(copies: readonly CopyView[]): string {
  if (copies.length === 0) return "No copy of any store is there.";
  const heading = ["store", "kind", "in", "state", "reaches back to", "gone by", "policy"];
  const strays = copies.flatMap(({ point, judgement }) =>
    judgement.is === "undeclared" ? [`${point.pointId}  ${point.storeId}: ${judgement.because}`] : [],
  );
  return [table([heading, ...copies.map(rowOf)]), ...(strays.length === 0 ? [] : ["", ...strays])].join("\n");
}

function rowOf({ point, judgement }: CopyView): readonly string[] {
  const { storeId, kind, place, state, earliest, deleteAt, windowDays } = point;
  const end = windowDays === undefined ? "never" : `${windowDays} days after a deletion`;
  return [
    storeId,
    kind,
    place ?? "DynamoDB",
    state,
    dayOf(earliest),
    deleteAt ? dayOf(deleteAt) : end,
    judgement.is,
  ];
}

function dayOf(instant: string): string {
  return instant.slice(0, 16).replace("T", " ");
}
