import { afterEach, describe, expect, it } from "vitest";
import {
  type CloudflareContent,
  cloudflareRoutes,
  emptyCloudflare,
} from "../../../local/stand-ins/cloudflare.ts";
import {
  type StandIn,
  type StandInAnswer,
  type StandInRoute,
  startStandIn,
} from "../../../local/stand-ins/stand-in.ts";
import type { ApiPlace } from "../../../shared/adapters/processor-calls/call-api.ts";
import { UnsafeAddress } from "../../../shared/adapters/processor-calls/call-api.ts";
import { cloudflareConnector } from "../../../shared/adapters/processors/cloudflare/connector.ts";
import type { CopyKind } from "../../../shared/domain/processors/disclosure.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";
import { NOWHERE } from "./nowhere.ts";

const HOST = "images.example";
const ZONE = "023e105f4ecef8ad9ca31a8372d0c353";
const HERS = "/images/hers/1.png";
/** Begins as hers does, and is not below it. */
const HIS = "/images/hers-too/1.png";

const KINDS: readonly (readonly [CopyKind, string, string])[] = [
  ["cached-address", `https://${HOST}${HERS}`, `https://${HOST}/images/never-sent.png`],
  ["cached-prefix", `${HOST}/images/hers`, `${HOST}/never-sent`],
  ["cached-tag", "person-Hers", "never-sent"],
];

for (const [kind, reference, unknownReference] of KINDS) {
  describeConnector(`Cloudflare, ${kind}`, () => {
    const content = withTwo();
    return {
      routes: cloudflareRoutes(content),
      connector: (at) => connectorAt(at.baseUrl, at),
      disclosure: disclosureOf("cloudflare", kind, reference),
      isThere: () => content.cached.has(HERS),
      isNeighbourThere: () => content.cached.has(HIS),
      canLook: kind === "cached-address",
      ofUnknown: "accepted-unverified",
      unknownReference,
      namesTheThing: false,
    };
  });
}

describe("Cloudflare, which says 200 to whatever it is asked", () => {
  const running: StandIn[] = [];
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.stop();
  });
  const started = async (routes: readonly StandInRoute[]) => {
    const standIn = await startStandIn(routes);
    running.push(standIn);
    return { standIn, connector: connectorAt(standIn.url) };
  };
  const answering = (method: string, answer: StandInAnswer) =>
    started(
      cloudflareRoutes(withTwo()).map((route) =>
        route.method === method ? { ...route, answer: () => answer } : route,
      ),
    );
  const hers = disclosureOf("cloudflare", "cached-address", `https://${HOST}${HERS}`);

  it.each([
    [{ success: false, errors: [{ code: 1134, message: `not ${HERS}` }], messages: [], result: null }],
    [{ success: true, errors: "?" }],
    [{ result: { id: "1" } }],
  ])("takes no 200 for acceptance that says otherwise, and repeats no message: %j", async (body) => {
    const { connector } = await answering("POST", { status: 200, body });
    const answer = await connector.requestDeletion(hers, "key");
    expect(answer).toMatchObject({ trouble: "unclear" });
    expect(JSON.stringify(answer)).not.toContain(HERS);
  });

  const seen = (status: number, cache: string) => answering("HEAD", { status, headers: { [CACHE]: cache } });
  it.each([
    [200, "HIT", "still-there"],
    [200, "STALE", "still-there"],
    [200, "UPDATING", "still-there"],
    [200, "REVALIDATED", "still-there"],
    // The origin still gave it, so the edge has it again.
    [200, "MISS", "still-there"],
    [200, "EXPIRED", "still-there"],
    [200, "DYNAMIC", "absent"],
    [404, "MISS", "absent"],
    [404, "EXPIRED", "absent"],
    [404, "HIT", "absent"],
    [403, "DYNAMIC", "absent"],
    [403, "NONE/UNKNOWN", "cannot-look"],
    [200, "UNKNOWN", "cannot-look"],
  ] as const)("reads what the edge says: %d %s is %s", async (status, cache, sight) => {
    const { connector } = await seen(status, cache);
    expect(await connector.verify(hers)).toBe(sight);
  });

  it.each([
    [{ status: 200 }, "cannot-look"],
    [{ status: 301, headers: { location: "https://other.example/" } }, { trouble: "unclear" }],
    [{ status: 503 }, { trouble: "unclear" }],
    [
      { status: 429, headers: { "retry-after": "9" } },
      { trouble: "busy", againAfterSeconds: 9 },
    ],
  ])("sees nothing where it is not the cache that answers: %j", async (answer, sight) => {
    const { connector } = await answering("HEAD", answer);
    expect(await connector.verify(hers)).toEqual(
      typeof sight === "string" ? sight : expect.objectContaining(sight),
    );
  });

  it("calls it there as long as the origin gives it, since a look brings it back", async () => {
    const content = withTwo();
    content.origin.add(HERS);
    const { connector } = await started(cloudflareRoutes(content));
    await connector.requestDeletion(hers, "key");
    expect(content.cached.has(HERS)).toBe(false);
    expect(await connector.verify(hers)).toBe("still-there");
    expect(content.cached.has(HERS)).toBe(true);
  });

  it("shows the edge no key", async () => {
    const heads: Readonly<Record<string, string>>[] = [];
    const { connector } = await started(
      cloudflareRoutes(withTwo()).map((route) => ({
        ...route,
        answer: (call) => {
          if (route.method === "HEAD") heads.push(call.headers);
          return route.answer(call);
        },
      })),
    );
    await connector.verify(hers);
    expect(heads.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it("never calls what only marks as stale", async () => {
    const { standIn, connector } = await started(cloudflareRoutes(withTwo()));
    for (const [kind, reference] of KINDS) {
      await connector.requestDeletion(disclosureOf("cloudflare", kind, reference), "key");
    }
    expect(standIn.calls).toEqual(KINDS.map(() => `POST /client/v4/zones/${ZONE}/purge_cache`));
  });
});

describe("what is not asked of Cloudflare", () => {
  const connector = cloudflareConnector({ api: NOWHERE, zoneId: ZONE, edge: { host: HOST } });
  const ask = (kind: CopyKind, reference: string) =>
    connector.requestDeletion(disclosureOf("cloudflare", kind, reference), "key");

  it.each([
    ["cached-address", `https://other.example${HERS}`],
    ["cached-address", `http://${HOST}${HERS}`],
    ["cached-address", `https://${HOST}:8443${HERS}`],
    ["cached-address", `https://a:b@${HOST}${HERS}`],
    ["cached-address", `https://${HOST}/images/../others`],
    ["cached-address", `https://${HOST}${HERS}#top`],
    ["cached-prefix", HOST],
    ["cached-prefix", `${HOST}/`],
    ["cached-prefix", `${HOST}//`],
    ["cached-prefix", `${HOST}/*`],
    ["cached-prefix", "other.example/images"],
    ["cached-prefix", `https://${HOST}/images`],
    ["cached-tag", "one,two"],
    ["cached-tag", "*"],
    ["file", "hers"],
  ] as const)(
    "has a person look at a record that names nothing, or too much: %s %s",
    async (kind, reference) => {
      expect(await ask(kind, reference)).toMatchObject({ trouble: "mismatch" });
    },
  );

  it("looks at no address of another name", async () => {
    const other = disclosureOf("cloudflare", "cached-address", `https://169.254.169.254/latest`);
    expect(await connector.verify(other)).toMatchObject({ trouble: "mismatch" });
    expect(await connector.readStatus(other, "job")).toMatchObject({ trouble: "mismatch" });
  });

  it("looks by https alone", async () => {
    const edge = { host: HOST, baseUrl: "http://edge.example" };
    const plain = cloudflareConnector({ api: NOWHERE, zoneId: ZONE, edge });
    const hers = disclosureOf("cloudflare", "cached-address", `https://${HOST}${HERS}`);
    await expect(plain.verify(hers)).rejects.toThrow(UnsafeAddress);
  });

  it("has it kept no longer than is said, in whole seconds, and by no browser", () => {
    expect(connector.prevent(90.5)).toMatchObject({
      headers: { "Cache-Control": "public, max-age=0, s-maxage=90, must-revalidate" },
      lifetimeSeconds: 90,
    });
    expect(connector.prevent(-1).lifetimeSeconds).toBe(0);
  });
});

const CACHE = "cf-cache-status";

function withTwo(): CloudflareContent {
  const content = emptyCloudflare(ZONE, HOST);
  content.cached.set(HERS, ["person-hers"]).set(HIS, ["person-his"]);
  return content;
}

function connectorAt(url: string, place: Partial<ApiPlace> = {}) {
  const authorization = async () => ({ authorization: "Bearer test" });
  const api = { authorization, ...place, baseUrl: `${url}/client/v4` };
  return cloudflareConnector({ api, zoneId: ZONE, edge: { host: HOST, baseUrl: url } });
}
