import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { showPromises } from "../../cli/commands/promises.ts";
import { keptTerminal } from "../cli/kept-terminal.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { browserForTests, VIEWS } from "./browser.ts";
import { EVIL, writeEvilPolicy } from "./invented-promises.ts";
import { overflowPixels, textsOn } from "./seen.ts";

const RowsSchema = z.array(z.object({ id: z.string(), policy: z.string(), status: z.string() }));
const [DESK] = VIEWS.filter(({ widthPixels }) => widthPixels === 1280);
if (DESK === undefined) throw new Error("A desk is one of the views.");

const folder = temporaryFolder();
const browser = browserForTests();
const all = join(folder.path, "all.html");
const evil = join(folder.path, "evil.html");
let rows: z.infer<typeof RowsSchema>;

beforeAll(async () => {
  const { policy, measured } = writeEvilPolicy(folder.path);
  const environment = { LETHE_MEASURED: measured };
  const terminal = keptTerminal();
  await showPromises(terminal, { html: all }, { environment });
  await showPromises(keptTerminal(), { html: evil, policy }, { environment });
  rows = RowsSchema.parse(terminal.documents[0]);
});

describe("the page of promises", () => {
  it("has one heading, and a heading, an anchor and a table for each policy, with a row for each promise", async () => {
    const { page } = await browser.open(all, DESK);
    const policies = [...new Set(rows.map(({ policy }) => policy))];
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("section.promises table").count()).toBe(policies.length);
    expect(await page.locator("tbody tr").count()).toBe(rows.length);
    for (const policy of policies) {
      const own = rows.filter((row) => row.policy === policy);
      const section = page.locator("section.promises", { has: page.locator(`h2#${policy}`) });
      expect(await page.locator(`nav a[href="#${policy}"]`).count()).toBe(1);
      expect(await section.locator('tbody th[scope="row"]').allInnerTexts()).toEqual(
        own.map(({ id }) => expect.stringMatching(new RegExp(`^${id}\\b`))),
      );
      expect(await section.locator("tbody .badge").allInnerTexts()).toEqual(
        own.map(({ status }) => status.replace(/^not-/, "not ")),
      );
    }
  });

  it("is a table to those who do not see it, on a phone as well", async () => {
    for (const view of VIEWS) {
      const { page } = await browser.open(evil, view);
      expect(await page.getByRole("table").count()).toBe(1);
      expect(await page.getByRole("rowheader").count()).toBe(6);
      expect(await page.getByRole("cell").count()).toBe(6 * 4);
      expect(await page.getByRole("columnheader").count()).toBe(5);
    }
  });

  it.each(VIEWS)("asks for nothing, complains of nothing and fits: %j", async (view) => {
    for (const file of [all, evil]) {
      const { page, complaints, requests } = await browser.open(file, view);
      expect([complaints, requests]).toEqual([[], []]);
      expect(await overflowPixels(page)).toBe(0);
      const texts = await textsOn(page);
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter(({ isCutOff }) => isCutOff)).toEqual([]);
    }
  });

  it.each(VIEWS)("can be read: 4.5 : 1 for each text, and each status: %j", async (view) => {
    const { page } = await browser.open(evil, view);
    const texts = await textsOn(page);
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    const badges = new Set(texts.filter(({ isBadge }) => isBadge).map(({ text }) => text));
    expect([...badges].sort()).toEqual(["attested", "kept", "not applicable", "not yet", "text-conflict"]);
  });

  it("shows code in a policy or a measurement as text, and runs none of it", async () => {
    const { page, complaints } = await browser.open(evil, DESK);
    expect(await page.locator("img, script, iframe, object, link, style ~ style").count()).toBe(0);
    expect(await page.evaluate("globalThis.ran")).toBeUndefined();
    const text = (await page.locator("main").textContent()) ?? "";
    // Name twice, words six times; conflict, missing, document and reason once; what was seen and its commit, both
    // twice for the erasure and once for the region.
    expect(text.split(EVIL)).toHaveLength(1 + 2 + 6 + 4 + 6);
    expect(complaints).toEqual([]);
  });
});

describe("a page that does what none of ours may", () => {
  it("is found out", async () => {
    const text = `<p style="color:#999;white-space:nowrap">${"a long line ".repeat(500)}</p>${EVIL}`;
    const bad = folder.write("bad.html", `<main>${text}</main>`);
    const { page, complaints, requests } = await browser.open(bad, DESK);
    expect(requests).toHaveLength(1);
    expect(complaints).not.toEqual([]);
    expect(await page.evaluate("globalThis.ran")).toBe(1);
    expect(await overflowPixels(page)).toBeGreaterThan(1000);
    const [line] = await textsOn(page);
    expect(line).toMatchObject({ isCutOff: true });
    expect(line?.contrast).toBeLessThan(4.5);
  });
});
