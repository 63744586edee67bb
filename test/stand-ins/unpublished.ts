/** What no specification that a program can read says of a stand-in, and what it was built from instead. */
export interface Unpublished {
  readonly standIn: string;
  /** Of a route, or of every route if it is absent. */
  readonly path?: string;
  /** What is not published of it. */
  readonly what: "calls" | "refusals" | "headers";
  /** Of headers their names, in small letters; of refusals their codes, or all of them if it is absent. */
  readonly names?: readonly string[];
  readonly why: string;
}

/** All of it; a test holds that nothing is missing here, and that nothing is here that is published. */
export const UNPUBLISHED: readonly Unpublished[] = [
  {
    ...{ standIn: "google-oauth", what: "calls" },
    why: "Google publishes discovery documents of its APIs; that of OAuth (oauth2.v2) has no revocation. Built from https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke and RFC 7009.",
  },
  ...["/images/{owner}/{name}", "/users/{owner}/{name}"].map((path) => ({
    ...{ standIn: "cloudflare", path, what: "calls" as const },
    why: "The edge serves what the zone's owner serves: it is no API. Its one field is on https://developers.cloudflare.com/cache/concepts/cache-responses",
  })),
  {
    ...{ standIn: "cloudfront", path: "/images/{owner}/{name}", what: "calls" },
    why: "The edge serves what the distribution's owner serves: it is no API.",
  },
  {
    ...{ standIn: "groq", what: "refusals" },
    why: "Its specification lies where it could not be read; the types of its library have no errors. Built from https://console.groq.com/docs/errors",
  },
  {
    ...{ standIn: "gemini", what: "refusals" },
    why: "Descriptors have no errors. Built from https://google.aip.dev/193 and from answers in public issues.",
  },
  {
    ...{ standIn: "cloudfront", what: "refusals", names: ["MissingAuthenticationToken"] },
    why: "A call without a signature is refused before any operation, by what every service of AWS has in front.",
  },
  {
    ...{ standIn: "cloudfront", what: "refusals", names: ["InvalidationBatchAlreadyExists"] },
    why: "The model names no error for a reference that comes again with other paths; the prose of CallerReference does.",
  },
  {
    ...{ standIn: "stripe", what: "headers", names: ["stripe-version", "idempotency-key"] },
    why: "They go with every call, and stand in prose: https://docs.stripe.com/api/versioning and /idempotent_requests",
  },
  {
    ...{ standIn: "gemini", what: "headers", names: ["x-goog-api-key"] },
    why: "Descriptors have no keys: https://ai.google.dev/gemini-api/docs/api-key",
  },
  {
    ...{ standIn: "cloudfront", what: "headers" },
    names: [
      ...["amz-sdk-invocation-id", "amz-sdk-request", "x-amz-content-sha256", "x-amz-date"],
      ...["x-amz-security-token", "x-amz-user-agent", "x-amzn-trace-id"],
    ],
    why: "They sign, count and trace every call of AWS, and are of its protocol: the model names the signature alone.",
  },
];

/**
 * Says whether nothing is published of what a route answers, or of how it refuses.
 *
 * @param name path of the route, or code of the error.
 */
export function isUnpublished(standIn: string, what: Unpublished["what"], name?: string): boolean {
  return UNPUBLISHED.some(
    (one) =>
      one.standIn === standIn &&
      one.what === what &&
      (one.path === undefined || one.path === name) &&
      (one.names === undefined || one.names.includes(name ?? "")),
  );
}

/** Returns the headers that a third party takes everywhere, as its prose alone says. */
export function headersInProse(standIn: string): readonly string[] {
  return UNPUBLISHED.flatMap(({ standIn: id, what, names = [] }) =>
    id === standIn && what === "headers" ? names : [],
  );
}
