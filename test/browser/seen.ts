import type { Page } from "playwright-core";
import { z } from "zod";

/** Each text on the page with its colours and where it ends; run in the page, whose types are not ours. */
const TEXTS = `(() => {
  const main = document.querySelector("main");
  const rightEnd = main.getBoundingClientRect().right - parseFloat(getComputedStyle(main).paddingRight);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    const hidden = node.parentElement.closest("thead") && getComputedStyle(node.parentElement.closest("thead")).position === "absolute";
    if (node.data.trim() === "" || hidden) continue;
    texts.push({
      text: node.data,
      ink: getComputedStyle(node.parentElement).color,
      ground: groundOf(node.parentElement),
      badge: node.parentElement.classList.contains("badge"),
      tooFarRight: Math.max(...rects.map(({ right }) => right)) > rightEnd + 1,
    });
  }
  return texts;
})()`;

const TextsSchema = z.array(
  z.object({
    text: z.string(),
    ink: z.string(),
    ground: z.string(),
    badge: z.boolean(),
    tooFarRight: z.boolean(),
  }),
);

/** One text as somebody sees it. */
export interface SeenText {
  readonly text: string;
  readonly isBadge: boolean;
  /** It goes on where the page has ended, so it cannot be read without scrolling, or at all. */
  readonly isCutOff: boolean;
  /** Of ink to ground, from 1 to 21. */
  readonly contrast: number;
}

/** Returns every text that a page shows. */
export async function textsOn(page: Page): Promise<readonly SeenText[]> {
  return TextsSchema.parse(await page.evaluate(TEXTS)).map(({ text, ink, ground, badge, tooFarRight }) => ({
    text,
    isBadge: badge,
    isCutOff: tooFarRight,
    contrast: contrastOf(ink, ground),
  }));
}

/** Returns by how many pixels a page is wider than its window. */
export async function overflowPixels(page: Page): Promise<number> {
  return z
    .number()
    .parse(
      await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? [];
  if (parts.length !== 3) throw new Error(`${colour} is not an opaque colour.`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
