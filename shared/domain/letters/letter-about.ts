import { z } from "zod";
import { RequestIdSchema } from "../requests/request-id.ts";
import { RightsRequestIdSchema } from "../rights/rights-request.ts";
import { ASK_LETTERS, type AskLetterName } from "../tasks/asked-by-letter.ts";
import { TaskIdSchema } from "../tasks/task.ts";
import { LETTER_NAMES, type LetterName } from "./letter-values.ts";

/** As SES writes the value of a tag, which the ids of its mails keep to. */
const MailIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);
const LetterSchema = z.enum(LETTER_NAMES);

const LetterAboutSchema = z.union([
  z.strictObject({ letter: LetterSchema, rightsRequestId: RightsRequestIdSchema }),
  z.strictObject({ letter: LetterSchema, requestId: RequestIdSchema }),
  z.strictObject({ letter: LetterSchema, mailId: MailIdSchema }),
  z.strictObject({ letter: z.enum(ASK_LETTERS), taskId: TaskIdSchema }),
]);

/** Which letter to a person about what: a rights request, an erasure that nobody asked for by mail, or a mail that is no request yet. */
export type LetterToPersonAbout = { readonly letter: LetterName } & (
  | { readonly rightsRequestId: string }
  | { readonly requestId: string }
  | { readonly mailId: string }
);

/** Which letter to a third party about which task. */
export interface AskLetterAbout {
  readonly letter: AskLetterName;
  readonly taskId: string;
}

export type LetterAbout = LetterToPersonAbout | AskLetterAbout;

const FIELDS = ["letter", "rightsRequestId", "requestId", "mailId", "taskId"] as const;

/** Returns what a letter is about, as what was said of it: none of it names anybody. */
export function letterAboutOf(said: Readonly<Record<string, string | undefined>>): LetterAbout | undefined {
  const fields = FIELDS.flatMap((field) =>
    said[field] === undefined ? [] : [[field, said[field]] as const],
  );
  return LetterAboutSchema.safeParse(Object.fromEntries(fields)).data;
}
