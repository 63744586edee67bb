import { expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { confirmRightsRequest } from "../../../shared/operations/confirm-rights-request.ts";
import { takeMail } from "../../../shared/operations/take-mail.ts";
import { type MailWorld, mailWorld, type Written } from "../../world/mail-world.ts";
import { mortalProcess } from "../../world/mortal-process.ts";
import { reachedThrough } from "../../world/reached-through.ts";

const ADA = "ada@people.example";
/** More calls than any mail takes. */
const CALLS_MAX = 80;

const MAILS: readonly Written[] = [
  { from: ADA, text: "Please delete my account." },
  { from: ADA, subject: "Model Training Opt-Out", text: ADA },
  { from: ADA, text: "I am 12 years old and this is my account." },
  { from: ADA, text: "Please send me a copy of all the data you hold about me." },
  { from: ADA, text: "What is this?" },
];

/** What stands at the end, without what a second attempt may do twice: letters, links, times. */
async function endOf(world: MailWorld) {
  const requests = await world.rights.list(10);
  const tasks = await world.tasks.listOpen(10);
  const erasures = await world.register.list(10);
  return {
    requests: requests.map(({ right, about, standing, acknowledgedAt }) => [
      right,
      about.what,
      standing.state,
      acknowledgedAt !== undefined,
    ]),
    tasks: tasks.map(({ kind }) => kind),
    erasures: erasures.map(({ scope, progress }) => [scope, progress.state]),
    told: [...new Set(world.letters.sent.map(({ to, subject }) => `${to} ${subject}`))].sort(),
    records: (await world.mailRecords.list(10)).map(({ mailId }) => mailId),
  };
}

for (const mail of MAILS) {
  it(`takes "${mail.text}" in once, wherever it is killed`, async () => {
    const whole = await mailWorld(imageGen);
    whole.signUp("ada");
    await whole.deliver({ ...mail, mailId: "m1" });
    const expected = await endOf(whole);
    expect(expected.records).toEqual(["m1"]);

    let [at, ended] = [0, false];
    for (; at < CALLS_MAX && !ended; at += 1) {
      for (const side of ["before", "after"] as const) {
        const world = await mailWorld(imageGen);
        world.signUp("ada");
        const arrival = world.post({ ...mail, mailId: "m1" });
        const process = mortalProcess({ atCall: at, side });
        await takeMail(reachedThrough(world, process), world.service, arrival).catch(() => undefined);
        ended = !process.isDead;
        await takeMail(world, world.service, arrival);
        const where = `${side} call ${at}, ${process.calls.at(-1)}`;
        expect({ where, ...(await endOf(world)) }).toEqual({ where, ...expected });
      }
    }
    expect(ended).toBe(true);
  });
}

it("carries a click out once, wherever it is killed", async () => {
  let [at, ended] = [0, false];
  for (; at < CALLS_MAX && !ended; at += 1) {
    for (const side of ["before", "after"] as const) {
      const world = await mailWorld(imageGen);
      world.signUp("ada");
      await world.deliver({ from: ADA, text: "Please delete my account." });
      const secret = world.secretFor(ADA, "confirm");
      const process = mortalProcess({ atCall: at, side });
      await confirmRightsRequest(reachedThrough(world, process), world.service, secret).catch(
        () => undefined,
      );
      ended = !process.isDead;
      await confirmRightsRequest(world, world.service, secret);
      const where = `${side} call ${at}, ${process.calls.at(-1)}`;
      expect(await world.register.list(10), where).toHaveLength(1);
      expect((await world.onlyRequest()).standing.state, where).toBe("erasing");
    }
  }
  expect(ended).toBe(true);
});
