import { describe, expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import { itemKeyText } from "../../../shared/domain/retention/thing-owner.ts";
import { clockWorld } from "../../world/clock/clock-world.ts";
import { holdNumber } from "../../world/holds.ts";
import { fixedSubjectKeys } from "../../world/small-ports.ts";

const GRIEVANCE = itemKeyText("GR-2026-000017");
const OTHER = itemKeyText("GR-2026-000018");
/** A year after it was stored, without the margin of a day. */
const DUE_AT = "2027-11-22T10:00:00.000Z";
const AFTER = "2027-11-22T10:01:00.000Z";

/** May be held, unlike those of the policy, which publishes no exception. */
const holdable = {
  ...imageGen,
  retention: imageGen.retention.map((rule) =>
    rule.category === "grievance"
      ? { ...rule, holdable: true, holdException: { promise: "IG6", legalBasis: "A legal claim" } }
      : rule,
  ),
};

describe("an item whose owner an index tells", () => {
  const grievances = async () => {
    const world = clockWorld(holdable);
    const store = world.store("grievances");
    for (const [key, person] of [
      [GRIEVANCE, "7"],
      [OTHER, "70"],
    ] as const) {
      await world.upload("grievances", key);
      store.belongsTo(key, subjectIdOf(person));
    }
    return { world, store };
  };

  it("is deleted by the sweeper in its time, and not before", async () => {
    const { world, store } = await grievances();
    await world.at(DUE_AT);
    expect(store.keys()).toEqual([GRIEVANCE, OTHER]);
    await world.at(AFTER);
    expect(store.keys()).toEqual([]);
  });

  it("is found and deleted by the reconciler, though nobody told of it and nothing was swept", async () => {
    const world = clockWorld(imageGen);
    world.store("grievances").put(GRIEVANCE);
    expect(await world.reconcile("grievances")).toMatchObject({ untold: 1, found: 0 });
    world.clock.set("2027-11-22T10:10:00.000Z");
    expect(await world.reconcile("grievances")).toMatchObject({ found: 1, living: 0 });
    expect(world.store("grievances").keys()).toEqual([]);
  });

  it("stays under a hold on the person whose it is, and on nobody else", async () => {
    const { world, store } = await grievances();
    const key = await fixedSubjectKeys().current();
    const subjectRef = subjectReference(key, imageGen.service.id, subjectIdOf("7"));
    await world.ports.holds.place(holdNumber(1, { covers: { subjectRef } }));
    await world.at(AFTER);
    expect(store.keys()).toEqual([GRIEVANCE]);
  });
});
