import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import {
  type Covers,
  HoldSchema,
  holdsOn,
  holdsOver,
  isHeld,
  lastReviewed,
} from "../../../shared/domain/holds/hold.ts";
import { reachOf } from "../../../shared/domain/holds/reach.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { holdNumber } from "../../world/holds.ts";

const PLACE = { subjectRef: "v1_person", storeId: "tickets", categories: ["support-ticket"] };
const NOON = new Date("2026-11-23T12:00:00.000Z");
const THING = { id: "ticket-1\nversion", item: "ticket-1", createdAt: NOON };
const { policy } = compilePolicy(imageDesigner);

describe("a legal hold", () => {
  it.each<[string, Covers]>([
    ["a person", { subjectRef: "v1_person" }],
    ["a category", { category: "support-ticket" }],
    ["a store", { store: "tickets" }],
    ["an item", { item: sha256Hex("ticket-1") }],
    ["a time from this moment on", { createdFrom: NOON.toISOString() }],
    ["a time up to this moment", { createdTo: NOON.toISOString() }],
    ["all of these", { subjectRef: "v1_person", store: "tickets", createdFrom: NOON.toISOString() }],
  ])("keeps what it covers, by %s", (_, covers) => {
    expect(isHeld([holdNumber(1, { covers })], PLACE, THING)).toBe(true);
  });

  it.each<[string, Covers]>([
    ["another person", { subjectRef: "v1_another" }],
    ["another category", { category: "account" }],
    ["another store", { store: "accounts" }],
    ["another item", { item: sha256Hex("ticket-10") }],
    ["a millisecond later", { createdFrom: "2026-11-23T12:00:00.001Z" }],
    ["a millisecond earlier", { createdTo: "2026-11-23T11:59:59.999Z" }],
    ["this person in another store", { subjectRef: "v1_person", store: "accounts" }],
  ])("does nothing for %s", (_, covers) => {
    expect(isHeld([holdNumber(1, { covers })], PLACE, THING)).toBe(false);
  });

  it("keeps what does not say when it was created, if a time is meant", () => {
    const covers = { createdFrom: "2026-11-23T12:00:00.001Z" };
    expect(isHeld([holdNumber(1, { covers })], PLACE, { ...THING, createdAt: undefined })).toBe(true);
  });

  it("lets go when the last of two is released, and names the one that is reviewed last", () => {
    const released = { by: { kind: "staff", name: "ada" }, at: "2026-11-24T00:00:00.000Z" } as const;
    const [one, other] = [holdNumber(1), holdNumber(2, { reviewOn: "2028-01-01" })];
    expect(lastReviewed(holdsOn(holdsOver([one, other], PLACE), THING))).toEqual(other);
    expect(isHeld([{ ...one, released }, other], PLACE, THING)).toBe(true);
    expect(isHeld([one, { ...other, released }], PLACE, THING)).toBe(true);
    expect(
      isHeld(
        [
          { ...one, released },
          { ...other, released },
        ],
        PLACE,
        THING,
      ),
    ).toBe(false);
  });

  it("says something of what it covers, and knows a key by its hash only", () => {
    expect(HoldSchema.safeParse(holdNumber(1, { covers: {} })).success).toBe(false);
    expect(HoldSchema.safeParse(holdNumber(1, { covers: { item: "users/1/a" } })).success).toBe(false);
    expect(HoldSchema.safeParse(holdNumber(1)).success).toBe(true);
  });
});

describe("what a hold reaches", () => {
  it("is the stores of which every category may be held; the rest is named with its promises", () => {
    const { stores, notCovered } = reachOf(policy, { subjectRef: "v1_person" });
    expect(stores.map(({ id }) => id)).toEqual(["tickets"]);
    const account = notCovered.find(({ category }) => category === "account");
    expect(account?.promises).toContain("ID5");
    expect(notCovered.map(({ category }) => category)).not.toContain("support-ticket");
  });

  it("is nothing for a category whose end is promised", () => {
    expect(reachOf(policy, { category: "upload" }).stores).toEqual([]);
    expect(reachOf(policy, { category: "support-ticket" })).toMatchObject({
      stores: [{ id: "tickets" }],
      notCovered: [],
    });
  });

  it("is no store that mixes what may be held with what may not", () => {
    const mixed = {
      ...policy,
      stores: policy.stores.map((store) =>
        store.id === "tickets" ? { ...store, categories: ["support-ticket", "account"] } : store,
      ),
    };
    const { stores, notCovered } = reachOf(mixed, { category: "support-ticket" });
    expect(stores).toEqual([]);
    expect(notCovered.map(({ category }) => category)).toEqual(["support-ticket", "account"]);
  });
});
