import { z } from "zod";
import { LETTER_ASKS, type LetterAsk } from "../letters/letter-values.ts";
import { type Asked, MAIL_LANGUAGES, USES_STOPPED, type UseStopped } from "../mail/intent.ts";
import { facialDataErased } from "../policy/erasure-targets.ts";
import type { Policy } from "../policy/policy.ts";
import type { Right } from "../policy/right.ts";

/** As much as a page and a half; whoever has more to say writes a mail. */
export const FORM_TEXT_MAX = 5000;
/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
const ADDRESS_MAX = 254;

/** What can be asked for by the form, as its field names it. */
export type FormAsk = Exclude<LetterAsk, "opt-out"> | `opt-out-${UseStopped}`;

export const FORM_ASKS: readonly FormAsk[] = LETTER_ASKS.flatMap((ask) =>
  ask === "opt-out" ? USES_STOPPED.map((use) => `opt-out-${use}` as const) : [ask],
);

const FORM_PROBLEMS = ["address", "ask", "text"] as const;

/** Which field cannot be taken as it is. */
export type FormProblem = (typeof FORM_PROBLEMS)[number];

/** What somebody typed, whatever it is; shown again until it can be sent. */
export interface FormTyped {
  readonly address: string;
  readonly ask: string;
  readonly text: string;
}

/**
 * One mailbox, as browsers check it: no comma, space or control character, which would make it two or a header of its own.
 * Whose address is not ASCII writes a mail.
 */
const AddressSchema = z
  .string()
  .trim()
  .max(ADDRESS_MAX)
  .regex(z.regexes.html5Email)
  .regex(/\.[^.@]+$/);
const TextSchema = z.string().max(FORM_TEXT_MAX);

/** Names a form among mail. */
export const FormIdSchema = z.string().regex(/^form-[0-9a-f]{32}$/);

/** A form as it waits in the queue of mail. */
export const FormMessageSchema = z.strictObject({
  schema: z.literal("lethe.form-message/1"),
  formId: FormIdSchema,
  receivedAt: z.iso.datetime(),
  address: AddressSchema,
  ask: z.enum(FORM_ASKS),
  text: TextSchema,
  language: z.enum(MAIL_LANGUAGES),
});

export type FormMessage = z.infer<typeof FormMessageSchema>;

/** A form that can be sent, or why it cannot. */
export type CheckedForm =
  | { readonly form: Pick<FormMessage, "address" | "ask" | "text"> }
  | { readonly problems: readonly FormProblem[] };

/** Returns what was typed as it can be sent, or which fields cannot be taken. */
export function checkedForm({ address, ask, text }: FormTyped, offered: readonly FormAsk[]): CheckedForm {
  const checked = {
    address: AddressSchema.safeParse(address).data,
    ask: offered.find((each) => each === ask),
    text: TextSchema.safeParse(text).data,
  };
  const { address: to, ask: wanted, text: said } = checked;
  if (to !== undefined && wanted !== undefined && said !== undefined) {
    return { form: { address: to, ask: wanted, text: said } };
  }
  return { problems: FORM_PROBLEMS.filter((field) => checked[field] === undefined) };
}

/** Returns what the policy offers by form, in the order of {@link FORM_ASKS}; none: there is no form. */
export function formAsksOf(policy: Policy): readonly FormAsk[] {
  const byForm = policy.rights.filter(({ channels }) => channels.includes("form")).map(({ right }) => right);
  return FORM_ASKS.filter((ask) => byForm.includes(rightOf(ask)) && hasMeaning(policy, ask));
}

/** Returns what a form asks, as a mail that asks the same. */
export function askedByForm(ask: FormAsk): Asked {
  switch (ask) {
    case "erase-account":
      return { what: "right", right: "erasure", scope: "account" };
    case "erase-facial-data":
      return { what: "right", right: "erasure", scope: "facial-data" };
    case "erase-project":
      return { what: "right", right: "erasure", scope: "project" };
    case "erase-processors":
      return { what: "right", right: "erasure", scope: "processors" };
    case "opt-out-training":
      return { what: "opt-out", of: "training" };
    case "opt-out-marketing":
      return { what: "opt-out", of: "marketing" };
    case "opt-out-sale":
      return { what: "opt-out", of: "sale" };
    case "consent-withdrawal":
      return { what: "withdrawal-of-consent" };
    default:
      return { what: "right", right: ask };
  }
}

function rightOf(ask: FormAsk): Right {
  const asked = askedByForm(ask);
  if (asked.what === "right") return asked.right;
  return asked.what === "opt-out" ? "opt-out" : "consent-withdrawal";
}

/** An erasure of something smaller is offered where the policy knows how; of a use that nobody makes, a letter says so. */
function hasMeaning(policy: Policy, ask: FormAsk): boolean {
  if (ask === "erase-facial-data") return facialDataErased(policy).length > 0;
  return !ask.startsWith("erase-") || policy.erasure.some(({ scope }) => `erase-${scope}` === ask);
}
