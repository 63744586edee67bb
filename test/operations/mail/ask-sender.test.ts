import { describe, expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { escapedHtml } from "../../../shared/domain/html-page.ts";
import { LETTER_TEXTS } from "../../../shared/domain/letters/letter-for.ts";
import { LETTER_SENDERS } from "../../../shared/domain/letters/letter-values.ts";
import { askSender } from "../../../shared/operations/ask-sender.ts";
import { noteDeliveryFailure } from "../../../shared/operations/note-delivery-failure.ts";
import { LetterNotTaken } from "../../../shared/operations/reply-by-letter.ts";
import type { MailWorld, Written } from "../../world/mail-world.ts";
import { pagesWorld } from "../../world/public-pages.ts";

const AGENT = "agent@office.example";
const MANDATE = { from: AGENT, subject: "Authorised agent", text: "Please delete the account of my client." };
const DAY_MS = 86_400_000;
const grace = { kind: "staff", name: "grace" } as const;

async function written(changes: Partial<Written> = {}) {
  const world = await pagesWorld(imageGen);
  const outcome = await world.deliver({ ...MANDATE, ...changes, mailId: "mail-of-agent" });
  return { world, outcome };
}

const ask = (world: MailWorld, mailId = "mail-of-agent", sender: (typeof LETTER_SENDERS)[number] = "agent") =>
  askSender(world, world.service, { mailId, sender, by: grace });
const formLink = (world: MailWorld) => /\/form\/[\w-]+/u.exec(world.lettersTo(AGENT).at(-1)?.text ?? "")?.[0];

describe("whoever writes for somebody else", () => {
  it("is told what is needed, by an answer to their mail, and the mail's task is closed", async () => {
    const { world, outcome } = await written();
    expect(outcome).toBe("person: for-somebody-else");
    expect(world.letters.sent).toEqual([]);

    expect(await ask(world)).toEqual({ asked: true });

    const [letter, ...more] = world.lettersTo(AGENT);
    expect(more).toEqual([]);
    expect(letter?.text).toContain("a permission signed by them");
    expect(letter?.text).toContain("mail-of-agent");
    expect(letter?.answers?.messageId).toBe("<mail-of-agent@people.example>");
    expect(await world.tasks.listOpen(10)).toEqual([]);
    const [task] = await world.tasks.list(10);
    expect(task?.progress).toMatchObject({ state: "done", by: grace });
  });

  it.each(LETTER_SENDERS)(
    "gets a page with the same questions as %s, whose answers a person reads",
    async (sender) => {
      const { world } = await written();
      await ask(world, "mail-of-agent", sender);
      const path = formLink(world) ?? "";
      const page = await world.call(path, { language: "de" });
      expect(page.statusCode).toBe(200);
      // In the language of the letter, whoever opens it.
      const { needs } = LETTER_TEXTS.en["form-needed"].senders[sender];
      for (const need of needs) expect(page.body).toContain(`">${escapedHtml(need)}</label>`);
      const form = { "needed-1": "client@people.example", "needed-2": "", "needed-3": "Call me." };
      const answers = [
        await world.call(path, { form }),
        await world.call(path, { form }),
        await world.call(path),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404, 404]);

      await world.takeForms();

      const [task, ...others] = await world.tasks.listOpen(10);
      expect(others).toEqual([]);
      expect(task?.needs).toContain(`the ${sender} who wrote the mail mail-of-agent`);
      const [kept] = [...world.forms.stored.kept.values()];
      expect(kept).toMatchObject({ mailId: "mail-of-agent", answers: Object.values(form) });
      expect(await world.rights.list(10)).toEqual([]);
      expect(world.lettersTo("client@people.example")).toEqual([]);
    },
  );

  it("sends nothing by an empty form, nor by one that is too long, and the link still works", async () => {
    const { world } = await written();
    await ask(world);
    const path = formLink(world) ?? "";
    const empty = await world.call(path, { form: { "needed-1": " \n" } });
    expect([empty.statusCode, empty.body]).toEqual([400, expect.stringContaining('aria-invalid="true"')]);
    const long = await world.call(path, { form: { "needed-2": "x".repeat(5001), "needed-3": "<b>" } });
    expect([long.statusCode, long.body]).toEqual([400, expect.stringContaining("&lt;b&gt;")]);
    expect(world.forms.waiting).toEqual([]);
    for (const method of ["HEAD", "OPTIONS", "GET"]) await world.call(path, { method });
    expect((await world.call(path, { form: { "needed-1": "x" } })).statusCode).toBe(200);
    expect(world.forms.waiting).toHaveLength(1);
  });

  it("has two weeks for it", async () => {
    const { world } = await written();
    await ask(world);
    const path = formLink(world) ?? "";
    world.clock.advance(14 * DAY_MS - 1);
    expect((await world.call(path)).statusCode).toBe(200);
    world.clock.advance(1);
    expect((await world.call(path, { form: { "needed-1": "x" } })).statusCode).toBe(404);
    expect(world.forms.waiting).toEqual([]);
  });

  it("gets one letter a day, of two at once and whichever mail it is about", async () => {
    const { world } = await written();
    // A request of their own is beside it.
    await world.deliver({ from: AGENT, text: "Please send me a copy of all the data you hold about me." });
    await world.deliver({ ...MANDATE, mailId: "another" });
    const both = await Promise.all([ask(world), ask(world, "another")]);
    expect(both).toEqual([{ asked: true }, { asked: false, because: "written-to-today" }]);
    world.clock.advance(DAY_MS);
    expect(await ask(world, "another")).toEqual({ asked: true });
    expect(world.lettersTo(AGENT)).toHaveLength(3);
  });

  it("keeps their task if SES does not take the letter", async () => {
    const { world } = await written();
    world.letters.failNext(new Error("throttled"));
    await expect(ask(world)).rejects.toThrow(LetterNotTaken);
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "look-at-mail" }]);
  });
});

describe("nobody is asked", () => {
  it.each([
    ["not-authenticated", "whom nobody vouches for", { dmarc: "doubtful" }],
    ["not-for-a-person", "whose domain disowns the mail", { dmarc: "fail" }],
    [
      "not-for-a-person",
      "who is a machine, taken for spam or not",
      { spam: "fail", headers: ["Auto-Submitted: auto-replied"] },
    ],
    [
      "not-for-a-person",
      "whose request has begun",
      { subject: "Privacy", text: "Please delete my account." },
    ],
    ["sender-not-clear", "who is two", { from: `${AGENT}, other@office.example` }],
  ] as const)("%s: %s", async (because, _, changes) => {
    const { world } = await written(changes);
    const before = world.letters.sent.length;
    expect(await ask(world)).toEqual({ asked: false, because });
    expect(world.letters.sent).toHaveLength(before);
  });

  it("whose mail is not on record, has gone, or whose letters come back", async () => {
    const { world } = await written();
    expect(await ask(world, "unknown")).toMatchObject({ because: "no-such-mail" });
    const gone = await written();
    gone.world.mails.remove("mail/mail-of-agent");
    expect(await ask(gone.world)).toMatchObject({ because: "mail-gone" });
    const back = await written();
    await ask(back.world);
    const about = back.world.lettersTo(AGENT)[0]?.about;
    await noteDeliveryFailure(back.world, back.world.service, {
      ...{ why: "bounce", addresses: [AGENT] },
      ...(about === undefined ? {} : { about }),
    });
    back.world.clock.advance(DAY_MS);
    expect(await ask(back.world)).toMatchObject({ because: "undeliverable" });
    expect(await back.world.tasks.listOpen(10)).toMatchObject([
      { kind: "letter-not-sent", mailId: "mail-of-agent" },
    ]);
    expect([...world.letters.sent, ...gone.world.letters.sent]).toEqual([]);
  });
});
