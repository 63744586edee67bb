import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { MAIL_LANGUAGES } from "../../../shared/domain/mail/intent.ts";
import { TRAP_FIELD } from "../../../shared/domain/pages/contact-page.ts";
import { mayUseFor } from "../../../shared/operations/may-use.ts";
import { type PagesWorld, pagesWorld } from "../../world/public-pages.ts";

const ADA = "ada@people.example";
const MALLORY = "mallory@elsewhere.example";
const DAY_MS = 86_400_000;
const FORM = { address: ADA, ask: "erase-account", text: "", [TRAP_FIELD]: "" };

const mayAdvertise = async (world: PagesWorld, subject: ReturnType<PagesWorld["signUp"]>) =>
  (await mayUseFor(world, world.service.policy, subject, "marketing")).allowed;

describe("the contact form", () => {
  it("is there only where the policy says that people may ask by a form", async () => {
    const world = await pagesWorld(coloringBook);
    expect((await world.call("/contact")).statusCode).toBe(404);
    expect((await world.call("/contact", { form: FORM })).statusCode).toBe(404);
    expect((await world.call("/")).body).not.toContain('contact"');
  });

  it("offers what the policy offers by form, and nothing else", async () => {
    const world = await pagesWorld(gptImage);
    const { body } = await world.call("/contact");
    const offered = [...body.matchAll(/<option value="([\w-]+)"/g)].map(([, ask]) => ask);
    expect(offered).toContain("erase-account");
    expect(offered).toContain("opt-out-marketing");
    expect(offered).not.toContain("grievance");
    expect((await world.call("/contact", { form: { ...FORM, ask: "grievance" } })).statusCode).toBe(400);
    expect(world.forms.waiting).toEqual([]);
  });

  it("answers the same to everybody, and looks nobody up", async () => {
    const world = await pagesWorld(gptImage);
    world.signUp("ada");

    const answers = [
      await world.call("/contact", { form: FORM }),
      await world.call("/contact", { form: { ...FORM, address: MALLORY, text: "x".repeat(5000) } }),
      await world.call("/contact", { form: { ...FORM, [TRAP_FIELD]: "a program" } }),
    ];

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.statusCode).toBe(200);
    expect(world.directory.lookedUp).toBe(0);
    expect(world.letters.sent).toEqual([]);
    // What a program filled in goes nowhere.
    expect(world.forms.waiting).toMatchObject([{ address: ADA }, { address: MALLORY }]);
  });

  it.each([
    ["address", "no address"],
    ["address", "ada@people.example, bob@people.example"],
    ["address", "ada@people.example\nBcc: bob@people.example"],
    ["address", "ada@localhost"],
    ["address", "<b>@people.example"],
    ["ask", ""],
    ["ask", "constructor"],
    ["text", "too long ".repeat(556)],
  ] as const)(
    "says beside the field %s what it cannot take, and loses nothing (%#)",
    async (field, value) => {
      const world = await pagesWorld(gptImage);
      const typed = { ...FORM, text: "first\n\n<script>alert(1)</script>", [field]: value };

      const { statusCode, body } = await world.call("/contact", { form: typed });

      expect(statusCode).toBe(400);
      expect(body).toContain(`id="${field}-error"`);
      expect(body.match(/ aria-invalid="true"/g)).toHaveLength(1);
      expect(body).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error"`));
      if (field !== "address") expect(body).toContain(`value="${ADA}"`);
      if (field === "text") expect(body).toContain(value);
      else expect(body).toContain("first\n\n&lt;script&gt;alert(1)&lt;/script&gt;</textarea>");
      if (field !== "ask") expect(body).toContain('<option value="erase-account" selected>');
      expect(world.forms.waiting).toEqual([]);
    },
  );

  it("takes five thousand characters however they are written, and line ends as one", async () => {
    const world = await pagesWorld(gptImage);
    const text = `${"あ".repeat(4997)}\r\nb`;
    expect((await world.call("/contact", { form: { ...FORM, text } })).statusCode).toBe(200);
    expect(world.forms.waiting[0]).toMatchObject({ text: `${"あ".repeat(4997)}\nb` });
    const answer = await world.call("/contact", { form: { ...FORM, text: "x".repeat(300_000) } });
    expect(answer.statusCode).toBe(413);
  });

  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["xx,pt-BR;q=0.5", "pt"],
    ["en;q=0.1, fr;q=0.7", "fr"],
    ["de;q=0", "en"],
    ["*", "en"],
    [`${"x,".repeat(20)}de`, "en"],
  ])("speaks the language of its reader: %s", async (language, spoken) => {
    const world = await pagesWorld(gptImage);
    expect((await world.call("/contact", { language })).body).toContain(`<html lang="${spoken}">`);
    await world.call("/contact", { language, form: FORM });
    expect(world.forms.waiting[0]?.language).toBe(spoken);
  });

  it("speaks all of them", async () => {
    const world = await pagesWorld(gptImage);
    const titles = await Promise.all(
      MAIL_LANGUAGES.map(
        async (language) => (await world.call("/contact", { language })).body.match(/<h1>.*<\/h1>/)?.[0],
      ),
    );
    expect(new Set(titles).size).toBe(MAIL_LANGUAGES.length);
  });
});

describe("a form that was sent", () => {
  it("leads to an erasure by the link to the address on file", async () => {
    const world = await pagesWorld(gptImage);
    world.signUp("ada");
    await world.call("/contact", { form: FORM });
    await world.takeForms();
    expect((await world.onlyRequest()).channel).toBe("form");

    await world.call(`/confirm/${world.secretFor(ADA, "confirm")}`, { method: "POST" });

    expect(await world.register.list(10)).toMatchObject([{ scope: "account" }]);
  });

  it("is taken once, however often it is delivered, and kept for whoever reads it", async () => {
    const world = await pagesWorld(gptImage);
    await world.call("/contact", { form: { ...FORM, ask: "access", text: "What have you got?" } });
    const [form] = world.forms.waiting;
    if (form) world.forms.waiting.push(form);

    await world.takeForms();

    await world.onlyRequest();
    expect(world.lettersTo(ADA)).toHaveLength(1);
    const [record] = await world.mailRecords.list(10);
    expect(world.forms.stored.kept.get(record?.key ?? "")).toMatchObject({ text: "What have you got?" });
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "answer-request" }]);
  });

  it("tells the owner of the address in a letter what has stopped, as mail does, once", async () => {
    const world = await pagesWorld(gptImage);
    const ada = world.signUp("ada");
    await world.call("/contact", { form: { ...FORM, ask: "opt-out-marketing" }, language: "de" });
    await world.takeForms();
    await world.call(`/confirm/${world.secretFor(ADA, "confirm")}`, { method: "POST" });
    world.letters.sent.length = 0;

    await world.doDuties();
    await world.doDuties();

    const [letter, ...more] = world.lettersTo(ADA);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain("Es ist wirksam geworden");
    expect(await mayAdvertise(world, ada)).toBe(false);
    await world.call(`/undo/${world.secretFor(ADA, "undo")}`, { method: "POST" });
    expect(await mayAdvertise(world, ada)).toBe(true);
  });

  it("stops no use before the owner of the address has confirmed it, and then it can be undone", async () => {
    const world = await pagesWorld(gptImage);
    const ada = world.signUp("ada");
    await world.call("/contact", { form: { ...FORM, ask: "opt-out-marketing" } });
    await world.takeForms();
    expect(await mayAdvertise(world, ada)).toBe(true);
    const path = `/confirm/${world.secretFor(ADA, "confirm")}`;
    expect((await world.call(path)).body).toContain("It deletes nothing, and it can be undone.");

    const done = await world.call(path, { method: "POST" });

    expect(done.body).toContain("It has taken effect.");
    expect(await mayAdvertise(world, ada)).toBe(false);
    expect((await world.onlyRequest()).standing.state).toBe("took-effect");
    expect(await world.register.list(10)).toEqual([]);
    const [, undo = ""] = /href="\.\.\/undo\/([\w-]+)"/.exec(done.body) ?? [];
    await world.call(`/undo/${undo}`);
    expect(await mayAdvertise(world, ada)).toBe(false);
    expect((await world.call(`/undo/${undo}`, { method: "POST" })).statusCode).toBe(200);
    expect(await mayAdvertise(world, ada)).toBe(true);
    expect((await world.call(`/undo/${undo}`, { method: "POST" })).statusCode).toBe(404);
  });

  it("tells whoever named another's address nothing of what its owner confirmed", async () => {
    const world = await pagesWorld(gptImage);
    world.signUp("ada");
    const form = { address: MALLORY, ask: "opt-out-marketing", text: `It is ${ADA}.` };
    await world.call("/contact", { form });
    await world.takeForms();
    const status = `/status/${world.secretFor(MALLORY, "status")}`;
    await world.call(`/confirm/${world.secretFor(ADA, "confirm")}`, { method: "POST" });

    expect((await world.call(status)).body).not.toContain("It has taken effect.");
  });

  it("writes one letter a day to an address that anybody may have written down, whatever it asks", async () => {
    const world = await pagesWorld(gptImage);
    const offered = [...(await world.call("/contact")).body.matchAll(/<option value="([\w-]+)"/g)];
    expect(offered.length).toBeGreaterThan(5);
    const sendAll = async () => {
      for (const [, ask = ""] of offered) await world.call("/contact", { form: { ...FORM, ask } });
      await world.takeForms();
    };

    await sendAll();
    expect(world.lettersTo(ADA)).toHaveLength(1);
    // What was not told of is there all the same.
    expect((await world.rights.list(50)).length).toBeGreaterThan(5);

    world.clock.advance(DAY_MS - 1);
    await world.call("/contact", { form: { ...FORM, ask: "erase-account", address: MALLORY } });
    await sendAll();
    expect(world.lettersTo(ADA)).toHaveLength(1);
    expect(world.lettersTo(MALLORY)).toHaveLength(1);
  });

  it("is told of though its first letter could not be sent", async () => {
    const world = await pagesWorld(gptImage);
    await world.call("/contact", { form: FORM });
    const waiting = [...world.forms.waiting];
    world.letters.failNext(new Error("SES is away."));
    await expect(world.takeForms()).rejects.toThrow("SES is away.");
    world.forms.waiting.push(...waiting);

    await world.takeForms();

    expect(world.lettersTo(ADA)).toHaveLength(1);
  });

  it("is a person's when it asks for what nobody does", async () => {
    const world = await pagesWorld(gptImage);
    world.signUp("ada");
    await world.call("/contact", { form: { ...FORM, ask: "opt-out-sale" } });
    await world.takeForms();
    expect((await world.onlyRequest()).standing.state).toBe("with-a-person");
  });
});
