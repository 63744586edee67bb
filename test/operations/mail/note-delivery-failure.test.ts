import { describe, expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import type { LetterAbout } from "../../../shared/domain/letters/letter-about.ts";
import { addressReference } from "../../../shared/domain/rights/address-reference.ts";
import { answerByLetter } from "../../../shared/operations/answer-by-letter.ts";
import { noteDeliveryFailure } from "../../../shared/operations/note-delivery-failure.ts";
import { type MailWorld, mailWorld } from "../../world/mail-world.ts";

const ADA = "ada@people.example";
const COPY = "Please send me a copy of all the data you hold about me.";

/** SES tells that the last letter to Ada did not arrive. */
async function told(world: MailWorld, why: Parameters<typeof noteDeliveryFailure>[2]["why"]): Promise<void> {
  const about = world.lettersTo(ADA).at(-1)?.about;
  const failure = { why, addresses: [ADA], ...(about === undefined ? {} : { about }) };
  for (let times = 0; times < 2; times += 1) await noteDeliveryFailure(world, world.service, failure);
}

const notSent = async (world: MailWorld) =>
  (await world.tasks.listOpen(10)).filter(({ kind }) => kind === "letter-not-sent");

describe("a letter that did not arrive", () => {
  it("makes its address one that is not written to, however its letters are spelt, and no other", async () => {
    const world = await mailWorld();
    const secret = await world.subjectKeys.current();
    const isUndeliverable = (address: string, service = "dream-portraits") =>
      world.correspondence.isUndeliverable(addressReference(secret, service, address));

    const failure = { why: "bounce", addresses: ["Gone@mail.example"] } as const;
    await noteDeliveryFailure(world, world.service, failure);
    await noteDeliveryFailure(world, world.service, failure);

    expect(await isUndeliverable("gone@MAIL.example")).toBe(true);
    expect(await isUndeliverable("other@mail.example")).toBe(false);
    expect(await isUndeliverable("gone@mail.example", "image-gen")).toBe(false);
    // It does not say what it was about, as letters did not before they said it.
    expect(await world.tasks.listOpen(10)).toEqual([]);
  });

  it.each([
    ["the acknowledgement", COPY, "acknowledgement"],
    ["the link", "Please delete my account.", "confirm-link"],
  ] as const)("is one person's dated task: %s", async (_, text, letter) => {
    const world = await mailWorld(imageGen);
    world.signUp("ada");
    await world.deliver({ from: ADA, text });
    const { rightsRequestId } = await world.onlyRequest();

    await told(world, "bounce");

    const [task, ...more] = await notSent(world);
    expect(more).toEqual([]);
    expect(task).toMatchObject({ rightsRequestId, needs: expect.stringContaining(`letter ${letter} `) });
    expect(Date.parse(task?.dueAt ?? "")).toBeLessThanOrEqual(world.clock.now().getTime() + 86_400_000);
    expect(JSON.stringify(task)).not.toContain("@");
  });

  it("is a task when it was the answer, though the request has ended and its tasks were closed", async () => {
    const { world, letter } = await answered();
    expect(letter).toBe("answer-by-person");
    expect(await world.tasks.listOpen(10)).toEqual([]);

    await told(world, "bounce");

    expect(await notSent(world)).toHaveLength(1);
  });

  it("for now is a task as well, and the next letter is sent", async () => {
    const { world } = await answered();
    await told(world, "bounce-for-now");
    expect(await notSent(world)).toHaveLength(1);
    const { addressRef } = await world.onlyRequest();
    expect(await world.correspondence.isUndeliverable(addressRef)).toBe(false);
  });

  it("that was complained of has arrived: a task while something is owed, and none after", async () => {
    const open = await mailWorld(imageGen);
    await open.deliver({ from: ADA, text: COPY });
    await told(open, "complaint");
    expect(await notSent(open)).toHaveLength(1);
    const { world } = await answered();
    await told(world, "complaint");
    expect(await notSent(world)).toEqual([]);
  });
});

async function answered(): Promise<{
  readonly world: MailWorld;
  readonly letter: LetterAbout["letter"] | undefined;
}> {
  const world = await mailWorld(imageGen);
  await world.deliver({ from: ADA, text: COPY });
  const { rightsRequestId } = await world.onlyRequest();
  const by = { kind: "staff", name: "grace" } as const;
  await answerByLetter(world, world.service, { rightsRequestId, by, reference: "TICKET-17", text: "Three." });
  return { world, letter: world.lettersTo(ADA).at(-1)?.about.letter };
}
