import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import type { Hold } from "../../../shared/domain/holds/hold.ts";
import { sealIdOf } from "../../../shared/domain/holds/hold-id.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { aDecision } from "../../world/decision.ts";
import { holdNumber } from "../../world/holds.ts";
import { type RestoreWorld, restoreWorld } from "../../world/restore/restore-world.ts";
import { withInvoices } from "../../world/with-invoices.ts";

/** The same service, with pictures kept for nothing but what people decide on. */
const WITH_TRAINING: PolicyDeclaration = {
  ...dreamPortraits,
  categories: dreamPortraits.categories.map((category) =>
    category.id === "generated-image" ? { ...category, purposes: ["model-training"] } : category,
  ),
  consents: [{ purpose: "model-training", basis: "until-objection" }],
};

/** Copies a store, lets something happen, loses the store, and restores it. */
async function restored(world: RestoreWorld, storeId: string, meanwhile: () => Promise<unknown>) {
  const copiedAt = world.clock.now().toISOString();
  const pointId = world.ports.points.take(storeId);
  world.clock.advance(60_000);
  await meanwhile();
  await world.erase(storeId, ...world.store(storeId).keys());
  const { restoreId } = await world.open(storeId, pointId, copiedAt);
  return world.run(restoreId);
}

describe("of people in a copy", () => {
  it("one who refused the only use there was does not come back, and one who agreed does", async () => {
    const world = restoreWorld(WITH_TRAINING, { tellsAge: true });
    for (const person of ["1", "10"]) await world.put("portraits", `users/${person}/a.png`);
    const ended = await restored(world, "portraits", async () =>
      world.ports.decisions.record(
        aDecision({ subjectRef: await world.refOf("1"), purpose: "model-training", decided: "objected" }),
      ),
    );
    expect(ended).toMatchObject({ state: "completed", removed: { objected: 1 }, handedOver: 1 });
    expect(world.store("portraits").keys()).toEqual(["users/10/a.png"]);
  });

  it.each(["account", "minor"] as const)(
    "one whose %s was erased does not come back, however old the copy",
    async (scope) => {
      const world = restoreWorld(dreamPortraits);
      await world.put("portraits", "users/1/a.png");
      const ended = await restored(world, "portraits", () => world.entomb("1", { scope }));
      expect(ended).toMatchObject({ state: "completed", removed: { erased: 1 }, handedOver: 0 });
    },
  );

  it("one who had a face erased loses the photo and what was taken from it, and keeps the portraits", async () => {
    const world = restoreWorld(dreamPortraits);
    const [photo, landmarks] = ["users/1/a.jpg", JSON.stringify(["SUBJECT#1", "a.jpg"])];
    await world.put("photos", photo);
    await world.put("landmarks", landmarks);
    await world.put("portraits", "users/1/a.png");
    const face = () => world.entomb("1", { scope: "category", category: "original-photo" });
    expect(await restored(world, "photos", face)).toMatchObject({ removed: { erased: 1 }, handedOver: 0 });
    expect(await restored(world, "landmarks", face)).toMatchObject({ handedOver: 0 });
    expect(await restored(world, "portraits", face)).toMatchObject({ removed: { erased: 0 }, handedOver: 1 });
  });

  it("one who is preserved for an authority comes back sealed, and once the seal is lifted not at all", async () => {
    const world = restoreWorld(dreamPortraits);
    await world.put("portraits", "users/1/a.png");
    const seal: NonNullable<Hold["seal"]> = {
      stores: ["portraits"],
      until: "2027-11-24T00:00:00.000Z",
      requestId: "req_00000000000000000000000001",
      planDigest: "0".repeat(64),
      by: [
        { kind: "staff", name: "ada" },
        { kind: "staff", name: "grace" },
      ],
      revision: 1,
    };
    const ended = await restored(world, "portraits", async () => {
      await world.entomb("1", { scope: "preserve-and-report" });
      const covers = { subjectRef: await world.refOf("1") };
      await world.ports.holds.place({ ...holdNumber(1, { covers }), holdId: sealIdOf(seal.requestId), seal });
    });
    expect(ended).toMatchObject({ removed: { erased: 0 }, handedOver: 1 });

    const lifted = restoreWorld(dreamPortraits);
    await lifted.put("portraits", "users/1/a.png");
    const again = await restored(lifted, "portraits", () =>
      lifted.entomb("1", { scope: "preserve-and-report" }),
    );
    expect(again).toMatchObject({ removed: { erased: 1 }, handedOver: 0 });
  });

  it("one of whom a law keeps a part comes back cut, under a pseudonym", async () => {
    const cutKey = JSON.stringify(["SUBJECT#r1_cut", "INV-1"]);
    const retained = { madeAt: "2026-11-23T10:00:00.000Z", until: "2036-11-20T10:00:00.000Z" };
    const world = restoreWorld(withInvoices(dreamPortraits), {
      cutTo: () => ({ key: cutKey, owner: subjectIdOf("r1_cut"), retained }),
    });
    await world.put("invoices", JSON.stringify(["SUBJECT#1", "INV-1"]));
    const neighbours = JSON.stringify(["SUBJECT#10", "INV-2"]);
    await world.put("invoices", neighbours);

    const ended = await restored(world, "invoices", () => world.entomb("1"));
    expect(ended).toMatchObject({ cut: 1 });
    await world.run(ended.restoreId);
    expect(world.store("invoices").keys()).toEqual([neighbours, cutKey].sort());
  });
});
