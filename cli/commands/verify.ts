import { readFileSync } from "node:fs";
import type { CertificateBody } from "../../shared/domain/ledger/certificate.ts";
import { type ArchivedKey, ArchivedKeySchema, keyIdOf } from "../../shared/domain/ledger/signing-key.ts";
import { verifyCertificateBytes } from "../../shared/domain/ledger/verify-certificate.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import { storeTable } from "../request-report.ts";
import { allHomes, keptKeys } from "../state-home.ts";

/** Checks a certificate without any network. */
export function verify(context: Context, file: string, options: { readonly key?: string }): ExitCode {
  const { terminal } = context;
  const bytes = readBytes(file);
  const keys =
    options.key === undefined
      ? keptKeys(allHomes(context.environment)).map((key) => ArchivedKeySchema.parse(JSON.parse(key)))
      : [keyFrom(options.key, bytes.toString("utf8"))];
  if (keys.length === 0) {
    throw new CommandFailed(
      "There is no public key here to check with: name the one that was archived at deployment with --key FILE.",
    );
  }
  const verification = verifyCertificateBytes(bytes, keys);
  if (!verification.valid) {
    const { check, why } = verification;
    terminal.document({ valid: false, check, why });
    terminal.progress(`Refused: the check of ${check} failed; ${why}.`);
    return EXIT.failed;
  }
  const { body, checkpoint } = verification;
  terminal.document({ valid: true, keyId: checkpoint.keyId, treeSize: checkpoint.treeSize, body });
  terminal.result(`${statement(body)}\n\nSigned with key ${checkpoint.keyId} at ${checkpoint.at}.`);
  return EXIT.done;
}

/** A PEM has no dates and no service of its own: whoever names it vouches for it. */
function keyFrom(file: string, certificate: string): ArchivedKey {
  const text = readBytes(file).toString("utf8");
  // An archived key holds a PEM too, so what matters is how the file begins.
  if (!text.trimStart().startsWith("-----BEGIN")) {
    const archived = ArchivedKeySchema.safeParse(jsonOf(text));
    if (archived.success) return archived.data;
    throw new CommandFailed(`${file} is neither a public key in PEM nor an archived key: give one of these.`);
  }
  return {
    schema: "lethe.signing-key/1",
    service: serviceIn(certificate),
    keyId: pemKeyId(text, file),
    algorithm: "ECDSA_P256_SHA256",
    publicKeyPem: text,
    validFrom: "1970-01-01T00:00:00.000Z",
  };
}

function pemKeyId(pem: string, file: string): string {
  try {
    return keyIdOf(pem);
  } catch (cause) {
    throw new CommandFailed(
      `${file} holds no public key that can be read: give the one archived at deployment.`,
      {
        cause,
      },
    );
  }
}

function serviceIn(certificate: string): string {
  const document = jsonOf(certificate);
  const body =
    typeof document === "object" && document !== null && "body" in document ? document.body : undefined;
  const service = typeof body === "object" && body !== null && "service" in body ? body.service : undefined;
  return typeof service === "string" ? service : "unknown";
}

function statement(body: CertificateBody): string {
  return [
    `Valid. ${body.final ? "Certificate" : "First certificate, more is to follow"} of ${scopeWords(body)} at ${body.service}.`,
    "",
    `request      ${body.requestId}, attempt ${body.attempt}`,
    `subject      ${body.subjectRef}`,
    `frozen       ${body.frozenAt}`,
    `issued       ${body.issuedAt}`,
    `policy       ${body.policyDigest}`,
    "",
    ...(body.stores.length === 0 ? [] : [storeTable(body.stores), ""]),
    ...(body.sealed
      ? [`Sealed by ${body.sealed.holdId} until ${body.sealed.until}. ${body.sealed.statement}`]
      : []),
    ...body.stores.map(({ id, pseudonymised, verifiedFound, verifiedAt }) =>
      verifiedFound === 0
        ? `${id}: verified ${pseudonymised === 0 ? "absent" : "absent under the person's id"} at ${verifiedAt}.`
        : `${id}: ${verifiedFound} still there at ${verifiedAt}.`,
    ),
    body.processors.statement,
    ...(body.processors.outcomes ?? []).map(
      ({ id, outcome, answerOwedAt, answeredAt }) =>
        `${id}: ${outcome}, ${answeredAt === undefined ? `an answer is owed by ${answerOwedAt}` : `on record since ${answeredAt}`}.`,
    ),
    body.backups.statement,
    ...body.retained.map(retainedText),
    ...body.gaps.map((gap) => `Not covered: ${gap}`),
  ].join("\n");
}

function retainedText({
  category,
  legalBasis,
  until,
  pseudonymised,
}: CertificateBody["retained"][number]): string {
  if (!pseudonymised) return `Retained: ${category} until ${until} (${legalBasis}).`;
  const { store, records, keeps } = pseudonymised;
  return `Retained: ${category}, ${records} in ${store}, kept under a pseudonym for ${legalBasis} until ${until}; of each only ${keeps.join(", ")}.`;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CommandFailed(`${file} cannot be read: give the path of a file.`, { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What was done about a person, in words; a thing is named by its reference. */
function scopeWords({ scope, itemRef, category, processor }: CertificateBody): string {
  switch (scope) {
    case "account":
    case "minor":
      return "the erasure of one account";
    case "project":
    case "page":
    case "image":
      return `the erasure of one ${scope} (${itemRef?.slice(0, 15)}…)`;
    case "category":
      return `the erasure of ${category}, the account staying`;
    case "processors":
      return `asking for the erasure of what ${processor ?? "every third party"} holds`;
    case "preserve-and-report":
      return "a preservation for an authority, in which nothing was erased";
  }
}
