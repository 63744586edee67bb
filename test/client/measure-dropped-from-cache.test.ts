import { describe, expect, it } from "vitest";
import { measureDroppedFromCache } from "../../local/measure/dropped-from-cache.ts";
import type { StandIns } from "../../local/stand-ins/at-the-desk.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { serviceInMemory } from "../world/demo-clock.ts";

/** A cache that stands in, which forgets all that it has when it is looked at so many times. */
function cacheForgetting(afterLooks: number): StandIns {
  const holds = new Set<string>();
  let looks = 0;
  return {
    async list() {
      looks += 1;
      if (looks > afterLooks) holds.clear();
      const state = { id: "cloudflare", url: "http://127.0.0.1:1", fault: "none" } as const;
      return [{ ...state, calls: [], undocumented: [], holds: [...holds] }];
    },
    take: async () => ({ reference: "none", kind: "file" }),
    have: async (_id, reference) => void holds.add(reference),
    fail: async () => undefined,
  };
}

describe("copies in a cache, as they are measured", () => {
  it("are dropped if the stand-in had one, and has it no more when the original is gone", async () => {
    const [seen, ...more] = await measureDroppedFromCache(serviceInMemory(imageDesigner), cacheForgetting(3));
    expect(more).toEqual([]);
    expect(seen).toMatchObject({
      mechanism: { mechanism: "dropped-from-cache", store: "work" },
      held: true,
      how: expect.stringMatching(/^after the clock had deleted a thing in work, .*cloudflare/),
    });
  });

  it("are not if it still has it, if it never had one, or if the original stays", async () => {
    const kept = await measureDroppedFromCache(serviceInMemory(imageDesigner), cacheForgetting(Infinity));
    const never = await measureDroppedFromCache(serviceInMemory(imageDesigner), cacheForgetting(0));
    const unswept = serviceInMemory(imageDesigner, { sweeps: false });
    const stayed = await measureDroppedFromCache(unswept, cacheForgetting(3));
    expect([...kept, ...never, ...stayed].map(({ held }) => held)).toEqual([false, false, false]);
  });

  it("are measured where a promise is bound to it alone", async () => {
    expect(await measureDroppedFromCache(serviceInMemory(dreamPortraits), cacheForgetting(0))).toEqual([]);
  });
});
