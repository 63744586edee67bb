import { describe, expect, it } from "vitest";
import { policy } from "../../policies/dream-portraits.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Records } from "../../shared/operations/ports.ts";

/** Holds for every place that keeps records; `make` returns an empty one. */
export function recordsContract(make: () => Promise<Records>): void {
  describe("records", () => {
    it("give a policy back by its digest, and nothing for another", async () => {
      const records = await make();
      const compiled = compilePolicy(policy);
      await records.putPolicy(compiled);

      expect(await records.readPolicy(compiled.digest)).toEqual(compiled);
      expect(await records.readPolicy("0".repeat(64))).toBeUndefined();
    });

    it("give back where the stores are, as last written", async () => {
      const records = await make();
      const bindings: Bindings = {
        schema: "lethe.bindings/1",
        service: "dream-portraits",
        region: "eu-central-1",
        account: "000000000000",
        policyDigest: "a".repeat(64),
        stores: {},
      };
      await records.putBindings({ ...bindings, region: "eu-west-1" });
      await records.putBindings(bindings);

      expect(await records.readBindings("dream-portraits")).toEqual(bindings);
      expect(await records.readBindings("another")).toBeUndefined();
    });

    it("keep a certificate under a key that names request and attempt", async () => {
      const records = await make();
      const key = await records.putCertificate("req_1", 2, '{"a":1}');

      expect(key).toBe("certificates/req_1/2.json");
      expect(await records.readCertificate(key)).toBe('{"a":1}');
      expect(await records.readCertificate("certificates/req_1/3.json")).toBeUndefined();
    });
  });
}
