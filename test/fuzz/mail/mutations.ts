import type { Random } from "../../simulation/seeded-random.ts";
import { DECOY, type MailDraft } from "./mail-draft.ts";

type Mutation = (draft: MailDraft, random: Random) => void;

/** Characters that are not seen, or mean something to some readers only. */
const HIDDEN = [
  "\0",
  "\u0001",
  "\u0008",
  "\u000b",
  "\u001b",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\u2028",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\ufffd",
  "\uff20",
] as const;
const BREAKS = ["\r", "\n", "\r\n", "\n\r", "\r\r", "\n\n", "\r\n\r\n", "\r\n ", "\n\t", "\r "] as const;
const PARTS_OF_ADDRESSES = ["@", "<", ">", '"', "(", ")", ",", ";", ":", "\\", " ", "=?", "?=", "."] as const;

/** Each of these is done to the header of a mail that somebody else wrote than it may seem. */
export const HEADER_MUTATIONS: Readonly<Record<string, Mutation>> = {
  "another From before": (draft) => draft.header.unshift(`From: ${DECOY}`),
  "another From behind": (draft) => draft.header.push(`From: <${DECOY}>`),
  "another From in other words": (draft, random) =>
    draft.header.splice(
      random.below(draft.header.length),
      0,
      `${random.pick(["FROM", "from ", "From\t", "\ufeffFrom", "\u00a0From", "Fr\0om", "From\u200b"])}: ${DECOY}`,
    ),
  "no From": (draft) => {
    // With another one put in beside it, the mail says plainly that somebody else wrote it.
    draft.isMangled = true;
    draft.header = draft.header.filter((line) => !line.startsWith("From:"));
  },
  folded: (draft, random) =>
    changeFrom(draft, (value) => insert(value, random, random.pick(["\r\n ", "\n\t", "\r\n  "]))),
  "hidden character": (draft, random) =>
    changeFrom(draft, (value) => insert(value, random, random.pick(HIDDEN))),
  "line break": (draft, random) => {
    draft.isMangled = true;
    changeFrom(draft, (value) => insert(value, random, random.pick(BREAKS)));
  },
  "line break and a From": (draft, random) => {
    draft.isMangled = true;
    changeFrom(draft, (value) => insert(value, random, `${random.pick(BREAKS)}From: ${DECOY}`));
  },
  "part of an address": (draft, random) => {
    draft.isMangled = true;
    changeFrom(draft, (value) => insert(value, random, random.pick(PARTS_OF_ADDRESSES)));
  },
  "name with an address": (draft, random) =>
    changeFrom(
      draft,
      () => `${random.pick([`"${DECOY}"`, `"<${DECOY}>"`, `"\\"${DECOY}"`])} <${draft.author}>`,
    ),
  "bare name with an address": (draft) => changeFrom(draft, () => `${DECOY} <${draft.author}>`),
  "encoded name with an address": (draft, random) =>
    changeFrom(draft, () => {
      const word = Buffer.from(random.pick([DECOY, `Eve <${DECOY}>`, `<${DECOY}>,`])).toString("base64");
      return `=?${random.pick(["utf-8", "utf-7", "x-none"])}?b?${word}?= <${draft.author}>`;
    }),
  "encoded address": (draft, random) =>
    changeFrom(draft, () => {
      const word = `=?utf-8?q?${DECOY.replace("@", random.pick(["@", "=40"]))}?=`;
      return random.pick([word, `<${word}>`, `${word}@writer.example`, `<${draft.author}> ${word}`]);
    }),
  list: (draft, random) =>
    changeFrom(draft, (value) =>
      random.pick([`${value}, ${DECOY}`, `${DECOY}, ${value}`, `${value}; <${DECOY}>`]),
    ),
  group: (draft, random) =>
    changeFrom(draft, (value) =>
      random.pick([`Friends: ${value};`, `Friends: ${DECOY}, ${value};`, `a:b:${value};;`]),
    ),
  comment: (draft, random) =>
    changeFrom(draft, (value) =>
      insert(value, random, random.pick([`(${DECOY})`, `(<${DECOY}>)`, "(", "()"])),
    ),
  "two brackets": (draft, random) =>
    changeFrom(draft, () =>
      random.pick([`<${DECOY}><${draft.author}>`, `<${draft.author}> <${DECOY}>`, `<<${DECOY}>>`]),
    ),
  route: (draft) => changeFrom(draft, () => `<@relay.example,@${DECOY.split("@")[1]}:${draft.author}>`),
  "quoted local part": (draft) => changeFrom(draft, () => `<"${DECOY}"@${draft.author.split("@")[1]}>`),
  escapes: (draft) => changeFrom(draft, () => `"x\\" <${DECOY}> \\"" <${draft.author}>`),
  "header ended early": (draft, random) => {
    // What was put in before it may be the only From field now.
    draft.isMangled = true;
    draft.header.splice(random.below(draft.header.length), 0, random.pick(["", " ", "\t"]));
  },
  "other line ends": (draft, random) => {
    draft.lineEnd = random.pick(["\n", "\r", "\n\r", "\r\r\n"]);
  },
  "type twice": (draft, random) =>
    draft.header.push(
      random.pick([
        "Content-Type: message/rfc822",
        "Content-Type: multipart/mixed",
        "Content-Type: text/plain; charset=\0",
      ]),
    ),
  "transfer encoding that lies": (draft, random) =>
    draft.header.push(
      `Content-Transfer-Encoding: ${random.pick(["base64", "x-uuencode", "quoted-printable", "7bit"])}`,
    ),
};

/** Each of these is done to all of a mail, whatever stands there. */
export const BYTE_MUTATIONS: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  truncated: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  "bytes changed": (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = random.below(8); count >= 0; count -= 1)
      changed[random.below(bytes.length)] = random.below(256);
    return changed;
  },
  "piece left out": (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + random.below(40))]);
  },
  "piece said twice": (bytes, random) => {
    const start = random.below(bytes.length);
    const piece = bytes.subarray(start, start + random.below(200));
    return Buffer.concat([bytes.subarray(0, start), piece, piece, bytes.subarray(start + piece.length)]);
  },
};

function changeFrom(draft: MailDraft, change: (value: string) => string): void {
  draft.header = draft.header.map((line) =>
    line.startsWith("From: ") ? `From: ${change(line.slice("From: ".length))}` : line,
  );
}

/** Never within a fold: what stands behind a line break then is a line of its own, and whoever stands before it the author. */
function insert(text: string, random: Random, piece: string): string {
  const places = Array.from({ length: text.length + 1 }, (_, at) => at);
  const at = random.pick(places.filter((place) => !isWithinFold(text, place)));
  return text.slice(0, at) + piece + text.slice(at);
}

function isWithinFold(text: string, at: number): boolean {
  return /[\r\n]$/.test(text.slice(0, at)) && /^[\r\n \t]/.test(text.slice(at));
}
