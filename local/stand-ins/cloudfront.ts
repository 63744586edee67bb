import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** A distribution, what its edge has cached, what the origin still gives, and the invalidations that it was asked for. */
export interface CloudfrontContent {
  readonly distributionId: string;
  /** Tags of each cached path, `/images/a/1.png`. */
  readonly cached: Map<string, readonly string[]>;
  /** Paths that the origin answers with something. */
  readonly origin: Set<string>;
  readonly invalidations: Map<string, Invalidation>;
}

interface Invalidation {
  readonly id: string;
  readonly callerReference: string;
  readonly items: readonly string[];
  /** An invalidation that is begun while nothing ends stays so. */
  readonly ends: "well" | "in-words-alone" | "never";
  status: "InProgress" | "Completed";
}

const SIGNED = [
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  "x-amz-content-sha256",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-user-agent",
  "x-amzn-trace-id",
] as const;
const NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
const XML = { "content-type": "text/xml" } as const;
const ITEMS_MAX = 3000;

export function emptyCloudfront(distributionId: string): CloudfrontContent {
  return { distributionId, cached: new Map(), origin: new Set(), invalidations: new Map() };
}

/**
 * The two calls of invalidations as CloudFront's published API reference describes them, and below `/images/` the edge.
 * An invalidation is in progress when it is made, and completed when somebody asks about it.
 */
export function cloudfrontRoutes(content: CloudfrontContent): readonly StandInRoute[] {
  const path = "/2020-05-31/distribution/{distribution}/invalidation";
  const refused = (status: number) => failed(status, status === 403 ? "AccessDenied" : "ServiceError");
  const api = { headers: SIGNED, body: [], refused };
  return [
    { ...api, method: "POST", path, answer: (call) => signed(content, call, () => created(content, call)) },
    {
      ...api,
      method: "GET",
      path: `${path}/{id}`,
      answer: (call) => signed(content, call, () => read(content, call)),
    },
    { method: "HEAD", path: "/images/{owner}/{name}", query: ["v"], answer: (call) => served(content, call) },
    { method: "GET", path: "/images/{owner}/{name}", query: ["v"], answer: (call) => served(content, call) },
  ];
}

function signed({ distributionId }: CloudfrontContent, call: StandInCall, answer: () => StandInAnswer) {
  const isSigned = call.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=") === true;
  if (!isSigned) return failed(403, "MissingAuthenticationToken");
  return call.parts.distribution === distributionId ? answer() : failed(404, "NoSuchDistribution");
}

function created(content: CloudfrontContent, { body, lies, neverEnds }: StandInCall): StandInAnswer {
  const xml = typeof body === "string" ? body : "";
  const [callerReference] = elements(xml, "CallerReference");
  const [quantity] = elements(xml, "Quantity");
  const items = elements(xml, "Path");
  if (!callerReference || !xml.includes(`xmlns="${NAMESPACE}"`)) return failed(400, "MissingBody");
  if (Number(quantity) !== items.length) return failed(400, "InconsistentQuantities");
  if (items.some((item) => !/^[/#]/u.test(item))) return failed(400, "InvalidArgument");
  if (items.length > ITEMS_MAX) return failed(413, "BatchTooLarge");
  const made = [...content.invalidations.values()];
  const before = made.find((one) => one.callerReference === callerReference);
  if (before && before.items.join() !== items.join()) return failed(400, "InvalidationBatchAlreadyExists");
  const one = before ?? {
    id: `I${String(made.length + 1).padStart(13, "0")}`,
    callerReference,
    items,
    ends: neverEnds ? "never" : lies ? "in-words-alone" : "well",
    status: "InProgress",
  };
  content.invalidations.set(one.id, one);
  return { status: 201, headers: XML, text: written(one) };
}

function read(content: CloudfrontContent, { parts, neverEnds }: StandInCall): StandInAnswer {
  const one = content.invalidations.get(parts.id ?? "");
  if (!one) return failed(404, "NoSuchInvalidation");
  if (one.ends !== "never" && !neverEnds) one.status = "Completed";
  for (const [path, tags] of one.status === "Completed" && one.ends === "well" ? [...content.cached] : []) {
    if (one.items.some((item) => isMeant(item, path, tags))) content.cached.delete(path);
  }
  return { status: 200, headers: XML, text: written(one) };
}

/** A tag has no case and no wildcard; a path ends with the only one that it may have. */
function isMeant(item: string, path: string, tags: readonly string[]): boolean {
  if (item.startsWith("#")) return tags.some((tag) => tag.toLowerCase() === item.slice(1).toLowerCase());
  return item.endsWith("*") ? path.startsWith(item.slice(0, -1)) : path === item;
}

function served({ cached, origin }: CloudfrontContent, { parts, query }: StandInCall): StandInAnswer {
  const asked = query.size > 0 ? `?${query}` : "";
  const path = `/images/${parts.owner}/${parts.name}${asked}`;
  const was = cached.has(path);
  const isThere = was || origin.has(path);
  if (isThere && !was) cached.set(path, []);
  const cache = isThere ? (was ? "Hit" : "Miss") : "Error";
  return { status: isThere ? 200 : 404, headers: { "x-cache": `${cache} from cloudfront` } };
}

function written({ id, status, callerReference, items }: Invalidation): string {
  const paths = items.map((item) => `<Path>${escaped(item)}</Path>`).join("");
  return [
    `<?xml version="1.0"?><Invalidation xmlns="${NAMESPACE}"><Id>${id}</Id><Status>${status}</Status>`,
    `<CreateTime>2031-11-24T10:00:00.000Z</CreateTime><InvalidationBatch><Paths>`,
    `<Quantity>${items.length}</Quantity><Items>${paths}</Items></Paths>`,
    `<CallerReference>${escaped(callerReference)}</CallerReference></InvalidationBatch></Invalidation>`,
  ].join("");
}

function failed(status: number, code: string): StandInAnswer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>see the code</Message></Error>`;
  const text = `<?xml version="1.0"?><ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>r</RequestId></ErrorResponse>`;
  return { status, headers: XML, text };
}

function elements(xml: string, name: string): readonly string[] {
  const found = xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "gu"));
  return [...found].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
