import type { RecordedScope } from "../../../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { itemReference, subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { newRestore, type Restore, slotOf } from "../../../shared/domain/restore/restore.ts";
import type { VerdictCounts } from "../../../shared/domain/restore/restored-thing.ts";
import { type ClockStore, clockStoreOf } from "../../../shared/domain/retention/clock-rules.ts";
import { abandonRestore, planRestore, restoreCopy } from "../../../shared/operations/restore-copy.ts";
import { type CopiedObject, inMemoryRecoveryPoints } from "../backups/in-memory-recovery-points.ts";
import { clockWorld } from "../clock/clock-world.ts";
import { type InMemoryExpiringStore, inMemoryExpiringStore } from "../clock/expiring-store.ts";
import { inMemoryDecisions } from "../decisions.ts";
import { inMemoryTombstones } from "../small-ports.ts";
import { openGate } from "../stores/gates.ts";
import { type InMemoryQuarantineProps, inMemoryQuarantine } from "./in-memory-quarantine.ts";
import { inMemoryRestores } from "./in-memory-restores.ts";

export type RestoreWorld = ReturnType<typeof restoreWorld>;

/** Returns a service with its clock and its copies, every port in memory. */
export function restoreWorld(
  declaration: PolicyDeclaration,
  quarantineProps: Pick<InMemoryQuarantineProps, "tellsAge" | "cutTo"> = {},
) {
  const world = clockWorld(declaration);
  const { policy } = world.compiled;
  const others = new Map<string, InMemoryExpiringStore>();
  const bytes = new Map<string, CopiedObject>();
  const declared = (storeId: string): ClockStore => {
    const store = clockStoreOf(policy, storeId);
    if (!store) throw new Error(`There is no store ${storeId}.`);
    return store;
  };
  const store = (storeId: string): InMemoryExpiringStore => {
    if (world.service.stores.has(storeId)) return world.store(storeId);
    const made = others.get(storeId) ?? inMemoryExpiringStore(declared(storeId), world.clock);
    others.set(storeId, made);
    return made;
  };
  const put = async (storeId: string, object: CopiedObject): Promise<void> => {
    bytes.set(`${storeId}\n${object.key}`, object);
    if (world.service.stores.has(storeId)) await world.upload(storeId, object.key);
    else store(storeId).put(object.key);
  };
  const erase = async (storeId: string, ...keys: readonly string[]): Promise<void> => {
    const at = world.clock.now().toISOString();
    const things = keys.map((key) => ({
      thing: { store: storeId, key },
      createdAt: at,
      dueAt: at,
      isRetained: true,
    }));
    await store(storeId).expire(things, openGate);
  };
  const points = inMemoryRecoveryPoints(world.clock, (storeId) => ({
    objects: store(storeId)
      .keys()
      .flatMap((key) => bytes.get(`${storeId}\n${key}`) ?? []),
    items: [],
  }));
  const quarantine = inMemoryQuarantine({
    declared,
    contentsOf: ({ pointId, copiedAt }) => points.contentsOf(pointId, new Date(copiedAt)).objects,
    live: (storeId) => ({
      has: (key) => store(storeId).keys().includes(key),
      put: (object) => put(storeId, object),
      remove: (key) => erase(storeId, key),
    }),
    ...quarantineProps,
  });
  const ports = {
    ...world.ports,
    tombstones: inMemoryTombstones(),
    decisions: inMemoryDecisions(),
    restores: inMemoryRestores(),
    quarantine,
    points,
  };
  const refOf = async (person: string) =>
    subjectReference(await ports.subjectKeys.current(), policy.service.id, subjectIdOf(person));

  return {
    ...world,
    ports,
    policy,
    store,
    refOf,
    /** Stores something of somebody, as the service does. */
    put: (storeId: string, key: string) =>
      put(storeId, {
        key,
        body: Buffer.from(`what ${key} holds`),
        storedAt: world.clock.now().toISOString(),
      }),
    /** What is stored under a key now; undefined if nothing is. */
    read: (storeId: string, key: string) =>
      store(storeId).keys().includes(key) ? textOf(bytes.get(`${storeId}\n${key}`)) : undefined,
    /** Writes the tombstone of an erasure, and nothing else. */
    async entomb(person: string, scope: RecordedScope | { readonly image: string } = { scope: "account" }) {
      const key = await ports.subjectKeys.current();
      const { id: service } = policy.service;
      const recorded: RecordedScope =
        "image" in scope
          ? {
              scope: "image",
              itemRef: itemReference(key, service, subjectIdOf(person), { kind: "image", id: scope.image }),
            }
          : scope;
      const now = world.clock.now();
      await ports.tombstones.put({
        schema: "lethe.tombstone/1",
        service,
        region: world.service.region,
        requestId: `req_${person}_${now.getTime()}`,
        subjectRef: await refOf(person),
        ...recorded,
        erasedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + 400 * 86_400_000).toISOString(),
      });
    },
    /** Deletes as an erasure does, by key. */
    erase,
    async open(storeId: string, pointId: string, copiedAt: string): Promise<Restore> {
      const { id: service } = policy.service;
      const slot = slotOf(declared(storeId));
      const about = { service, region: world.service.region, storeId, slot, pointId, copiedAt };
      return ports.restores.open(newRestore(about, world.clock.now()));
    },
    run: (restoreId: string, through: Partial<typeof ports> = {}) =>
      restoreCopy({ ...ports, ...through }, policy, restoreId),
    plan: (restore: Restore): Promise<VerdictCounts> => planRestore(ports, policy, restore),
    abandon: (restore: Restore) => abandonRestore(ports, policy, restore),
  };
}

function textOf(object: CopiedObject | undefined): string | undefined {
  return object && new TextDecoder().decode(object.body);
}
