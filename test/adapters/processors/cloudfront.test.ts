import { describe, expect, it } from "vitest";
import { cloudfrontRoutes } from "../../../local/stand-ins/cloudfront.ts";
import type { CopyKind } from "../../../shared/domain/processors/disclosure.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { connectorAt, HERS, HIS, HOST, hers, started, withTwo } from "./cloudfront-tried.ts";
import { disclosureOf } from "./disclosed.ts";

const KINDS: readonly (readonly [CopyKind, string, string])[] = [
  ["cached-address", `https://${HOST}${HERS}`, `https://${HOST}/images/never-sent.png`],
  ["cached-prefix", `${HOST}/images/hers`, `${HOST}/never-sent`],
  ["cached-tag", "person-Hers", "never-sent"],
];

for (const [kind, reference, unknownReference] of KINDS) {
  describeConnector(`CloudFront, ${kind}`, () => {
    const content = withTwo();
    return {
      routes: cloudfrontRoutes(content),
      connector: (at) => connectorAt(at.baseUrl, at),
      disclosure: disclosureOf("cloudfront", kind, reference),
      isThere: () => content.cached.has(HERS),
      isNeighbourThere: () => content.cached.has(HIS),
      canLook: kind === "cached-address",
      hasJobs: true,
      ofUnknown: "accepted-unverified",
      unknownReference,
      namesTheThing: false,
    };
  });
}

describe("CloudFront, whose invalidations are jobs", () => {
  const asked = async (disclosure = hers, content = withTwo()) => {
    const { standIn, connector } = await started(cloudfrontRoutes(content));
    const answer = await connector.requestDeletion(disclosure, "key");
    return { standIn, connector, content, job: "job" in answer ? (answer.job ?? "") : "" };
  };

  it("calls it deleted when the job is completed and the edge agrees", async () => {
    const { connector, content, job } = await asked();
    expect(await connector.readStatus(hers, job)).toEqual({ outcome: "deleted" });
    expect([content.cached.has(HERS), content.cached.has(HIS)]).toEqual([false, true]);
  });

  it("does not believe that it is completed where the edge still answers it", async () => {
    const content = withTwo();
    const { standIn, connector } = await started(cloudfrontRoutes(content));
    standIn.fail("lies");
    const answer = await connector.requestDeletion(hers, "key");
    const job = "job" in answer ? (answer.job ?? "") : "";
    expect(await connector.readStatus(hers, job)).toMatchObject({ trouble: "unclear" });
    expect([...content.invalidations.values()]).toMatchObject([{ status: "Completed" }]);
  });

  it("goes on asking about a job that never ends", async () => {
    const { standIn, connector, job } = await asked();
    standIn.fail("never");
    expect(await connector.readStatus(hers, job)).toEqual({ outcome: "accepted-unverified", job });
  });

  it.each([
    ["cached-prefix", `${HOST}/images/hers`],
    ["cached-tag", "person-Hers"],
  ] as const)(
    "has CloudFront's word alone for a %s, and calls it no more than accepted",
    async (kind, reference) => {
      const disclosure = disclosureOf("cloudfront", kind, reference);
      const { connector, content, job } = await asked(disclosure);
      expect(await connector.readStatus(disclosure, job)).toEqual({ outcome: "accepted-unverified" });
      expect([content.cached.has(HERS), content.cached.has(HIS)]).toEqual([false, true]);
    },
  );

  it("makes one invalidation of one request, however often it is tried", async () => {
    const { connector, content, job } = await asked();
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ job });
    expect(content.invalidations.size).toBe(1);
  });

  it("stops where the key of a request was used for something else", async () => {
    const { connector } = await asked();
    const his = disclosureOf("cloudfront", "cached-address", `https://${HOST}${HIS}`);
    expect(await connector.requestDeletion(his, "key")).toMatchObject({ trouble: "mismatch" });
  });

  it("drops the copies of many addresses by one invalidation, the same however often it is told", async () => {
    const content = withTwo();
    const { connector } = await started(cloudfrontRoutes(content));
    const both = [HERS, HIS].map((path) => `https://${HOST}${path}`);
    const first = await connector.cache?.drop(both, "key");
    expect(await connector.cache?.drop(both, "key")).toEqual(first);
    expect([...content.invalidations.values()]).toMatchObject([{ items: [HERS, HIS] }]);
    expect(await connector.cache?.look(both[0] ?? "")).toBe("still-there");
    await connector.readStatus(hers, "I0000000000001");
    expect(await connector.cache?.look(both[0] ?? "")).toBe("absent");
  });

  it.each(["https://other.example/a.png", `https://${HOST}/*`])(
    "drops nothing where an address is not one of the distribution: %s",
    async (address) => {
      const { connector, standIn } = await started(cloudfrontRoutes(withTwo()));
      const dropped = await connector.cache?.drop([`https://${HOST}${HERS}`, address], "key");
      expect(dropped).toMatchObject({ trouble: "mismatch" });
      expect(standIn.calls).toEqual([]);
    },
  );

  it("stops where it knows no such job", async () => {
    const { connector } = await asked();
    expect(await connector.readStatus(hers, "I0")).toMatchObject({ trouble: "mismatch" });
  });

  it("calls it there as long as the origin gives it, since a look brings it back", async () => {
    const content = withTwo();
    content.origin.add(HERS);
    const { connector, job } = await asked(hers, content);
    expect(await connector.readStatus(hers, job)).toMatchObject({ trouble: "unclear" });
    expect(content.cached.has(HERS)).toBe(true);
  });
});
