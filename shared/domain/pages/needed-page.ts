import { escapedHtml } from "../html-page.ts";
import { filled } from "../letters/filled.ts";
import { LETTER_TEXTS } from "../letters/letter-for.ts";
import type { LetterSender } from "../letters/letter-values.ts";
import { field } from "./field.ts";
import { FORM_TEXT_MAX } from "./form-fields.ts";
import { type NeededFormProblem, neededFormProblem } from "./needed-form.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** Returns the name of the field for what the letter lists at a place. */
export function neededField(at: number): string {
  return `needed-${at + 1}`;
}

/**
 * Returns the form that asks for what the letter about a mail lists, in the words of that letter.
 *
 * @param typed what was sent and cannot be taken; it stands in its fields again.
 */
export function neededPage(frame: PageFrame, sender: LetterSender, typed?: readonly string[]): string {
  const says = LETTER_TEXTS[frame.language]["form-needed"];
  const { contact, needed } = wordsOf(frame);
  const { why, needs } = says.senders[sender];
  const problem = typed && neededFormProblem(typed);
  return publicPage(frame, {
    title: filled(says.subject, { service: frame.service }),
    hasForm: true,
    body: [
      paragraph(why),
      paragraph(needed.documents),
      ...(problem ? [`<p class="error" role="alert">${escapedHtml(contact.problems)}</p>`] : []),
      '<form method="post">',
      ...needs.flatMap((label, at) => neededText(frame, { label, at, problem, text: typed?.[at] ?? "" })),
      `<button type="submit">${escapedHtml(contact.send)}</button>`,
      "</form>",
      paragraph(says.afterwards),
    ],
  });
}

/** One of them is enough to send: what somebody does not have, a person asks for again. */
function neededText(
  frame: PageFrame,
  {
    label,
    at,
    problem,
    text,
  }: {
    readonly label: string;
    readonly at: number;
    readonly problem: NeededFormProblem | undefined;
    readonly text: string;
  },
): readonly string[] {
  const { contact, needed } = wordsOf(frame);
  const isWrong = problem === "all-empty" ? at === 0 : problem !== undefined && text.length > FORM_TEXT_MAX;
  return field({
    name: neededField(at),
    label,
    ...(isWrong ? { error: problem === "all-empty" ? needed.allEmpty : contact.wrong.text } : {}),
    isFirstError: isWrong,
    // A line end first: the parser drops one, which else would be theirs.
    control: (attributes) =>
      `<textarea ${attributes} maxlength="${FORM_TEXT_MAX}" rows="4">\n${escapedHtml(text)}</textarea>`,
  });
}

/** Returns the page after it was sent. */
export function neededSentPage(frame: PageFrame): string {
  return publicPage(frame, {
    title: wordsOf(frame).sent.title,
    body: [paragraph(LETTER_TEXTS[frame.language]["form-needed"].afterwards)],
  });
}
