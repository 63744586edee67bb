import { z } from "zod";

const InstantSchema = z.iso.datetime();

/** What is written to a third party that has no API, by the names of the letters, in their order. */
export const ASK_LETTERS = ["ask-processor", "remind-processor", "remind-processor-last"] as const;

export type AskLetterName = (typeof ASK_LETTERS)[number];

/** A letter is written anew for what was sent late alone: more are a loop. */
export const WRITTEN_MAX = 50;
/** A case with a support desk takes a few mails; whatever comes after is any other mail. */
export const REPLIES_MAX = 20;

/** One letter, from when on somebody sends it. */
const WrittenSchema = z.strictObject({
  letter: z.enum(ASK_LETTERS),
  /** Record of the newest thing that it names: what was recorded later it says nothing of. */
  through: z.string().regex(/^dsc_[0-9a-v]{26}$/),
  /** How many it names: one that is given up later may be older. */
  things: z.number().int().positive(),
  begunAt: InstantSchema,
  /** Absent until it is known to be on its way. */
  sentAt: InstantSchema.optional(),
});

/** A mail of whoever was asked, which a person has to read: what it says is in it alone. */
const ReplySchema = z.strictObject({
  /** As the receiving server numbered it. */
  mailId: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/),
  /** Of the mail as it is stored. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: InstantSchema,
  /** Who wrote it: a machine says that something came in, and answers nothing. */
  by: z.enum(["person", "machine"]),
});

/** What was written to a third party about one task, and what came back. Nothing of a person stands in it. */
export const AskedByLetterSchema = z.strictObject({
  /** Counts writes, so that each write can require the one it was based on. */
  revision: z.number().int().nonnegative(),
  /** Of the address that was written to, in lower case: only what comes from there is an answer. */
  domain: z.string().min(1).max(253),
  written: z.array(WrittenSchema).max(WRITTEN_MAX),
  replies: z.array(ReplySchema).max(REPLIES_MAX),
  /** A letter came back for good, so no more are sent there. */
  returnedAt: InstantSchema.optional(),
});

export type AskedByLetter = z.infer<typeof AskedByLetterSchema>;
export type WrittenLetter = AskedByLetter["written"][number];
export type AttachedReply = AskedByLetter["replies"][number];

/** Returns the letter that asked last, if it is known to be on its way. */
export function lastAsked({ written }: Pick<AskedByLetter, "written">): WrittenLetter | undefined {
  return written.findLast(({ letter, sentAt }) => letter === "ask-processor" && sentAt !== undefined);
}

/** Says whether somebody there has answered what was asked last. */
export function hasAnswered(asked: AskedByLetter): boolean {
  const last = lastAsked(asked);
  return asked.replies.some(({ by, receivedAt }) => by === "person" && receivedAt >= (last?.begunAt ?? ""));
}

/** Returns the newest reply that a person wrote there. */
export function newestAnswer({ replies }: Pick<AskedByLetter, "replies">): AttachedReply | undefined {
  return replies.findLast(({ by }) => by === "person");
}

/** Returns the reply that shows what came of it: the newest that a person wrote there, else the newest. */
export function replyToRead(asked: Pick<AskedByLetter, "replies">): AttachedReply | undefined {
  return newestAnswer(asked) ?? asked.replies.at(-1);
}

/** Returns the same with a letter as it stands now, in the place of the try before. */
export function withWritten(asked: AskedByLetter, letter: WrittenLetter): AskedByLetter {
  const others = asked.written.filter((one) => one.letter !== letter.letter || one.sentAt !== undefined);
  return { ...asked, written: [...others, letter] };
}
