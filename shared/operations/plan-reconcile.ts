import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { currentLife } from "../domain/retention/due-time.ts";
import { factText } from "../domain/retention/told-fact.ts";
import type { Clock, ExpiringStore, SeenThing, ThingRecords } from "./ports.ts";
import { factsSeen } from "./see-again.ts";

export interface PlanReconcilePorts {
  readonly things: Pick<ThingRecords, "read">;
  readonly expiringStores: ReadonlyMap<string, Pick<ExpiringStore, "list">>;
  readonly clock: Clock;
}

/** What listing a store would find. */
export interface PlannedReconcile {
  readonly store: string;
  readonly listed: number;
  /** Things that nobody told of. */
  readonly untold: number;
  /** Things whose time is over, the sweeper's next ones among them. */
  readonly due: number;
}

/** Lists every store on the clock and says what is not told of or past its time; it changes nothing. */
export async function planReconcile(
  ports: PlanReconcilePorts,
  service: ClockedService,
  onStore: (planned: PlannedReconcile) => void,
): Promise<readonly PlannedReconcile[]> {
  const planned: PlannedReconcile[] = [];
  for (const [store, adapter] of ports.expiringStores) {
    let sum: PlannedReconcile = { store, listed: 0, untold: 0, due: 0 };
    for await (const page of adapter.list()) {
      const found = await lookAt(ports, service, store, page);
      sum = {
        store,
        listed: sum.listed + page.length,
        untold: sum.untold + found.untold,
        due: sum.due + found.due,
      };
    }
    onStore(sum);
    planned.push(sum);
  }
  return planned;
}

/** What the store says counts too, as it does when it is reconciled. */
async function lookAt(
  { things, clock }: PlanReconcilePorts,
  service: ClockedService,
  store: string,
  page: readonly SeenThing[],
): Promise<{ readonly untold: number; readonly due: number }> {
  const rule = service.stores.get(store)?.rule;
  if (!rule) return { untold: 0, due: 0 };
  const known = await things.read(page.map(({ thing }) => thing));
  const at = clock.now();
  const now = at.toISOString();
  const due = page.filter((seen, place) => {
    const isDated = seen.storedAt !== undefined || seen.retained !== undefined;
    const facts = new Set([
      ...(known[place]?.facts ?? []),
      ...(isDated ? factsSeen(seen, at, now).map(factText) : []),
    ]);
    const life = currentLife(rule, facts);
    return life?.due !== undefined && life.due.dueAt <= now;
  });
  return { untold: known.filter((one) => one === undefined).length, due: due.length };
}
