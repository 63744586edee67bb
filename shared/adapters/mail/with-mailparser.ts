import { type EmailAddress, type ParsedMail, parseAddressHeader, simpleParser } from "mailparser";
import { z } from "zod";
import type { FromReading } from "../../domain/mail/sender.ts";
import { HEADER_BYTES_MAX, HTML_LENGTH_MAX, PARTS_MAX } from "./mail-limits.ts";

/** A mail as `mailparser` reads it. */
export interface MailparserReading {
  readonly from: FromReading;
  readonly subject: string;
  /** Of the text parts; of the HTML parts where there is no text. */
  readonly text: string;
  /** Types of the mail and its parts, lower case. */
  readonly contentTypes: readonly string[];
  readonly reportType: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: Uint8Array }[];
}

/** Nothing is made of a mail but its text; attached messages and reports stay closed. */
const OPTIONS = {
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: false,
  maxHeadSize: HEADER_BYTES_MAX,
  maxChildNodes: PARTS_MAX,
  maxHtmlLengthToParse: HTML_LENGTH_MAX,
} as const;

const ContentTypeSchema = z.object({ value: z.string(), params: z.record(z.string(), z.string()) });

/** @throws what the parser throws, on limits too. */
export async function readWithMailparser(raw: Uint8Array): Promise<MailparserReading> {
  const parsed = await simpleParser(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), OPTIONS);
  const root = rootTypeOf(parsed);
  return {
    from: fromOf(parsed),
    subject: parsed.subject ?? "",
    text: await textOf(parsed),
    contentTypes: [root.type, ...parsed.attachments.map(({ contentType }) => contentType.toLowerCase())],
    reportType: root.reportType,
    attachments: parsed.attachments,
  };
}

/** A text part may be there and empty beside the HTML that says it all; then that is read. */
async function textOf({ text, html }: ParsedMail): Promise<string> {
  if (text?.trim() || !html) return text ?? "";
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\n\n${html}`);
  return (await simpleParser(alone, OPTIONS)).text ?? "";
}

function fromOf({ headerLines }: ParsedMail): FromReading {
  const fields = headerLines.filter(({ key }) => key === "from");
  const [field] = fields;
  if (!field) return { fieldCount: 0, mailboxes: [], hasGroup: false };
  // The parser hands on bytes as characters.
  const line = Buffer.from(field.line, "latin1").toString();
  const { value } = parseAddressHeader(line.slice(line.indexOf(":") + 1), { decodePunycode: false });
  return {
    fieldCount: fields.length,
    mailboxes: value.flatMap(addressesIn),
    hasGroup: value.some(({ group }) => group !== undefined),
  };
}

function addressesIn({ address, group }: EmailAddress): readonly string[] {
  if (group) return group.flatMap(addressesIn);
  return address ? [address] : [];
}

function rootTypeOf({ headers }: ParsedMail): { readonly type: string; readonly reportType: string } {
  const { value, params } = ContentTypeSchema.safeParse(headers.get("content-type")).data ?? {};
  return { type: value?.toLowerCase() ?? "", reportType: params?.["report-type"]?.toLowerCase() ?? "" };
}
