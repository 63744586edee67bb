/** Names of fields that hold an identifier whatever stands in them, without case, hyphens and underscores. */
const IDENTIFIER_FIELDS: ReadonlySet<string> = new Set([
  "account",
  "accountid",
  "accountname",
  "address",
  "clientip",
  "cookie",
  "cookieid",
  "customerid",
  "deviceid",
  "email",
  "emailaddress",
  "firstname",
  "fullname",
  "handle",
  "ip",
  "ipaddress",
  "lastname",
  "mail",
  "mobile",
  "phone",
  "phonenumber",
  "sessionid",
  "sub",
  "subjectid",
  "subjectref",
  "surname",
  "telephone",
  "userid",
  "username",
]);

/** Says whether a field's name says that it holds an identifier: `email`, `user_id`, `IP-Address`. */
export function namesAnIdentifier(field: string): boolean {
  return IDENTIFIER_FIELDS.has(field.toLowerCase().replace(/[-_\s.]/gu, ""));
}
