import { describe, expect, it } from "vitest";
import type { Tombstone } from "../../shared/domain/erasure/tombstone.ts";
import type { Tombstones } from "../../shared/operations/ports.ts";
import { requestNumber } from "../world/requests.ts";

/** Holds for every place that keeps tombstones; `make` returns an empty one. */
export function tombstonesContract(make: () => Promise<Tombstones>): void {
  describe("tombstones", () => {
    it("keep the first freeze of a request when its step runs twice", async () => {
      const tombstones = await make();
      const first = tombstone(1, "2026-11-23T10:00:00.000Z");

      expect(await tombstones.put(first)).toEqual(first);
      expect(await tombstones.put(tombstone(1, "2026-11-23T10:05:00.000Z"))).toEqual(first);
      expect(await tombstones.read(first.subjectRef, first)).toEqual(first);
    });

    it("move on with a later request, which covers what came after the earlier one", async () => {
      const tombstones = await make();
      await tombstones.put(tombstone(1, "2026-11-23T10:00:00.000Z"));
      const later = tombstone(2, "2026-12-23T10:00:00.000Z");

      expect(await tombstones.put(later)).toEqual(later);
      expect(await tombstones.put(tombstone(3, "2026-11-30T10:00:00.000Z"))).toEqual(later);
      expect(await tombstones.read(later.subjectRef, later)).toEqual(later);
    });

    it("keep one for each thing of a person, beside the one of the account", async () => {
      const tombstones = await make();
      const ofAccount = tombstone(1, "2026-11-23T10:00:00.000Z");
      const ofPage = {
        ...tombstone(2, "2026-11-23T11:00:00.000Z"),
        scope: "page" as const,
        itemRef: "v1_page",
      };
      await tombstones.put(ofAccount);
      await tombstones.put(ofPage);

      expect(await tombstones.read(ofAccount.subjectRef, ofAccount)).toEqual(ofAccount);
      expect(await tombstones.read(ofPage.subjectRef, ofPage)).toEqual(ofPage);
      expect(await tombstones.read(ofPage.subjectRef, { ...ofPage, itemRef: "v1_other" })).toBeUndefined();
    });

    it("are read many at once, each in its place, and one asked for twice in both", async () => {
      const tombstones = await make();
      const ofAccount = tombstone(1, "2026-11-23T10:00:00.000Z");
      await tombstones.put(ofAccount);
      const asked = { subjectRef: ofAccount.subjectRef, scope: { scope: "account" as const } };
      const none = { ...asked, subjectRef: "v1_unknown" };

      expect(await tombstones.readEach([none, asked, asked])).toEqual([undefined, ofAccount, ofAccount]);
      expect(await tombstones.readEach([])).toEqual([]);
    });

    it("say nothing of a person who has none", async () => {
      const tombstones = await make();
      expect(await tombstones.read("v1_unknown", { scope: "account" })).toBeUndefined();
    });
  });
}

function tombstone(request: number, erasedAt: string): Tombstone {
  const { requestId, service, region } = requestNumber(request);
  return {
    schema: "lethe.tombstone/1",
    service,
    region,
    requestId,
    subjectRef: requestNumber(1).subjectRef,
    scope: "account",
    erasedAt,
    expiresAt: "2028-01-01T00:00:00.000Z",
  };
}
