import { expect, it } from "vitest";
import { ASK_IN_HAND_MS } from "../../../shared/domain/tasks/next-letter.ts";
import { takeMail } from "../../../shared/operations/take-mail.ts";
import { invokedAgain, onlyKilled } from "../../world/killed.ts";
import { ASKED_AT, letterWorld } from "../../world/letter-world.ts";
import { type Death, type MortalProcess, mortalProcess } from "../../world/mortal-process.ts";
import { portsThrough } from "../../world/ports-through.ts";
import { reachedThrough } from "../../world/reached-through.ts";

const HALF = "2026-12-07T12:00:00.000Z";
const [ANSWER, RECEIVED] = ["answer-1", "2026-11-23T10:30:00.000Z"];

/** An erasure whose steps, or whose duty to write, run in a process that may die; afterwards half of the time passes. */
async function ran(part: "steps" | "writing", ...deaths: readonly Death[]) {
  const world = await letterWorld();
  const ada = world.settle("ada", 2);
  await world.sent(ada);
  const requestId = await world.open(ada);
  await world.drain();
  const process = mortalProcess(...deaths);
  await invokedAgain(world, requestId, part === "steps" ? process : mortalProcess());
  world.executions.end(requestId, 1);
  const mortal = part === "writing" ? process : mortalProcess();
  await world.doWriting(portsThrough(mortal, world));
  world.clock.advance(ASK_IN_HAND_MS);
  await world.doWriting();
  await world.passUntil(requestId, HALF);
  return { world, requestId, process };
}

for (const part of ["steps", "writing"] as const) {
  it(`asks by one letter and reminds once, wherever the ${part} are killed`, async () => {
    const { process } = await ran(part);
    const from = part === "steps" ? process.calls.indexOf("disclosures.of") : 0;
    const to = part === "steps" ? process.calls.lastIndexOf("askingDuties.put") : process.calls.length - 1;
    expect(to - from).toBeGreaterThan(part === "steps" ? 3 : 8);
    for (let atCall = from; atCall <= to; atCall += 1) {
      for (const side of ["before", "after"] as const) {
        const { world, requestId, process: died } = await ran(part, { atCall, side });
        const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
        const again = diedBeforeTheNote(died, side) ? ["ask-processor"] : [];
        expect(world.written(), where).toEqual(["ask-processor", ...again, "remind-processor"]);
        const { asked } = await world.asking(requestId);
        expect(
          asked?.written.map(({ letter, sentAt }) => [letter, sentAt !== undefined]),
          where,
        ).toEqual([
          ["ask-processor", true],
          ["remind-processor", true],
        ]);
      }
    }
  });
}

it("keeps a reply that comes while the letter is on its way, before it is noted that it was sent", async () => {
  const world = await letterWorld();
  const ada = world.settle("ada", 2);
  await world.sent(ada);
  const requestId = await world.erase(ada);
  const { taskId } = await world.asking(requestId);
  world.letters.whenNextSent(async () => {
    await world.answers(taskId, { mailId: ANSWER });
  });
  await world.doWriting();
  world.clock.set(RECEIVED);
  await world.passUntil(requestId, HALF);
  const { asked } = await world.asking(requestId);
  expect(asked?.replies).toMatchObject([{ mailId: ANSWER }]);
  expect(asked?.written).toMatchObject([{ letter: "ask-processor", sentAt: expect.any(String) }]);
  expect(world.written()).toEqual(["ask-processor"]);
});

it("attaches an answer once, wherever taking it in is killed", async () => {
  for (let atCall = 0, ended = false; !ended; atCall += 1) {
    for (const side of ["before", "after"] as const) {
      const world = await letterWorld();
      const ada = world.settle("ada", 2);
      await world.sent(ada);
      const requestId = await world.erase(ada);
      await world.doWriting();
      const { taskId } = await world.asking(requestId);
      const arrival = world.post({ from: ASKED_AT, subject: `Re: [${taskId}]`, text: "It is deleted." });
      const process = mortalProcess({ atCall, side });
      await takeMail(reachedThrough(world, process), world.service, arrival).catch(onlyKilled);
      ended = !process.isDead;
      await takeMail(world, world.service, arrival);
      const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
      expect((await world.asking(requestId)).asked?.replies, where).toMatchObject([{ by: "person" }]);
      expect((await world.mailRecords.read(arrival.mailId))?.outcome, where).toContain(taskId);
      expect(process.calls.length).toBeGreaterThan(0);
    }
  }
});

/** Between the sending and the note of it: nothing says whether the letter was taken, and none is lost. */
function diedBeforeTheNote({ calls, isDead }: MortalProcess, side: Death["side"]): boolean {
  const [sent, died] = [calls.indexOf("letters.send"), calls.length - 1];
  if (!isDead || sent === -1) return false;
  const noted = calls.indexOf("tasks.noteAsked", sent);
  const isNoted = noted !== -1 && (died > noted || side === "after");
  return !isNoted && (died > sent || side === "after");
}
