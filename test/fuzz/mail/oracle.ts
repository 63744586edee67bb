import { domainToASCII } from "node:url";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import type { Sender } from "../../../shared/domain/mail/mail-as-read.ts";
import type { MailDraft } from "./mail-draft.ts";

const ADDRESS = /[^\s<>()",;:\\[\]]+@[^\s<>()",;:\\[\]]+/g;
const QUOTED_OR_ENCODED = /"(?:[^"\\]|\\.)*"|=\?[^?\s]+\?[bq]\?[^?\s]*\?=/gi;

/**
 * Returns what is wrong with an answer, undefined if nothing is. It shares nothing with what it judges: a mailbox has to be the
 * only one that stands in anything that looks like a From field, what both parsers say by themselves, and, as long as
 * the author's own address was not touched, the author.
 */
export async function wrongWith(sender: Sender, raw: Buffer, draft: MailDraft): Promise<string | undefined> {
  if (sender.kind === "doubtful") return undefined;
  const others = addressesIn(raw).filter((address) => canonical(address) !== sender.address);
  if (others.length > 0) return `also names ${JSON.stringify(others)}`;
  for (const [parser, address] of await byParsers(raw)) {
    if (canonical(address) !== sender.address) return `${parser} says ${JSON.stringify(address)}`;
  }
  return draft.isMangled || sender.address === canonical(draft.author) ? undefined : "is not the author";
}

/** Anything with an at sign in any line that might be a From field, by whichever line ends. */
function addressesIn(raw: Buffer): readonly string[] {
  const text = raw.toString("utf8");
  const end = text.search(text.includes("\r\n") ? /\r\n\r\n/ : /\n\n/);
  const header = (end < 0 ? text : text.slice(0, end)).replace(/(\r\n|\n|\r)[ \t]/g, " ");
  const lines = header
    .split(/[\r\n]+/)
    .filter((line) => /^[^!-~]*f[^!-~]*r[^!-~]*o[^!-~]*m[^!-~]*:/i.test(line));
  return lines.flatMap((line) => line.replace(QUOTED_OR_ENCODED, " ").match(ADDRESS) ?? []);
}

async function byParsers(raw: Buffer): Promise<readonly (readonly [string, string])[]> {
  const { from } = await simpleParser(raw);
  const second = (await PostalMime.parse(raw)).from;
  return [
    ["mailparser", from?.value.map(({ address }) => address ?? "group").join() ?? "nobody"],
    ["postal-mime", second?.address ?? "nobody"],
  ];
}

function canonical(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  return `${address.slice(0, at + 1)}${domainToASCII(domain)}`;
}
