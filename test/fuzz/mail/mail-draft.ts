import type { Random } from "../../simulation/seeded-random.ts";

/** A mail in the making: mutations change its lines, or all of its bytes in the end. */
export interface MailDraft {
  /** Who really wrote it. */
  readonly author: string;
  /** Header lines without their ends; one of them is the From field. */
  header: string[];
  body: string;
  lineEnd: string;
  /** Whether bytes were changed wherever they stood, so that even the author may have become another. */
  isMangled: boolean;
}

/** Stands wherever somebody might be fooled by it, and never wrote anything. */
export const DECOY = "decoy@victim.example";

const AUTHORS = [
  "ada@writer.example",
  "ada+privacy@writer.example",
  "Ada.Byron@Writer.Example",
  "ada@xn--bcher-kva.example",
  "ada@bücher.example",
  "o'neil_9@mail.writer.example",
] as const;

/** Returns a whole and honest mail of somebody. */
export function draftedMail(random: Random): MailDraft {
  const author = random.pick(AUTHORS);
  const { type, body } = random.pick(BODIES);
  const relayed = "Received: from relay.example by mx.example; Mon, 2 Nov 2026 10:00:00 +0000";
  return {
    author,
    header: [
      ...(random.chance(0.5) ? [relayed, "Return-Path: <ada@writer.example>"] : []),
      `From: ${random.pick(["", "Ada ", '"Ada B." ', "=?utf-8?q?Ad=C3=A4?= "])}<${author}>`,
      `Message-ID: <${random.below(1_000_000)}@writer.example>`,
      `Reply-To: ${DECOY}`,
      `Sender: ${DECOY}`,
      "To: privacy@service.example",
      "Date: Mon, 2 Nov 2026 10:00:00 +0000",
      "Subject: =?utf-8?q?Privacy_Request?=",
      "MIME-Version: 1.0",
      type,
    ],
    body,
    lineEnd: "\r\n",
    isMangled: false,
  };
}

/** Returns the bytes of a draft; what is not ASCII is UTF-8. */
export function bytesOf({ header, body, lineEnd }: MailDraft): Buffer {
  return Buffer.from([...header, "", ...body.split("\n")].join(lineEnd));
}

const BODIES = [
  { type: "Content-Type: text/plain; charset=utf-8", body: "Please delete my account.\n" },
  { type: "Content-Type: text/html; charset=iso-8859-1", body: "<p>Please <b>delete</b> my account.</p>\n" },
  {
    type: "Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64".replace(
      "\n",
      "\r\n",
    ),
    body: "UGxlYXNlIGRlbGV0ZSBteSBhY2NvdW50Lg==\n",
  },
  {
    type: 'Content-Type: multipart/mixed; boundary="b1"',
    body: [
      "--b1\nContent-Type: text/plain; charset=shift_jis\nContent-Transfer-Encoding: quoted-printable\n",
      "Please =64elete it.=\n\n> quoted\n--b1",
      `Content-Type: message/rfc822\n\nFrom: ${DECOY}\nSubject: inner\n\nDelete me.\n--b1--\n`,
    ].join("\n"),
  },
  {
    type: "Content-Type: multipart/alternative; boundary=b2",
    body: `--b2\n\nplain\n--b2\nContent-Type: text/html\n\n<div>From: ${DECOY}</div>\n--b2--\n`,
  },
] as const;
