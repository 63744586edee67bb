import type { DemoDeployment } from "../demo/demo-deployment.ts";
import type { DeploymentReport } from "../deploy.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "../local-environment.ts";
import type { Seen } from "../measured.ts";
import { measureClientGuards } from "./client-guards.ts";
import { measureConfiguration } from "./configuration.ts";
import { measurePublishedTables } from "./published-tables.ts";
import { measureSendGuard } from "./send-guard.ts";
import { measureWatchedCopies } from "./watched-copies.ts";

/** Looks at everything of a deployment that a promise of its policy names, the erasure aside. */
export async function measureDeployment(
  { compiled, bindings }: DemoDeployment,
  aws: LocalAws,
  { outputs, stacks }: DeploymentReport,
): Promise<readonly Seen[]> {
  const { policy } = compiled;
  const clientConfig = { endpoint: aws.endpoint, region: bindings.region, credentials: LOCAL_CREDENTIALS };
  return [
    ...(await measureClientGuards({ policy, clientConfig, outputs })),
    ...(await measureSendGuard({ policy, clientConfig, outputs })),
    ...(await measureConfiguration(aws, policy, stacks)),
    ...measurePublishedTables(compiled),
    ...(await measureWatchedCopies(policy, bindings, clientConfig)),
  ];
}
