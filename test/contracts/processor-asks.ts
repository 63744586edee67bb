import { describe, expect, it } from "vitest";
import type { ProcessorAsk } from "../../shared/domain/processors/processor-ask.ts";
import type { ProcessorAsks } from "../../shared/operations/ports.ts";

const [FIRST, SECOND] = ["req_00000000000000000000000001", "req_00000000000000000000000002"];
const END = 2_000_000_000;

const asked = (last: string, more: Partial<ProcessorAsk> = {}): ProcessorAsk => ({
  schema: "lethe.processor-ask/1",
  requestId: FIRST,
  disclosure: {
    schema: "lethe.disclosure/1",
    disclosureId: `dsc_0000000000000000000000000${last}`,
    processor: "fal",
    category: "prompt",
    kind: "request-payload",
    reference: `job-${last}`,
    sentAt: "2026-11-24T10:00:00.000Z",
  },
  tries: 0,
  standing: { state: "open", because: "not-asked-yet", nextAt: "2026-11-24T10:00:00.000Z" },
  ...more,
});

/** Holds for every place that keeps what third parties are asked about; `make` returns an empty one. */
export function processorAsksContract(make: () => Promise<ProcessorAsks>): void {
  describe("what third parties are asked about", () => {
    const all = async (asks: ProcessorAsks, requestId: string) => {
      const found: ProcessorAsk[] = [];
      for await (const one of asks.of(requestId)) found.push(one);
      return found;
    };

    it("is found by its request, in the order it was sent in, and begun twice is begun once", async () => {
      const asks = await make();
      for (const last of ["2", "1"]) await asks.begin(asked(last), END);
      await asks.note(asked("1", { tries: 1, job: "job-of-theirs" }));
      await asks.begin(asked("1"), END);
      await asks.begin(asked("3", { requestId: SECOND }), END);
      expect(await all(asks, FIRST)).toEqual([asked("1", { tries: 1, job: "job-of-theirs" }), asked("2")]);
    });

    it("stands as whoever came furthest with it says", async () => {
      const asks = await make();
      await asks.begin(asked("1"), END);
      const at = "2026-11-24T10:01:00.000Z";
      const done = asked("1", {
        tries: 2,
        standing: { state: "answered", answer: { outcome: "deleted" }, at },
      });
      await asks.note(done);
      for (const tries of [1, 2]) await asks.note(asked("1", { tries }));
      expect(await all(asks, FIRST)).toEqual([done]);
    });

    it("is kept only where it was begun, and forgotten with its request", async () => {
      const asks = await make();
      await asks.note(asked("1", { tries: 1 }));
      expect(await all(asks, FIRST)).toEqual([]);
      for (const last of ["1", "2"]) await asks.begin(asked(last), END);
      await asks.begin(asked("3", { requestId: SECOND }), END);
      for (let times = 0; times < 2; times += 1) await asks.forget(FIRST);
      expect(await all(asks, FIRST)).toEqual([]);
      expect(await all(asks, SECOND)).toHaveLength(1);
    });
  });
}
