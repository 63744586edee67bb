import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PolicySchema } from "../../shared/domain/policy/policy.ts";
import { publishedHtml } from "../../shared/domain/policy/publish/publish-html.ts";
import { publishedPage } from "../../shared/domain/policy/publish/publish-page.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { browserForTests, VIEWS } from "./browser.ts";
import { EVIL, evilPolicy } from "./invented-promises.ts";
import { overflowPixels, textsOn } from "./seen.ts";

const PUBLISHED = join(import.meta.dirname, "..", "..", "docs", "published");
const folder = temporaryFolder();
const browser = browserForTests();
const pages = readdirSync(PUBLISHED).filter((name) => name.endsWith(".html"));

describe("the published tables", () => {
  it("were all looked at", () => {
    expect(pages.length).toBeGreaterThanOrEqual(5);
  });

  it.each(pages)("ask for nothing, complain of nothing, fit and can be read: %s", async (name) => {
    for (const view of VIEWS) {
      const { page, complaints, requests } = await browser.open(join(PUBLISHED, name), view);
      expect([complaints, requests]).toEqual([[], []]);
      expect(await overflowPixels(page)).toBe(0);
      const texts = await textsOn(page);
      expect(texts.filter(({ isCutOff, contrast }) => isCutOff || contrast < 4.5)).toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("h2").count()).toBe(3);
      expect(await page.getByRole("table").count()).toBe(await page.locator("caption").count());
    }
  });

  it("show code in a policy as text, and run none of it", async () => {
    const file = join(folder.path, "evil.html");
    writeFileSync(file, publishedHtml(publishedPage(PolicySchema.parse(evilPolicy), EVIL, EVIL)));
    for (const view of VIEWS) {
      const { page, complaints, requests } = await browser.open(file, view);
      expect([complaints, requests]).toEqual([[], []]);
      expect(await page.locator("img, script").count()).toBe(0);
      expect(await page.evaluate("globalThis.ran")).toBeUndefined();
      expect(await page.locator("h1").textContent()).toContain(EVIL);
    }
  });
});
