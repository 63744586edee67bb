import { expect, it } from "vitest";
import { once } from "../../world/killed.ts";
import { mailWorld } from "../../world/mail-world.ts";
import { mortalProcess } from "../../world/mortal-process.ts";

const MAILS = 100;
const ASKS = [
  "Please delete my account.",
  "Please send me a copy of all the data you hold about me.",
  "What is this?",
];

/** Erases somebody while so many others have written, half of whose mail is taken in already. */
async function callsOfAnErasure(mails: number): Promise<readonly string[]> {
  const world = await mailWorld();
  const ada = world.signUp("ada");
  for (let at = 0; at < mails; at += 1) {
    const mail = { from: `person-${at}@people.example`, text: ASKS[at % ASKS.length] ?? "" };
    if (at % 2 === 0) await world.deliver(mail);
    else world.post(mail);
  }
  const requestId = await world.open(ada);
  await world.drain();
  const process = mortalProcess();
  await once(world, requestId, process);
  expect((await world.read(requestId)).progress.state).toBe("completed");
  for (const store of world.stores) expect(store.holds(ada)).toEqual([]);
  return process.calls;
}

it("an erasure takes the same calls whether or not mail waits and was taken in beside it", async () => {
  const alone = await callsOfAnErasure(0);
  expect(alone.length).toBeGreaterThan(20);
  expect(await callsOfAnErasure(MAILS)).toEqual(alone);
});
