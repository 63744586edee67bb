import { escapedHtml } from "../html-page.ts";
import { filled } from "../letters/filled.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** Returns the first page. */
export function homePage(frame: PageFrame, { hasForm }: { readonly hasForm: boolean }): string {
  const { home } = wordsOf(frame);
  const { service, contact } = frame;
  return publicPage(frame, {
    title: filled(home.title, { service }),
    body: [
      `<p class="lead">${escapedHtml(filled(home.lead, { service }))}</p>`,
      ...(hasForm ? [`<p><a class="big" href="contact">${escapedHtml(home.form)}</a></p>`] : []),
      paragraph(home.mail, { contact }),
      paragraph(home.letters),
    ],
  });
}

/** Returns the one page of every link that leads to nothing, whyever: it tells nobody whether there was one. */
export function overPage(frame: PageFrame): string {
  const { over } = wordsOf(frame);
  return publicPage(frame, { title: over.title, body: [paragraph(over.text, { contact: frame.contact })] });
}

/** Returns the page of what cannot be had here. */
export function refusalPage(frame: PageFrame, why: "notFound" | "notAllowed" | "tooLarge"): string {
  const { title, text } = wordsOf(frame)[why];
  return publicPage(frame, { title, body: [paragraph(text)] });
}
