import { LETTER_TEXTS } from "../../shared/domain/letters/letter-for.ts";
import { wentToAPerson } from "../../shared/domain/mail/mail-outcome.ts";
import { safeText } from "../../shared/domain/mail/safe-text.ts";
import { FORM_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import { FormMessageSchema } from "../../shared/domain/pages/form-fields.ts";
import { NeededFormSchema } from "../../shared/domain/pages/needed-form.ts";
import type { MailRecord } from "../../shared/operations/ports.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import type { DeploymentPorts } from "../ports.ts";
import { table } from "../terminal.ts";

/** Newest first; what a person has to look at has a task besides. */
const LISTED_MAX = 200;

/** Lists the mail and forms that came in, the newest at the top; with `doubtful`, what went to a person. */
export async function listMail(
  context: Context,
  { doubtful = false }: { readonly doubtful?: boolean },
): Promise<ExitCode> {
  const { mailRecords } = await context.ports();
  const all = await mailRecords.list(LISTED_MAX);
  const listed = doubtful ? all.filter(wentToAPerson) : all;
  context.terminal.document({ mail: listed });
  const isCut = all.length < LISTED_MAX ? [] : ["", `Only the newest ${LISTED_MAX} were looked at.`];
  const rows = listed.map(({ mailId, receivedAt, outcome, rightsRequestId = "" }) => [
    mailId,
    receivedAt,
    outcome,
    rightsRequestId,
  ]);
  context.terminal.result(
    rows.length === 0
      ? "There is no such mail on record."
      : [table([["mail", "received", "what came of it", "request"], ...rows]), ...isCut].join("\n"),
  );
  return EXIT.done;
}

/** Shows what was found of one mail, why it went where it did, and where it lies; with `text`, what it says. */
export async function showMail(
  context: Context,
  mailId: string,
  { text = false }: { readonly text?: boolean },
): Promise<ExitCode> {
  const ports = await context.ports();
  const record = await ports.mailRecords.read(mailId);
  if (!record) {
    throw new CommandFailed("There is no such mail on record: list it with lethe mail list.");
  }
  const place = ports.storedMail.placeOf(record.key);
  const says = text ? await textOf(context, ports, record) : undefined;
  context.terminal.document({ ...record, place, ...(says === undefined ? {} : { text: says }) });
  const { verdicts } = record;
  context.terminal.result(
    [
      `mail        ${mailId}`,
      `received    ${record.receivedAt}`,
      `verdicts    ${
        verdicts
          ? Object.entries(verdicts)
              .map((one) => one.join(" "))
              .join(", ")
          : "none on record"
      }`,
      `recognised  ${record.recognised ?? "nothing on record"}`,
      `outcome     ${record.outcome}`,
      ...(record.rightsRequestId === undefined ? [] : [`request     ${record.rightsRequestId}`]),
      `lies at     ${place}`,
      `until       ${new Date(record.expiresAtEpochSeconds * 1000).toISOString()}`,
      ...(says === undefined ? [] : ["", says]),
    ].join("\n"),
  );
  return EXIT.done;
}

/** Without characters that a terminal would obey: whoever wrote it is a stranger. */
async function textOf(
  context: Context,
  { storedMail }: Pick<DeploymentPorts, "storedMail">,
  { key }: MailRecord,
): Promise<string> {
  if ((await storedMail.sizeOf(key)) === undefined) {
    throw new CommandFailed("The mail itself has gone by its age: only the record of it is left.");
  }
  const raw = await storedMail.read(key);
  if (key.startsWith(FORM_PREFIX)) {
    return safeText(formText(JSON.parse(new TextDecoder().decode(raw))));
  }
  const { mailReader } = await import("../../shared/adapters/mail/read-mail.ts");
  const reading = await mailReader({ ownAddresses: [] }).read(raw);
  if (reading.read) return safeText(reading.mail.text);
  context.terminal.progress(`It cannot be read (${reading.why}): open it where it lies, with care.`);
  return "";
}

function formText(form: unknown): string {
  const needed = NeededFormSchema.safeParse(form);
  if (!needed.success) return FormMessageSchema.parse(form).text;
  const { needs } = LETTER_TEXTS.en["form-needed"].senders[needed.data.sender];
  return needs.map((need, at) => `${need}:\n${needed.data.answers[at] ?? ""}`).join("\n\n");
}
