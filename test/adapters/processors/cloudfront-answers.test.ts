import { describe, expect, it } from "vitest";
import { cloudfrontRoutes } from "../../../local/stand-ins/cloudfront.ts";
import { UnsafeAddress } from "../../../shared/adapters/processor-calls/call-api.ts";
import { cloudfrontConnector } from "../../../shared/adapters/processors/cloudfront/connector.ts";
import {
  answering,
  connectorAt,
  DISTRIBUTION,
  HERS,
  HIS,
  HOST,
  hers,
  started,
  withTwo,
} from "./cloudfront-tried.ts";
import { disclosureOf } from "./disclosed.ts";

describe("CloudFront, when it answers something else", () => {
  const said = (text: (before: string) => string) =>
    started(
      cloudfrontRoutes(withTwo()).map((route) => ({
        ...route,
        answer: (call) => {
          const answer = route.answer(call);
          return answer.text === undefined ? answer : { ...answer, text: text(answer.text) };
        },
      })),
    );
  const failing = (status: number, code: string) =>
    answering("POST", {
      status,
      text: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`,
      headers: { "content-type": "text/xml" },
    });

  it.each([
    ["another path", HERS, HIS],
    ["more paths", "</Items>", `<Path>${HIS}</Path></Items>`],
    ["another request", "<CallerReference>key<", "<CallerReference>other<"],
  ])("stops where the answer is about %s", async (_what, was, is) => {
    const { connector } = await said((text) => text.replace(was, is));
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble: "mismatch" });
  });

  it("stops where it tells of another job than was asked about", async () => {
    const { connector } = await said((text) => text.replace("<Id>I", "<Id>J"));
    await connector.requestDeletion(hers, "key");
    expect(await connector.readStatus(hers, "I0000000000001")).toMatchObject({ trouble: "mismatch" });
  });

  it("takes an answer without an invalidation for none", async () => {
    const { connector } = await said(() => "<Invalidation></Invalidation>");
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble: "unclear" });
  });

  it.each([
    [413, "BatchTooLarge"],
    [400, "TooManyInvalidationsInProgress"],
    [400, "Throttling"],
  ])("waits where too much is under way: %d %s", async (status, code) => {
    const { connector } = await failing(status, code);
    expect(await connector.requestDeletion(hers, "key")).toEqual({ trouble: "busy", againAfterSeconds: 60 });
  });

  it.each([
    [404, "NoSuchDistribution", "mismatch"],
    [403, "AccessDenied", "credentials"],
    [400, "InvalidArgument", "unclear"],
  ])("says what is the matter: %d %s", async (status, code, trouble) => {
    const { connector } = await failing(status, code);
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble });
  });

  it("tries once, and leaves it to whoever asks to try again", async () => {
    const { standIn, connector } = await started(cloudfrontRoutes(withTwo()));
    standIn.fail("500");
    await connector.requestDeletion(hers, "key");
    expect(standIn.calls).toHaveLength(1);
  });

  it.each([
    [200, "Hit from cloudfront", "still-there"],
    [200, "RefreshHit from cloudfront", "still-there"],
    [200, "Miss from cloudfront", "still-there"],
    [404, "Error from cloudfront", "absent"],
    [410, "Error from cloudfront", "absent"],
    // A page for errors that is answered as if all were well, and a refusal that may be for want of a signature.
    [200, "Error from cloudfront", "cannot-look"],
    [403, "Error from cloudfront", "cannot-look"],
    [404, "FunctionGeneratedResponse from cloudfront", "cannot-look"],
    [404, "", "cannot-look"],
  ] as const)("reads what the edge says: %d %s is %s", async (status, cache, sight) => {
    const { connector } = await answering("HEAD", { status, headers: { "x-cache": cache } });
    expect(await connector.verify(hers)).toBe(sight);
  });

  it("shows the edge no key, and follows it nowhere", async () => {
    const heads: Readonly<Record<string, string>>[] = [];
    const { standIn, connector } = await started([
      {
        method: "HEAD",
        path: "/images/{owner}/{name}",
        answer: ({ headers }) => {
          heads.push(headers);
          return { status: 302, headers: { location: "/images/elsewhere/1.png" } };
        },
      },
    ]);
    expect(await connector.verify(hers)).toMatchObject({ trouble: "unclear" });
    expect(heads.map(({ authorization }) => authorization)).toEqual([undefined]);
    expect(standIn.calls).toHaveLength(1);
  });
});

describe("what is not asked of CloudFront", () => {
  const connector = connectorAt("http://127.0.0.1:1");

  it.each([
    ["cached-address", `https://other.example${HERS}`],
    ["cached-address", `https://${HOST}/images/*`],
    ["cached-address", `https://${HOST}/images/../others`],
    ["cached-prefix", `${HOST}/`],
    ["cached-prefix", `${HOST}/*`],
    ["cached-tag", "one,two"],
    ["cached-tag", "a".repeat(257)],
    ["file", "hers"],
  ] as const)(
    "has a person look at a record that names nothing, or too much: %s %s",
    async (kind, reference) => {
      const disclosure = disclosureOf("cloudfront", kind, reference);
      expect(await connector.requestDeletion(disclosure, "key")).toMatchObject({ trouble: "mismatch" });
      expect(await connector.readStatus(disclosure, "I1")).toMatchObject({ trouble: "mismatch" });
    },
  );

  it("knows nothing where nobody is reached", async () => {
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble: "unclear" });
    expect(await connector.verify(hers)).toMatchObject({ trouble: "unclear" });
  });

  it("says that it is our key where there is none to sign with", async () => {
    const without = cloudfrontConnector({
      distributionId: DISTRIBUTION,
      edge: { host: HOST },
      endpoint: "http://127.0.0.1:1",
      credentials: () =>
        Promise.reject(Object.assign(new Error("none"), { name: "CredentialsProviderError" })),
    });
    expect(await without.requestDeletion(hers, "key")).toMatchObject({ trouble: "credentials" });
  });

  it("goes nowhere but by https", () => {
    const place = { distributionId: DISTRIBUTION, edge: { host: HOST }, endpoint: "http://api.example" };
    expect(() => cloudfrontConnector(place)).toThrow(UnsafeAddress);
  });

  it("has it kept no longer than is said", () => {
    expect(connector.prevent(90)).toMatchObject({
      headers: { "Cache-Control": "public, max-age=0, s-maxage=90, must-revalidate" },
      lifetimeSeconds: 90,
    });
  });
});
