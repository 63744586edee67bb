import { describe, expect, it, onTestFinished } from "vitest";
import { type RunningParties, startParties } from "../../../local/stand-ins/running.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { processorConnectors } from "../../../shared/adapters/processor-connectors.ts";
import { cachedAddresses, cachedStore } from "../../../shared/domain/processors/cached-addresses.ts";
import { droppingCached } from "../../../shared/operations/drop-cached.ts";
import type { DeletedObjects } from "../../../shared/operations/ports.ts";
import { purgeCached } from "../../../shared/operations/purge-cached.ts";
import { clockWorld } from "../../world/clock/clock-world.ts";

const HOST = "images.image-designer.example";
const [KEY, OTHER] = ["users/7/a.png", "users/7/b.png"];
/** Two hours before a day is over. */
const DUE = "2026-11-24T08:01:00.000Z";

/** A service whose images a stand-in caches, and the queue in between. */
async function cachedWorld({ isMine = true } = {}) {
  const world = clockWorld(imageDesigner);
  const { policy } = world.compiled;
  const running: RunningParties = await startParties(["cloudflare"], () => world.clock.now(), {
    host: HOST,
  });
  onTestFinished(running.stop);
  const edge = running.parties.get("cloudflare");
  if (!edge) throw new Error("Nobody stands in for cloudflare.");
  const declared = cachedStore(policy, "work") ?? { processor: "none", addresses: [] };
  const told: DeletedObjects[] = [];
  const order: string[] = [];
  const expiringStores = droppingCached(policy, world.ports.expiringStores, {
    async drop(deleted) {
      order.push(`told, ${world.store(deleted.store).keys().length} left`);
      told.push(deleted);
    },
  });
  const secret = { ...edge.secret, ...(isMine ? {} : { host: "another.example" }) };
  const connectors = processorConnectors({
    secrets: { read: async () => secret, forget: () => undefined },
    grantToken: async () => undefined,
    asksStandIns: true,
    now: () => world.clock.now(),
  });
  const purge = (deleted: DeletedObjects) =>
    purgeCached({ ...world.ports, connectors, expiringStores }, policy, "us-east-1", {
      ...deleted,
      toldAs: "message-1",
    });
  return {
    ...{ world, edge, told, order, purge },
    async upload(key: string) {
      const thing = await world.upload("work", key);
      for (const address of cachedAddresses(declared, key)) edge.putBack(address);
      return thing;
    },
    async sweepAt(instant: string) {
      world.clock.set(instant);
      await world.sweep({ expiringStores });
    },
    isCached: (key: string) => cachedAddresses(declared, key).some((address) => edge.has(address)),
  };
}

describe("copies that a cache has of what the clock deletes", () => {
  it("are told to be dropped after the original is gone, once each, and are gone", async () => {
    const { upload, sweepAt, told, order, purge, isCached, edge } = await cachedWorld();
    await upload(KEY);
    await sweepAt("2026-11-24T07:59:00.000Z");
    expect(told).toEqual([]);
    await upload(OTHER);
    await sweepAt(DUE);
    expect(told).toEqual([{ store: "work", keys: [KEY] }]);
    expect(order).toEqual(["told, 1 left"]);
    expect(isCached(KEY)).toBe(true);

    for (const deleted of told) await purge(deleted);

    expect([isCached(KEY), isCached(OTHER)]).toEqual([false, true]);
    expect(edge.standIn.undocumented).toEqual([]);
  });

  it("are told again if whoever told died before it was written down that the original is gone", async () => {
    const { world, upload, sweepAt, told } = await cachedWorld();
    await upload(KEY);
    // Deleted, and nothing was told: as if the process had ended in between.
    world.store("work").deleteCurrent(KEY);
    await sweepAt(DUE);
    expect(told).toEqual([{ store: "work", keys: [KEY] }]);
  });

  it("are not told of where no cache is declared", async () => {
    const { world, sweepAt, told } = await cachedWorld();
    await world.upload("prompts", JSON.stringify(["SUBJECT#7", "prompt-1"]));
    await sweepAt("2026-11-24T09:01:00.000Z");
    expect(world.store("prompts").keys()).toEqual([]);
    expect(told).toEqual([]);
  });

  it("that a cache says it dropped and still serves come again", async () => {
    const { world, upload, sweepAt, told, purge, edge, isCached } = await cachedWorld();
    await upload(KEY);
    await sweepAt(DUE);
    edge.standIn.fail("lies");
    const [deleted = { store: "", keys: [] }] = told;
    await expect(purge(deleted)).rejects.toThrow("still serves 1 of 1 copies");
    edge.standIn.fail("none");
    await purge(deleted);
    expect(isCached(KEY)).toBe(false);
    expect(await world.ports.tasks.listOpen(10)).toEqual([]);
  });

  it("of what was stored again meanwhile may be served", async () => {
    const { world, upload, sweepAt, told, purge, edge } = await cachedWorld();
    await upload(KEY);
    await sweepAt(DUE);
    world.store("work").put(KEY, "another");
    edge.standIn.fail("lies");
    await purge(told[0] ?? { store: "", keys: [] });
  });

  it.each([
    ["500", "unclear"],
    ["429", "busy"],
    ["401", "credentials"],
  ] as const)(
    "come again where the cache answers %s; a refused key is a person's task as well",
    async (fault, why) => {
      const { world, upload, sweepAt, told, purge, edge } = await cachedWorld();
      await upload(KEY);
      await sweepAt(DUE);
      edge.standIn.fail(fault);
      await expect(purge(told[0] ?? { store: "", keys: [] })).rejects.toThrow(`did not take it (${why})`);
      const kinds = (await world.ports.tasks.listOpen(10)).map(({ kind }) => kind);
      expect(kinds).toEqual(why === "credentials" ? ["processor-key"] : []);
    },
  );

  it("are purged nowhere but where the policy says they are", async () => {
    const { upload, sweepAt, told, purge, edge } = await cachedWorld({ isMine: false });
    await upload(KEY);
    await sweepAt(DUE);
    await expect(purge(told[0] ?? { store: "", keys: [] })).rejects.toThrow("not of this zone");
    expect(edge.standIn.calls).toEqual([]);
  });

  it("of many things are purged a hundred at once", async () => {
    const { purge, edge } = await cachedWorld();
    await purge({ store: "work", keys: Array.from({ length: 250 }, (_, at) => `users/7/${at}.png`) });
    expect(edge.standIn.calls.filter((call) => call.startsWith("POST"))).toHaveLength(3);
  });
});
