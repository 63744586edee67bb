import { escapedHtml } from "../html-page.ts";
import { filled } from "../letters/filled.ts";
import { LETTER_TEXTS } from "../letters/letter-for.ts";
import type { RightsRequest } from "../rights/rights-request.ts";
import { askedText } from "./asked-text.ts";
import { field } from "./field.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** What somebody wrote into the field for the project, if it cannot be taken. */
export interface ProjectTyped {
  readonly project: string;
}

/**
 * Returns the page on which the owner of an account confirms a request. What cannot be undone is said above the button.
 *
 * @param typed what was sent and cannot be taken; absent: the page is opened.
 */
export function confirmPage(frame: PageFrame, request: RightsRequest, typed?: ProjectTyped): string {
  const { confirm } = wordsOf(frame);
  const letter = LETTER_TEXTS[frame.language]["confirm-link"];
  const asked = askedText(frame.language, request);
  const erases = request.right === "erasure";
  return publicPage(frame, {
    title: confirm.title,
    hasForm: true,
    body: [
      `<p class="asked">${escapedHtml(filled(letter.asked, { service: frame.service, asked }))}</p>`,
      erases ? `<p class="final">${escapedHtml(letter.final)}</p>` : paragraph(confirm.reversible),
      '<form method="post">',
      ...(asksProject(request) ? projectField(frame, typed) : []),
      `<button type="submit"${erases ? ' class="final-button"' : ""}>${escapedHtml(erases ? confirm.erase : confirm.stop)}</button>`,
      "</form>",
      `<h2>${escapedHtml(confirm.notYou)}</h2>`,
      paragraph(confirm.doNothing),
    ],
  });
}

function asksProject({ about }: RightsRequest): boolean {
  return about.what === "project" && about.id === undefined;
}

function projectField(frame: PageFrame, typed: ProjectTyped | undefined): readonly string[] {
  const { confirm } = wordsOf(frame);
  return field({
    name: "project",
    label: confirm.project,
    hint: confirm.projectHint,
    ...(typed ? { error: confirm.projectMissing } : {}),
    isFirstError: typed !== undefined,
    control: (attributes) =>
      `<input ${attributes} required maxlength="200" autocomplete="off" spellcheck="false" value="${escapedHtml(typed?.project ?? "")}">`,
  });
}

/** What somebody confirmed, and the links that they may follow from here. */
export interface ConfirmedLinks {
  /** Secret of the link to the request's own page. */
  readonly statusSecret: string;
  /** Secret of the link that undoes it, if it can be undone. */
  readonly undoSecret?: string;
}

/** Returns the page after the button. */
export function confirmedPage(frame: PageFrame, { statusSecret, undoSecret }: ConfirmedLinks): string {
  const { confirmed } = wordsOf(frame);
  const link = (path: string, text: string) =>
    `<p><a class="big" href="../${path}">${escapedHtml(text)}</a></p>`;
  return publicPage(frame, {
    title: confirmed.title,
    body: [
      paragraph(undoSecret === undefined ? confirmed.begun : confirmed.stopped),
      link(`status/${encodeURIComponent(statusSecret)}`, confirmed.status),
      paragraph(confirmed.keep),
      ...(undoSecret === undefined ? [] : [link(`undo/${encodeURIComponent(undoSecret)}`, confirmed.undo)]),
    ],
  });
}
