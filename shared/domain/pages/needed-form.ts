import { z } from "zod";
import { LETTER_SENDERS } from "../letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../mail/intent.ts";
import { FORM_TEXT_MAX, FormIdSchema } from "./form-fields.ts";

/** The letter to each kind of sender lists so many things. */
export const NEEDED_COUNT = 3;

const AnswersSchema = z.array(z.string().max(FORM_TEXT_MAX)).length(NEEDED_COUNT);

/** What somebody wrote into the form that a letter about their mail led to, as it waits in the queue of mail. */
export const NeededFormSchema = z.strictObject({
  schema: z.literal("lethe.needed-form/1"),
  formId: FormIdSchema,
  receivedAt: z.iso.datetime(),
  /** The mail that is answered by it. */
  mailId: z.string().min(1).max(200),
  sender: z.enum(LETTER_SENDERS),
  /** In the order in which the letter lists what is needed; empty where nothing was written. */
  answers: AnswersSchema,
  language: z.enum(MAIL_LANGUAGES),
});

export type NeededForm = z.infer<typeof NeededFormSchema>;

/** Why a form cannot be sent. */
export type NeededFormProblem = "all-empty" | "too-long";

/** Returns why what was typed cannot be sent, undefined if it can. */
export function neededFormProblem(typed: readonly string[]): NeededFormProblem | undefined {
  if (typed.every((text) => text.trim() === "")) return "all-empty";
  return AnswersSchema.safeParse(typed).success ? undefined : "too-long";
}
