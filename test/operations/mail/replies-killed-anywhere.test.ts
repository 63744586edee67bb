import { expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { SENDING_MS_MAX } from "../../../shared/domain/rights/reply-standing.ts";
import { answerByLetter } from "../../../shared/operations/answer-by-letter.ts";
import { extendByLetter } from "../../../shared/operations/extend-by-letter.ts";
import { refuseByLetter } from "../../../shared/operations/refuse-by-letter.ts";
import { type MailWorld, mailWorld } from "../../world/mail-world.ts";
import { mortalProcess } from "../../world/mortal-process.ts";
import { reachedThrough } from "../../world/reached-through.ts";

const ADA = "ada@people.example";
/** More calls than any letter takes. */
const CALLS_MAX = 40;

const REPLIES = {
  answer: (ports: MailWorld, of: Of) =>
    answerByLetter(ports, ports.service, { ...of, text: "Three photos." }),
  refusal: (ports: MailWorld, of: Of) => refuseByLetter(ports, ports.service, { ...of, reason: "No." }),
  extension: (ports: MailWorld, of: Of) => extendByLetter(ports, ports.service, { ...of, reason: "Many." }),
} as const;

interface Of {
  readonly rightsRequestId: string;
  readonly by: { readonly kind: "staff"; readonly name: string };
  readonly reference: string;
}

async function asked() {
  const world = await mailWorld(imageGen);
  world.signUp("ada");
  await world.deliver({ from: ADA, text: "Please send me a copy of all the data you hold about me." });
  const { rightsRequestId } = await world.onlyRequest();
  world.letters.sent.length = 0;
  world.clock.advance(1);
  return {
    world,
    of: { rightsRequestId, by: { kind: "staff", name: "grace" }, reference: "TICKET-17" } as const,
  };
}

/** What stands at the end, without times. */
async function endOf(world: MailWorld) {
  const { standing, dueDates, replies = [] } = await world.onlyRequest();
  const tasks = await world.tasks.list(10);
  return {
    state: standing.state,
    dueDates: dueDates.map(({ at, doneAt, extended }) => [at, doneAt !== undefined, extended !== undefined]),
    replies: replies.map(({ letter, saysSha256, sentAt }) => [letter, saysSha256, sentAt !== undefined]),
    open: tasks.filter(({ progress }) => progress.state === "open").map(({ kind, dueAt }) => [kind, dueAt]),
    by: tasks.flatMap(({ progress }) => (progress.state === "done" ? [progress.by] : [])),
  };
}

for (const [name, reply] of Object.entries(REPLIES)) {
  it(`sends one letter and leaves the request right, wherever the ${name} is killed`, async () => {
    const whole = await asked();
    await reply(whole.world, whole.of);
    const expected = await endOf(whole.world);
    expect(whole.world.letters.sent).toHaveLength(1);

    let [at, ended] = [0, false];
    for (; at < CALLS_MAX && !ended; at += 1) {
      for (const side of ["before", "after"] as const) {
        const { world, of } = await asked();
        const process = mortalProcess({ atCall: at, side });
        await reply(reachedThrough(world, process), of).catch(() => undefined);
        ended = !process.isDead;
        const last = process.calls.at(-1);
        world.clock.advance(SENDING_MS_MAX);
        expect(await reply(world, of)).toMatchObject({ replied: true });

        const where = `${side} call ${at}, ${last}`;
        expect({ where, ...(await endOf(world)) }).toEqual({ where, ...expected });
        const isUnknown = process.isDead && diedBeforeTheNote(process.calls, side);
        expect(world.letters.sent.length, where).toBe(isUnknown ? 2 : 1);
      }
    }
    expect(ended).toBe(true);
  });
}

/** Between the sending and the note of it: nothing says whether the letter was taken, and none is lost. */
function diedBeforeTheNote(calls: readonly string[], side: "before" | "after"): boolean {
  const [sent, died] = [calls.indexOf("letters.send"), calls.length - 1];
  return sent !== -1 && (side === "after" ? died === sent : died === sent + 1);
}
