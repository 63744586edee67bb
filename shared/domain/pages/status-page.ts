import { escapedHtml } from "../html-page.ts";
import { filled, instantText } from "../letters/filled.ts";
import type { RightsRequest } from "../rights/rights-request.ts";
import { askedText } from "./asked-text.ts";
import type { ShownErasure } from "./page-texts.ts";
import { type PageFrame, paragraph, publicPage, wordsOf } from "./public-page.ts";

/** How a certificate is checked: the command is the same in every language. */
const CHECK_COMMAND = "lethe verify FILE";

/** What is shown of a request to whoever has the link to it. */
export interface ShownStatus {
  readonly request: RightsRequest;
  readonly erasures: readonly {
    readonly requestId: string;
    readonly state: ShownErasure;
    readonly certificateKey?: string;
  }[];
  /** The secret of this page, of which certificates are below. */
  readonly secret: string;
}

/** Returns the page on which somebody follows a request. */
export function statusPage(frame: PageFrame, { request, erasures, secret }: ShownStatus): string {
  const { status } = wordsOf(frame);
  const answerBy = answerOwedAt(request);
  return publicPage(frame, {
    title: status.title,
    body: [
      "<dl>",
      ...row(status.stands, `<strong>${escapedHtml(status.states[request.standing.state])}</strong>`),
      ...row(status.asked, escapedHtml(askedText(frame.language, request))),
      ...row(status.number, `<code>${escapedHtml(request.rightsRequestId)}</code>`),
      ...row(status.since, time(frame, request.receivedAt)),
      ...(answerBy === undefined ? [] : row(status.answerBy, time(frame, answerBy))),
      "</dl>",
      ...parts(frame, erasures),
      ...certificates(frame, erasures, secret),
      paragraph(status.private),
    ],
  });
}

function row(name: string, value: string): readonly string[] {
  return [`<dt>${escapedHtml(name)}</dt>`, `<dd>${value}</dd>`];
}

function time({ language }: PageFrame, instant: string): string {
  return `<time datetime="${escapedHtml(instant)}">${escapedHtml(instantText(language, instant))}</time>`;
}

function parts(frame: PageFrame, erasures: ShownStatus["erasures"]): readonly string[] {
  if (erasures.length === 0) return [];
  const { status } = wordsOf(frame);
  return [
    `<h2>${escapedHtml(status.parts)}</h2>`,
    "<ul>",
    ...erasures.map(
      ({ requestId, state }) =>
        `<li><code>${escapedHtml(requestId)}</code><br>${escapedHtml(status.erasures[state])}</li>`,
    ),
    "</ul>",
  ];
}

function certificates(
  frame: PageFrame,
  erasures: ShownStatus["erasures"],
  secret: string,
): readonly string[] {
  const signed = erasures.filter(({ certificateKey }) => certificateKey !== undefined);
  if (signed.length === 0) return [];
  const { status } = wordsOf(frame);
  return [
    `<h2>${escapedHtml(status.certificates)}</h2>`,
    "<ul>",
    ...signed.map(({ requestId: number }) => {
      const href = `${encodeURIComponent(secret)}/certificate/${encodeURIComponent(number)}`;
      const text = filled(status.download, { number });
      return `<li><a href="${escapedHtml(href)}" download="${escapedHtml(certificateFile(number))}">${escapedHtml(text)}</a></li>`;
    }),
    "</ul>",
    paragraph(status.check),
    `<pre><code>${CHECK_COMMAND}</code></pre>`,
  ];
}

/** Returns the name under which a certificate is saved. */
export function certificateFile(requestId: string): string {
  return `certificate-${requestId}.json`;
}

/** The first of the dates on which an answer is owed; undefined if none is any more. */
function answerOwedAt({ dueDates }: RightsRequest): string | undefined {
  const open = dueDates.filter(
    ({ what, doneAt }) => doneAt === undefined && (what === "answer" || what === "resolve"),
  );
  return open.map(({ at }) => at).sort()[0];
}
