import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { CHROMIUM_MISSING, chromiumPath } from "./chromium.ts";

/** What a machine without a screen or a sandbox needs, and nothing that calls home. The profile is a new empty one. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How a page is looked at. */
export interface View {
  readonly widthPixels: number;
  readonly scheme: "light" | "dark";
}

/** Narrow as a phone and wide as a desk, in the light and in the dark. */
export const VIEWS: readonly View[] = [360, 1280].flatMap((widthPixels) =>
  (["light", "dark"] as const).map((scheme) => ({ widthPixels, scheme })),
);

/** A page that was opened, with all that it asked for and complained of. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings of its console, and errors of its scripts. */
  readonly complaints: readonly string[];
  /** Addresses it asked for, other than its own. */
  readonly requests: readonly string[];
}

/** Returns what opens files in one browser, which is there for the tests of a file. */
export function browserForTests(): {
  open(file: string, view: View): Promise<Opened>;
} {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = chromiumPath(process.env);
    if (executablePath === undefined) throw new Error(`There is ${CHROMIUM_MISSING}.`);
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  const pages: Page[] = [];
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser?.close());
  return {
    open: async (file, { widthPixels, scheme }) => {
      const viewport = { width: widthPixels, height: 900 };
      const page = await browser.newPage({ viewport, colorScheme: scheme });
      pages.push(page);
      const [complaints, requests]: [string[], string[]] = [[], []];
      const own = pathToFileURL(file).href;
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (request.url() !== own) requests.push(request.url());
      });
      await page.goto(own);
      return { page, complaints, requests };
    },
  };
}
