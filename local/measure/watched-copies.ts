import { BackupClient } from "@aws-sdk/client-backup";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { awsRecoveryPoints } from "../../shared/adapters/backups/aws-recovery-points.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { readCopies } from "../../shared/operations/watch-copies.ts";
import type { LOCAL_CREDENTIALS } from "../local-environment.ts";
import type { Seen } from "../measured.ts";

/** Lists every copy of every deployed store, and returns whether each is as the policy says. */
export async function measureWatchedCopies(
  policy: Policy,
  bindings: Bindings,
  clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: typeof LOCAL_CREDENTIALS;
  },
): Promise<readonly Seen[]> {
  const named = mechanismsNamedBy(policy).filter(({ mechanism }) => mechanism === "watched-copies");
  if (named.length === 0) return [];
  const clients = {
    backup: new BackupClient(clientConfig),
    dynamodb: new DynamoDBClient(clientConfig),
    s3: new S3Client(clientConfig),
  };
  const points = awsRecoveryPoints(policy, bindings, clients, { now: () => new Date() });
  const copies = await readCopies(points, policy, new Date());
  const strays = copies.filter(({ judgement }) => judgement.is !== "declared");
  const held = strays.length === 0;
  const how = held
    ? `every copy of every store was listed: ${copies.length}, each as the policy declares it`
    : `${strays.length} of ${copies.length} copies of stores are not as the policy declares them: npx lethe copies`;
  return named.map((mechanism) => ({ mechanism, held, how }));
}
