import { describe, expect, it } from "vitest";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import { watchLastCopy } from "../../../shared/operations/watch-last-copy.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { secondVerdict } from "../../world/second-verdict.ts";
import { askedWorld } from "./asked-world.ts";

const HOURS_A_DAY = 24;

/** The provider lets go of what it got after 30 days; profiles are as if the policy had published backups of them. */
async function erasedWithCopiesFor(retentionDays: number) {
  const vaults = [{ id: "nightly", stores: ["profiles"], retentionDays }];
  const backups = { publishedException: "GI5", longestDays: retentionDays + 1, vaults };
  const world = await askedWorld({ ...gptImage, backups });
  const ada = world.settled("ada");
  await world.sent(ada, "openai", "session-image", { kind: "inference", reference: "img-1" });
  const requestId = await world.erase(ada);
  const afterDays = async (days: number) => {
    await world.pass(requestId, days * HOURS_A_DAY);
    expect((await doDuties(world, watchLastCopy(world))).failed).toEqual([]);
    return (await certificateOf(world, requestId)).body;
  };
  return { world, requestId, afterDays };
}

describe("the final certificate of an erasure", () => {
  it("waits for the last copy, where third parties have settled before", async () => {
    const { world, requestId, afterDays } = await erasedWithCopiesFor(34);
    const settled = await afterDays(31);
    expect(settled).toMatchObject({ final: false, processors: { outcomes: [{ outcome: "ages-out-on" }] } });
    expect(settled.backups).toHaveProperty("lastCopyGoneBy");

    const last = await afterDays(5);
    expect(last).toMatchObject({ final: true, attempt: settled.attempt + 1 });
    expect(last.backups).not.toHaveProperty("lastCopyGoneBy");
    expect(secondVerdict(await certificateOf(world, requestId), world.key)).toBe("Valid.\n");
  });

  it("waits for the third parties, where the last copy is gone before", async () => {
    const { world, requestId, afterDays } = await erasedWithCopiesFor(9);
    const gone = await afterDays(11);
    expect(gone.final).toBe(false);
    expect(gone.backups).not.toHaveProperty("lastCopyGoneBy");

    const last = await afterDays(20);
    expect(last.final).toBe(true);
    expect(last.backups).not.toHaveProperty("lastCopyGoneBy");
    expect(secondVerdict(await certificateOf(world, requestId), world.key)).toBe("Valid.\n");
  });
});
