import type { MailparserReading } from "./with-mailparser.ts";

/** What a mail consists of whose words only its receiver's key shows; an opaque signature is as closed to us. */
const CLOSED = new Set([
  "multipart/encrypted",
  "application/pkcs7-mime",
  "application/x-pkcs7-mime",
  "application/pgp-encrypted",
  "application/pgp",
]);

/** Whether a mail says nothing without a key. */
export function isEncrypted({ contentTypes, text }: MailparserReading): boolean {
  const [own = ""] = contentTypes;
  const isClosed = CLOSED.has(own) || contentTypes.includes("application/pgp-encrypted");
  return isClosed || text.trimStart().startsWith("-----BEGIN PGP MESSAGE-----");
}
