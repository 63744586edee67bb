import { clockAt, scaledInstant } from "../shared/adapters/clock/scaled-time.ts";
import { expiringStores } from "../shared/adapters/stores/expiring-stores.ts";
import { canaryStore } from "../shared/domain/retention/canary.ts";
import { type ClockedService, clockedService } from "../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../shared/domain/retention/due-bucket.ts";
import type { Clock, ExpiringStore } from "../shared/operations/ports.ts";
import type { Context } from "./context.ts";
import { type DeploymentPorts, deployedPolicy } from "./ports.ts";

/** The clock of a deployment, as commands look at it. */
export interface DeployedClock {
  readonly ports: DeploymentPorts & { readonly clock: Clock };
  readonly service: ClockedService;
  /** The store in which canaries are put, if there is one for them. */
  readonly canariesIn: string | undefined;
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
  /** How many times as fast as real time it runs. */
  readonly timeScale: number;
}

/** Returns the clock of the deployment that is meant, with the time that it has. */
export async function deployedClock(context: Context): Promise<DeployedClock> {
  const deployment = await context.deployment();
  const ports = await context.ports();
  const { compiled, bindings } = await deployedPolicy(deployment, ports);
  const { time, region } = deployment;
  const timeScale = time?.scale ?? 1;
  const clock = clockAt(time);
  return {
    ports: { ...ports, clock },
    canariesIn: canaryStore(compiled.policy)?.id,
    service: clockedService(compiled, region, bucketsAt(timeScale)),
    expiringStores: expiringStores(compiled.policy, bindings, ports.clients, {
      shown: (real) => scaledInstant(time, real),
    }),
    timeScale,
  };
}
