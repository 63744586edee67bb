import { z } from "zod";

/** What is used of an API Gateway event; the Host field, where it came from and who sent it are not. */
export const PageEventSchema = z.object({
  httpMethod: z.string(),
  /** The path as declared, such as `/confirm/{secret}`. */
  resource: z.string(),
  pathParameters: z.record(z.string(), z.string()).nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
});

export type PageEvent = z.infer<typeof PageEventSchema>;

/** Five thousand characters of any script, each escaped for a form, several times over. */
const BODY_CHARACTERS_MAX = 200_000;

/** Says whether a form is larger than any that somebody types. */
export function isTooLarge({ body }: PageEvent): boolean {
  return (body ?? "").length > BODY_CHARACTERS_MAX;
}

/**
 * Says whether a browser tells that the page of somebody else sent this. No cookie says here who somebody is, so such a page
 * could do nothing without the secret of a link; with it, it shall not press the button in the name of whoever looks at it.
 * Origin says nothing: our pages are loaded under `no-referrer`, which makes it `null`.
 */
export function isFromElsewhere(event: PageEvent): boolean {
  const site = headerOf(event, "sec-fetch-site");
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/** Returns the field of a form by its name, with line ends as one character; empty if it was not sent. */
export function formOf({ body, isBase64Encoded }: PageEvent): (name: string) => string {
  const sent = Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8").toString("utf8");
  const fields = new URLSearchParams(sent);
  return (name) => (fields.get(name) ?? "").replace(/\r\n?/g, "\n");
}

/** Returns a part of the path; empty if it is not there. */
export function pathPart({ pathParameters }: PageEvent, name: string): string {
  return pathParameters?.[name] ?? "";
}

/** Returns a field of the head, whatever the case of its name. */
export function headerOf({ headers }: PageEvent, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([header]) => header.toLowerCase() === name)?.[1];
}
