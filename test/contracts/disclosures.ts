import { describe, expect, it } from "vitest";
import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import type { Disclosures } from "../../shared/operations/ports.ts";

const disclosed = (last: string, more: Partial<Disclosure> = {}): Disclosure => ({
  schema: "lethe.disclosure/1",
  disclosureId: `dsc_0000000000000000000000000${last}`,
  processor: "fal",
  category: "prompt",
  kind: "request-payload",
  reference: `job-${last}`,
  sentAt: "2026-11-24T10:00:00.000Z",
  ...more,
});

/** Holds for every place that keeps what was sent; `make` returns an empty one. */
export function disclosuresContract(make: () => Promise<Disclosures>): void {
  describe("disclosures", () => {
    const all = async (disclosures: Disclosures, subjectRef: string) => {
      const found: Disclosure[] = [];
      for await (const one of disclosures.of(subjectRef)) found.push(one);
      return found;
    };

    it("are found by whom they are of, in the order they were sent in, each once", async () => {
      const disclosures = await make();
      const [first, second] = [disclosed("1"), disclosed("2", { agesOutAt: "2026-12-24T10:00:00.000Z" })];
      for (const one of [second, first, second]) await disclosures.record("v1_ada", one);
      await disclosures.record("v1_ad", disclosed("3"));
      expect(await all(disclosures, "v1_ada")).toEqual([first, second]);
      expect(await all(disclosures, "v1_grace")).toEqual([]);
    });

    it("are gone once they are settled, and settled twice is once", async () => {
      const disclosures = await make();
      for (const last of ["1", "2"]) await disclosures.record("v1_ada", disclosed(last));
      for (let times = 0; times < 2; times += 1) await disclosures.settle("v1_ada", disclosed("1"));
      expect(await all(disclosures, "v1_ada")).toEqual([disclosed("2")]);
    });

    it("are of one person each: another's is refused, and free again once it is settled", async () => {
      const disclosures = await make();
      await disclosures.record("v1_ada", disclosed("1"));
      const same = disclosed("2", { reference: "job-1" });
      await expect(disclosures.record("v1_grace", same)).rejects.toThrow(/on record as another person's/);
      expect(await all(disclosures, "v1_grace")).toEqual([]);
      await disclosures.record("v1_ada", same);
      for (const processor of ["openrouter", "groq"])
        await disclosures.record("v1_grace", { ...same, processor });
      const cached = { processor: "cloudflare", kind: "cached-tag", reference: "everybody" } as const;
      for (const who of ["v1_ada", "v1_grace"]) await disclosures.record(who, disclosed("3", cached));
      for (const one of [disclosed("1"), same]) await disclosures.settle("v1_ada", one);
      await disclosures.record("v1_grace", disclosed("4", { reference: "job-1" }));
    });

    it("are all found, however many there are", async () => {
      const disclosures = await make();
      const many = Array.from({ length: 120 }, (_, at) => ({
        ...disclosed("0", { reference: `job-${at}` }),
        disclosureId: `dsc_${String(at).padStart(26, "0")}`,
      }));
      await Promise.all(many.map((one) => disclosures.record("v1_ada", one)));
      expect((await all(disclosures, "v1_ada")).length).toBe(120);
    });
  });
}
