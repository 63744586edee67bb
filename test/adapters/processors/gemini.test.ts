import { afterEach, describe, expect, it } from "vitest";
import { emptyGemini, type GeminiContent, geminiRoutes } from "../../../local/stand-ins/gemini.ts";
import { type StandIn, type StandInRoute, startStandIn } from "../../../local/stand-ins/stand-in.ts";
import type { ApiPlace } from "../../../shared/adapters/processor-calls/call-api.ts";
import { geminiConnector } from "../../../shared/adapters/processors/gemini/connector.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";
import { NOWHERE } from "./nowhere.ts";

const KINDS = [
  ["file", "files"],
  ["cached-content", "cachedContents"],
] as const;

for (const [kind, place] of KINDS) {
  describeConnector(`Gemini, ${kind}`, () => {
    const content = withTwo();
    return {
      routes: geminiRoutes(content),
      connector: (at) => geminiConnector(geminiAt(at.baseUrl, at)),
      disclosure: disclosureOf("gemini", kind, `${place}/hers`),
      isThere: () => content[place].has("hers"),
      isNeighbourThere: () => content[place].has("his"),
      canLook: true,
      namesTheThing: false,
    };
  });
}

describe("Gemini, which says that one may not of what is not there", () => {
  const running: StandIn[] = [];
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.stop();
  });
  const started = async (routes: readonly StandInRoute[], key = "test") => {
    const standIn = await startStandIn(routes);
    running.push(standIn);
    const place = { ...geminiAt(standIn.url), authorization: async () => ({ "x-goog-api-key": key }) };
    return { standIn, connector: geminiConnector(place) };
  };
  const hers = disclosureOf("gemini", "file", "files/hers");

  it("takes a thing for gone only after reading the whole list", async () => {
    const content = emptyGemini();
    for (let at = 0; at < 250; at += 1) content.files.add(`other-${at}`);
    const { standIn, connector } = await started(geminiRoutes(content));
    expect(await connector.requestDeletion(hers, "key")).toEqual({ outcome: "already-absent" });
    expect(standIn.calls.filter((call) => call === "GET /v1beta/files")).toHaveLength(3);
    expect(content.files.size).toBe(250);
  });

  it("says that it is our key where the thing is in the list and may not be touched", async () => {
    const routes = geminiRoutes(withTwo()).map((route) =>
      route.path.endsWith("{id}") ? { ...route, answer: () => ({ status: 403, body: {} }) } : route,
    );
    const { connector } = await started(routes);
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble: "credentials" });
    expect(await connector.verify(hers)).toMatchObject({ trouble: "credentials" });
  });

  it("says that it is our key where it answers 400 to one that is none", async () => {
    const content = withTwo();
    const { connector } = await started(geminiRoutes(content), "wrong");
    expect(await connector.requestDeletion(hers, "key")).toMatchObject({ trouble: "credentials" });
    expect(await connector.verify(hers)).toMatchObject({ trouble: "credentials" });
    expect(content.files.has("hers")).toBe(true);
  });

  it("stops where a look is answered with another name", async () => {
    const routes = geminiRoutes(withTwo()).map((route) =>
      route.method === "GET" && route.path.endsWith("{id}")
        ? { ...route, answer: () => ({ status: 200, body: { name: "files/his" } }) }
        : route,
    );
    const { connector } = await started(routes);
    expect(await connector.verify(hers)).toMatchObject({ trouble: "mismatch" });
  });

  it("reads no endless list", async () => {
    const endless = (answer: StandInRoute["answer"]) => (call: Parameters<typeof answer>[0]) =>
      call.parts.id === undefined ? { status: 200, body: { nextPageToken: "on" } } : answer(call);
    const routes = geminiRoutes(emptyGemini()).map((route) => ({ ...route, answer: endless(route.answer) }));
    const { standIn, connector } = await started(routes);
    expect(await connector.verify(hers)).toMatchObject({ trouble: "unclear" });
    expect(standIn.calls).toHaveLength(101);
  });
});

describe("what Gemini has no call for", () => {
  const connector = geminiConnector(NOWHERE);

  it("says of an inference when its logs are gone, 55 days after it was sent", async () => {
    const sent = disclosureOf("gemini", "inference", "response-1");
    expect(await connector.requestDeletion(sent, "key")).toEqual({
      outcome: "ages-out-on",
      on: "2032-01-14T10:00:00.000Z",
    });
    expect(await connector.verify(sent)).toBe("cannot-look");
  });

  it("has a person look at a kind that it keeps nothing of, or at a job", async () => {
    const sent = disclosureOf("gemini", "conversation", "hers");
    expect(await connector.requestDeletion(sent, "key")).toMatchObject({ trouble: "mismatch" });
    expect(await connector.readStatus(sent, "job")).toMatchObject({ trouble: "mismatch" });
  });

  it("promises nothing that a call cannot have", () => {
    expect(connector.prevent(60)).toMatchObject({
      headers: {},
      body: {},
      stillKept: expect.stringContaining("55 days"),
    });
  });
});

function withTwo(): GeminiContent {
  const content = emptyGemini();
  for (const id of ["hers", "his"]) {
    content.files.add(id);
    content.cachedContents.add(id);
  }
  return content;
}

function geminiAt(url: string, place: Partial<ApiPlace> = {}): ApiPlace {
  return {
    ...place,
    baseUrl: `${url}/v1beta`,
    authorization: async () => ({ "x-goog-api-key": "test" }),
  };
}
