import { escapedHtml } from "../html-page.ts";
import { formAskText } from "./asked-text.ts";
import { field } from "./field.ts";
import { FORM_TEXT_MAX, type FormAsk, type FormProblem, type FormTyped } from "./form-fields.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** People do not see it and programs fill it in; no browser knows what to put here by itself. */
export const TRAP_FIELD = "leave_empty";

const NOTHING_TYPED: FormTyped = { address: "", ask: "", text: "" };

/**
 * Returns the contact form.
 *
 * @param typed what was sent; it stands in its fields again.
 * @param problems the fields that cannot be taken.
 */
export function contactPage(
  frame: PageFrame,
  offered: readonly FormAsk[],
  typed: FormTyped = NOTHING_TYPED,
  problems: readonly FormProblem[] = [],
): string {
  const { contact } = wordsOf(frame);
  const about = (name: FormProblem) => ({
    name,
    ...(problems.includes(name) ? { error: contact.wrong[name] } : {}),
    isFirstError: problems[0] === name,
  });
  return publicPage(frame, {
    title: contact.title,
    hasForm: true,
    body: [
      paragraph(contact.lead),
      ...(problems.length > 0 ? [`<p class="error" role="alert">${escapedHtml(contact.problems)}</p>`] : []),
      '<form method="post">',
      ...field({
        ...about("address"),
        label: contact.address,
        hint: contact.addressHint,
        control: (attributes) =>
          `<input type="email" ${attributes} required maxlength="254" autocomplete="email" value="${escapedHtml(typed.address)}">`,
      }),
      ...field({
        ...about("ask"),
        label: contact.ask,
        control: (attributes) => select(frame, attributes, offered, typed.ask),
      }),
      ...field({
        ...about("text"),
        label: contact.text,
        hint: contact.textHint,
        // A line end first: the parser drops one, which else would be theirs.
        control: (attributes) =>
          `<textarea ${attributes} maxlength="${FORM_TEXT_MAX}" rows="8">\n${escapedHtml(typed.text)}</textarea>`,
      }),
      `<div class="trap" aria-hidden="true"><label for="${TRAP_FIELD}">${escapedHtml(contact.trap)}</label>`,
      `<input id="${TRAP_FIELD}" name="${TRAP_FIELD}" tabindex="-1" autocomplete="off"></div>`,
      `<button type="submit">${escapedHtml(contact.send)}</button>`,
      "</form>",
    ],
  });
}

function select(frame: PageFrame, attributes: string, offered: readonly FormAsk[], chosen: string): string {
  const options = offered.map((ask) => {
    const selected = ask === chosen ? " selected" : "";
    return `<option value="${ask}"${selected}>${escapedHtml(formAskText(frame.language, ask))}</option>`;
  });
  const { choose } = wordsOf(frame).contact;
  return `<select ${attributes} required><option value="">${escapedHtml(choose)}</option>${options.join("")}</select>`;
}

/** Returns the page after a form was sent: the same to everybody, for nothing was looked up. */
export function sentPage(frame: PageFrame): string {
  const { sent } = wordsOf(frame);
  const { contact } = frame;
  return publicPage(frame, {
    title: sent.title,
    body: [paragraph(sent.text), paragraph(sent.next, { contact })],
  });
}
