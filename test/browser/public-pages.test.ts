import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { type PagesWorld, pagesWorld } from "../world/public-pages.ts";
import { browserForTests, VIEWS } from "./browser.ts";
import { EVIL } from "./invented-promises.ts";
import { overflowPixels, textsOn } from "./seen.ts";

const ADA = "ada@people.example";
const folder = temporaryFolder();
const browser = browserForTests();
const pages = new Map<string, string>();

beforeAll(async () => {
  const world = await pagesWorld(gptImage);
  world.signUp("ada");
  const typed = { address: EVIL, ask: EVIL, text: EVIL };
  await kept(world, "home", "/");
  await kept(world, "contact", "/contact");
  await kept(world, "contact-hi", "/contact", { language: "hi" });
  await kept(world, "contact-ja", "/contact", { language: "ja" });
  await kept(world, "contact-wrong", "/contact", { form: typed });
  await kept(world, "contact-wrong-de", "/contact", { form: typed, language: "de" });
  await kept(world, "sent", "/contact", { form: { address: ADA, ask: "erase-account", text: "" } });
  await world.takeForms();
  const confirm = `/confirm/${world.secretFor(ADA, "confirm")}`;
  await kept(world, "confirm", confirm);
  await kept(world, "status-waiting", `/status/${world.secretFor(ADA, "status")}`);
  await kept(world, "confirmed", confirm, { method: "POST" });
  await kept(world, "over", confirm);
  const [erasure] = await world.register.list(1);
  await world.drainAndRun(erasure?.requestId ?? "");
  await kept(world, "status", `/status/${world.secretFor(ADA, "status")}`);
  await kept(world, "not-found", "/nowhere");
  const books = await pagesWorld({ ...coloringBook, service: { ...coloringBook.service, name: EVIL } });
  books.signUp("ada");
  await books.deliver({ from: ADA, text: "Please delete my project." });
  const project = `/confirm/${books.secretFor(ADA, "confirm")}`;
  await kept(books, "project-wrong", project, { form: { project: EVIL } });
});

async function kept(world: PagesWorld, name: string, ...call: Parameters<PagesWorld["call"]>): Promise<void> {
  const { body } = await world.call(...call);
  const file = join(folder.path, `${name}.html`);
  writeFileSync(file, body);
  pages.set(name, file);
}

describe("the public pages", () => {
  it.each(VIEWS)("ask for nothing, complain of nothing, fit and can be read: %j", async (view) => {
    expect(pages.size).toBeGreaterThan(12);
    for (const [name, file] of pages) {
      const { page, complaints, requests } = await browser.open(file, view);
      expect([name, complaints, requests]).toEqual([name, [], []]);
      expect([name, await overflowPixels(page)]).toEqual([name, 0]);
      const texts = (await textsOn(page)).filter(({ text }) => !TRAPS.includes(text));
      expect(texts.length).toBeGreaterThan(1);
      expect([name, texts.filter(({ isCutOff, contrast }) => isCutOff || contrast < 4.5)]).toEqual([
        name,
        [],
      ]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("script, img, iframe, object, link").count()).toBe(0);
      expect(await page.evaluate("globalThis.ran")).toBeUndefined();
      await page.close();
    }
  });

  it("name every field, read its error out with it, and put whoever comes back to the first that is wrong", async () => {
    const [view] = VIEWS;
    if (!view) throw new Error("There is a view.");
    const { page } = await browser.open(pages.get("contact-wrong") ?? "", view);
    const address = page.getByRole("textbox", { name: "Your e-mail address" });
    expect(await address.getAttribute("aria-invalid")).toBe("true");
    const described = (await address.getAttribute("aria-describedby"))?.split(" ") ?? [];
    expect(described).toHaveLength(2);
    for (const id of described) expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("address");
    expect(await page.getByRole("combobox", { name: "What do you ask for?" }).count()).toBe(1);
    expect(await page.getByRole("textbox").count()).toBe(2);
    expect(await address.inputValue()).toBe(EVIL);
    expect(await page.locator("textarea").inputValue()).toBe(EVIL);
  });

  it("can be gone through by keyboard, past what only programs see, and show where one is", async () => {
    const [view] = VIEWS;
    if (!view) throw new Error("There is a view.");
    const { page } = await browser.open(pages.get("contact") ?? "", view);
    const stops: unknown[] = [];
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate("document.activeElement.id || document.activeElement.localName"));
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    }
    expect(stops).toEqual(["address", "ask", "text", "button"]);
  });
});

/** Seen by programs alone. */
const TRAPS: readonly string[] = [
  "Leave this empty",
  "इसे खाली छोड़ें",
  "ここは空のままにしてください",
  "Lassen Sie dies leer",
];
