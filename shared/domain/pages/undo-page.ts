import { escapedHtml } from "../html-page.ts";
import type { RightsRequest } from "../rights/rights-request.ts";
import { askedText } from "./asked-text.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** Returns the page on which somebody allows again what they had stopped. */
export function undoPage(frame: PageFrame, request: RightsRequest): string {
  const { undo } = wordsOf(frame);
  return publicPage(frame, {
    title: undo.title,
    hasForm: true,
    body: [
      paragraph(undo.text, { asked: askedText(frame.language, request) }),
      '<form method="post">',
      `<button type="submit">${escapedHtml(undo.button)}</button>`,
      "</form>",
      paragraph(undo.doNothing),
    ],
  });
}

/** Returns the page after the button. */
export function undonePage(frame: PageFrame): string {
  const { undone } = wordsOf(frame);
  return publicPage(frame, { title: undone.title, body: [paragraph(undone.text)] });
}
