import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { escapedHtml, htmlPage } from "../../shared/domain/html-page.ts";
import type { LocalAws } from "../local-environment.ts";

/** What SES of the embedded AWS keeps of each letter that it was asked to send. */
const SentSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        To: z.array(z.string()).default([]),
        Subject: z.string().default(""),
        BodyText: z.string().nullish(),
        BodyHtml: z.string().nullish(),
        Timestamp: z.number(),
      }),
    ),
  ),
});
export type SentLetter = z.infer<typeof SentSchema>["messages"][string][number];

/** A page in which a person reads what the service wrote, as its people would. */
export interface Mailbox {
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens it on a free port of 127.0.0.1. */
export async function openMailbox(aws: Pick<LocalAws, "endpoint">, port = 0): Promise<Mailbox> {
  const server = createServer((request, response) => {
    void answer(server, aws, request)
      .catch(() => said(502, "The embedded AWS does not answer"))
      .then((answered) => send(response, answered));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://${hostOf(server)}/`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  /** What the browser lets the page do. */
  readonly policy?: string;
}

/** What a letter brings is shown, and neither run nor loaded; its links open beside it. */
const LETTER_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Another page of the browser may send a request here, and a name of its own may lead here: letters hold secrets. */
async function answer(
  server: Server,
  aws: Pick<LocalAws, "endpoint">,
  { headers: { host, origin }, method, url = "/" }: IncomingMessage,
): Promise<Answer> {
  if (host !== hostOf(server) || (origin !== undefined && origin !== `http://${host}`)) {
    return said(403, "Open the address that npm start printed");
  }
  if (method !== "GET") return said(405, "Letters can be read only");
  const letters = await sentLetters(aws);
  const { pathname } = new URL(url, `http://${host}`);
  if (pathname === "/") return { status: 200, body: page("Letters", listOf(letters)) };
  const letter = letters.find(({ MessageId }) => pathname.startsWith(pathOf(MessageId)));
  if (!letter) return said(404, "There is no such letter");
  if (letter.BodyHtml && pathname === `${pathOf(letter.MessageId)}/html`) {
    return { status: 200, body: letter.BodyHtml, policy: LETTER_POLICY };
  }
  return { status: 200, body: page(letter.Subject, bodyOf(letter)) };
}

function said(status: number, title: string): Answer {
  return { status, body: page(title, []) };
}

/** Returns every letter that the service wrote so far, newest first. */
export async function sentLetters({ endpoint }: Pick<LocalAws, "endpoint">): Promise<readonly SentLetter[]> {
  const response = await fetch(`${endpoint}/_ministack/ses/messages`);
  const { messages } = SentSchema.parse(await response.json());
  return Object.values(messages)
    .flat()
    .toSorted((one, other) => other.Timestamp - one.Timestamp);
}

function listOf(letters: readonly SentLetter[]): readonly string[] {
  if (letters.length === 0) return ["<p>Nothing was written yet. Load this page again after a while.</p>"];
  const rows = letters.map(
    ({ MessageId, To, Subject, Timestamp }) =>
      `<tr><td>${sentAt(Timestamp)}</td><td>${escapedHtml(To.join(", "))}</td><td><a href="${pathOf(MessageId)}">${escapedHtml(Subject)}</a></td></tr>`,
  );
  return ["<table>", "<tr><th>sent</th><th>to</th><th>subject</th></tr>", ...rows, "</table>"];
}

function bodyOf({ MessageId, To, BodyText, BodyHtml, Timestamp }: SentLetter): readonly string[] {
  const asHtml = BodyHtml ? ` · <a href="${pathOf(MessageId)}/html">as HTML</a>` : "";
  return [
    `<p><a href="/">All letters</a>${asHtml}</p>`,
    `<p>To ${escapedHtml(To.join(", "))}, ${sentAt(Timestamp)}</p>`,
    `<pre>${linked(escapedHtml(BodyText ?? ""))}</pre>`,
  ];
}

/** @param text is escaped, so nothing in it ends the attribute. */
function linked(text: string): string {
  return text.replaceAll(
    /https?:\/\/[^\s<>]+/g,
    (address) => `<a href="${address}" rel="noreferrer">${address}</a>`,
  );
}

function page(title: string, body: readonly string[]): string {
  const style = "pre { white-space: pre-wrap; overflow-wrap: anywhere; }";
  return htmlPage({ title, madeBy: "Made by npm start.", style, body });
}

function send(response: ServerResponse, { status, body, policy }: Answer): void {
  response.writeHead(status, {
    ...(policy === undefined ? {} : { "content-security-policy": policy }),
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  response.end(body);
}

function pathOf(messageId: string): string {
  return `/letters/${encodeURIComponent(messageId)}`;
}

function sentAt(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString();
}

function hostOf(server: Server): string {
  const address = server.address();
  return `127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
}
