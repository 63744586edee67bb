import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { invokedAgain } from "../../world/killed.ts";
import { type Death, mortalProcess } from "../../world/mortal-process.ts";
import { askedWorld } from "./asked-world.ts";

/** Runs an erasure in a process that may die, and lets an hour pass. */
async function ran(...deaths: readonly Death[]) {
  const world = await askedWorld(imageDesigner);
  const ada = world.settled("ada");
  const sent = [await world.sent(ada, "openrouter", "upload"), await world.sent(ada, "fal", "upload")];
  const requestId = await world.open(ada);
  await world.drain();
  const process = mortalProcess(...deaths);
  await invokedAgain(world, requestId, process);
  world.executions.end(requestId, 1);
  await world.pass(requestId, 1);
  return { world, sent, process, certificate: await certificateOf(world, requestId) };
}

describe("an erasure whose process died while third parties were asked", () => {
  it("asks them all the same, and says no more than they did, whichever call it was", async () => {
    const { process } = await ran();
    const asking = process.calls.flatMap((call, at) =>
      /^(?:asks|disclosures|askingDuties)\./u.test(call) ? [at] : [],
    );
    const [first = 0, last = 0] = [asking[0], asking.at(-1)];
    expect(last - first).toBeGreaterThan(15);
    for (let atCall = first; atCall <= last; atCall += 1) {
      for (const side of ["before", "after"] as const) {
        const { world, sent, certificate } = await ran({ atCall, side });
        const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
        const left = sent.map(({ processor, reference }) => world.party(processor).has(reference));
        expect(left, where).toEqual([false, false]);
        const outcomes = certificate.body.processors.outcomes ?? [];
        expect(
          outcomes.map(({ id, things }) => [id, things?.asked, things?.unanswered]),
          where,
        ).toEqual([
          ["fal", 1, 0],
          ["openrouter", 1, 0],
        ]);
        // Dead between the call and the note of it, nobody knows who took it away: it is said to be absent.
        expect(["deleted", "already-absent"], where).toContain(outcomes[1]?.outcome);
      }
    }
  });
});
