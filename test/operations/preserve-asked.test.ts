import { describe, expect, it } from "vitest";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import {
  ADA,
  approved,
  countsOf,
  ENTRIES,
  openSealing,
  REASON,
  worldWithPerson,
} from "../world/sealed-story.ts";

describe("asking that somebody is preserved", () => {
  it.each([
    ["the person", { actor: { kind: "subject" }, reason: REASON }, /Only staff/],
    ["staff without a reason", { actor: ADA }, /say why/],
    ["a reason that names the person", { actor: ADA, reason: "about person-1" }, /names the person/],
  ] as const)("is refused to %s, and nothing is on record", async (_, asked, why) => {
    const { world, person } = await worldWithPerson();
    await expect(openSealing(world, person, asked)).rejects.toThrow(why);
    expect(await world.register.list(10)).toEqual([]);
  });

  it.each(["ada", "ADA ", "arn:aws:sts::1:assumed-role/support/ada"])(
    "is not approved by whoever asked, as %s",
    async (by) => {
      const { world, person } = await worldWithPerson();
      const name = by.startsWith("arn") ? "arn:aws:sts::1:assumed-role/support/grace" : "ada";
      const requestId = await openSealing(world, person, { actor: { kind: "staff", name }, reason: REASON });
      await world.drain();
      const { progress } = await world.read(requestId);
      const planDigest = progress.state === "waiting-for-approval" ? progress.planDigest : "";
      expect(await approveRequest(world, { requestId, planDigest, by })).toMatchObject({ approved: false });
      await world.drain();
      expect((await world.read(requestId)).progress.state).toBe("waiting-for-approval");
      expect(await world.holds.active()).toEqual([]);
      expect(world.accounts.maySignIn(person)).toBe(true);
    },
  );

  it("binds to the plan: what came since is looked at again by a second person, the account closed", async () => {
    const { world, person } = await worldWithPerson();
    const requestId = await openSealing(world, person);
    await approved(world, requestId);
    world.store("portraits").put(person, ["one-more"]);
    await world.run(requestId);
    expect((await world.read(requestId)).progress.state).toBe("waiting-for-approval");
    expect(world.accounts.maySignIn(person)).toBe(false);

    await approved(world, requestId);
    await world.run(requestId);
    expect((await world.read(requestId)).progress.state).toBe("waiting");
    expect(countsOf(world, person, ["portraits"])).toEqual([ENTRIES + 1]);
  });
});
