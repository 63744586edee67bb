import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { previewLetters } from "../../cli/commands/preview-letters.ts";
import { keptTerminal } from "../cli/kept-terminal.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { browserForTests, VIEWS } from "./browser.ts";
import { overflowPixels, textsOn } from "./seen.ts";

/** One language of each script. */
const SCRIPTS = ["en", "ja", "hi"];
const PHONES = VIEWS.filter(({ widthPixels }) => widthPixels === 360);
const folder = temporaryFolder();
const browser = browserForTests();
const fileOf = (language: string, letter: string) => join(folder.path, `${language}-${letter}.html`);

beforeAll(() => void previewLetters(keptTerminal(), undefined, { open: folder.path }));

describe("a letter in HTML", () => {
  it.each(PHONES)("asks for nothing, complains of nothing, fits and can be read: %j", async (view) => {
    for (const language of SCRIPTS) {
      const { page, complaints, requests } = await browser.open(fileOf(language, "completed"), view);
      expect([complaints, requests]).toEqual([[], []]);
      expect(await overflowPixels(page)).toBe(0);
      const texts = await textsOn(page);
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.filter(({ isCutOff, contrast }) => isCutOff || contrast < 4.5)).toEqual([]);
      await page.close();
    }
  });

  it.each(["confirm-link", "completed"])(
    "has a heading, a language, and links that a thumb can meet: %s",
    async (letter) => {
      const phone = { widthPixels: 360, scheme: "light" } as const;
      const { page } = await browser.open(fileOf("fr", letter), phone);
      expect(await page.locator("html").getAttribute("lang")).toBe("fr");
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      for (const link of await page.getByRole("link").all()) {
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
    },
  );
});
