import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyFal, type FalContent, type FalRequest, falRoutes } from "../../../local/stand-ins/fal.ts";
import type { StandIn } from "../../../local/stand-ins/stand-in.ts";
import { falConnector } from "../../../shared/adapters/processors/fal/connector.ts";
import type { Disclosure } from "../../../shared/domain/processors/disclosure.ts";
import type { ProcessorConnector } from "../../../shared/operations/ports.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { startChecked } from "../../stand-ins/start-checked.ts";
import { disclosureOf } from "./disclosed.ts";

const MODELS = ["fal-ai/other", "fal-ai/flux/dev"];
const NOW = new Date("2031-11-24T10:00:00.000Z");
const LATER = "2031-12-01T10:00:00.000Z";
const ADMIN = { authorization: "Key admin-1" };
const request = disclosureOf("fal", "request-payload", "hers");

function storedRequest(...outputFiles: readonly string[]): FalRequest {
  return { model: "fal-ai/flux/dev", isStored: true, outputFiles: new Set(outputFiles) };
}

describeConnector("fal.ai, request with its output", () => {
  const content = emptyFal();
  const [hers, his] = [storedRequest("https://cdn.example/1", "https://cdn.example/2"), storedRequest("h")];
  content.requests.set("hers", hers).set("his", his);
  return {
    routes: falRoutes(content),
    connector: (at) =>
      falConnector(
        { ...at, baseUrl: `${at.baseUrl}/v1`, authorization: async () => ADMIN },
        { models: MODELS },
      ),
    disclosure: request,
    isThere: () => hers.isStored || hers.outputFiles.size > 0,
    isNeighbourThere: () => his.isStored && his.outputFiles.size === 1,
    canLook: "while-there",
  };
});

describe("the connector of fal.ai", () => {
  let content: FalContent;
  let standIn: StandIn;
  let key: string;
  let now: Date;
  let connector: ProcessorConnector;

  beforeEach(async () => {
    content = emptyFal();
    [key, now] = [ADMIN.authorization, NOW];
    standIn = await startChecked(
      "fal",
      falRoutes(content, () => now),
    );
    const place = { baseUrl: `${standIn.url}/v1`, authorization: async () => ({ authorization: key }) };
    connector = falConnector({ ...place, now: () => now }, { models: MODELS });
  });
  afterEach(() => standIn.stop());

  const ask = (disclosure: Disclosure = request) => connector.requestDeletion(disclosure, "key-1");
  const inputFile = disclosureOf("fal", "file", "https://v3b.fal.example/files/b/1/upload.png");

  it("sees that a file was not deleted though the answer is 200, and does not ask again by itself", async () => {
    content.requests.set("hers", storedRequest("https://cdn.example/1", "https://cdn.example/2"));
    content.stuckFiles.add("https://cdn.example/2");
    const answer = await ask();
    expect(answer).toMatchObject({
      trouble: "mismatch",
      why: expect.stringContaining("1 of 2 output files"),
    });
    expect(JSON.stringify(answer)).not.toContain("cdn.example");
    expect(await ask()).toEqual(answer);
  });

  it("learns after a death what the first call did, as long as the answer is repeated", async () => {
    content.requests.set("hers", storedRequest("https://cdn.example/1"));
    await ask();
    content.requests.delete("hers");
    expect(await ask()).toEqual({ outcome: "accepted-unverified" });
    now = new Date(NOW.getTime() + 600_000);
    expect(await ask()).toEqual({ outcome: "already-absent" });
  });

  it("says of a request that is not stored that its files go by their lifetime, until that is over", async () => {
    expect(await ask({ ...request, agesOutAt: LATER })).toEqual({ outcome: "ages-out-on", on: LATER });
    expect(await ask({ ...request, agesOutAt: NOW.toISOString() })).toEqual({ outcome: "already-absent" });
    content.requests.set("hers", storedRequest());
    now = new Date(NOW.getTime() + 600_000);
    expect(await ask({ ...request, agesOutAt: LATER })).toEqual({ outcome: "ages-out-on", on: LATER });
  });

  it("does not take a wrong address for a request that is gone", async () => {
    content.requests.set("hers", storedRequest());
    const place = { baseUrl: `${standIn.url}/v2`, authorization: async () => ADMIN };
    const lost = falConnector(place, { models: MODELS });
    expect(await lost.requestDeletion(request, "key-1")).toMatchObject({ trouble: "unclear" });
  });

  it.each(["Bearer admin-1", "Key api-1"])("needs an admin key, and says so of %s", async (given) => {
    content.requests.set("hers", storedRequest());
    key = given;
    expect(await ask()).toMatchObject({ trouble: "credentials" });
    expect(content.requests.get("hers")?.isStored).toBe(true);
  });

  it("closes an input file to everybody, and says that it stays, or until when", async () => {
    const [hers, his] = [inputFile.reference, "https://v3b.fal.example/files/b/1/his.png"];
    const open = { default: "allow", rules: [{ user: "somebody", decision: "allow" }] };
    content.inputFiles.set(hers, open).set(his, open);
    expect(await ask(inputFile)).toMatchObject({
      outcome: "not-possible",
      instead: expect.stringContaining("hides it from everybody"),
    });
    expect(content.inputFiles.get(hers)).toEqual({ default: "hide", rules: [] });
    expect(content.inputFiles.get(his)).toEqual(open);
    expect(await ask({ ...inputFile, agesOutAt: LATER })).toEqual({ outcome: "ages-out-on", on: LATER });
    expect(await connector.verify(inputFile)).toBe("cannot-look");
  });

  it("does not believe that an input file is closed whose access list says otherwise", async () => {
    content.inputFiles.set(inputFile.reference, { default: "allow", rules: [] });
    standIn.fail("lies");
    expect(await ask(inputFile)).toMatchObject({ trouble: "unclear" });
    content.inputFiles.set(inputFile.reference, {
      default: "hide",
      rules: [{ user: "somebody", decision: "allow" }],
    });
    expect(await ask(inputFile)).toMatchObject({ trouble: "unclear" });
  });

  it("says of an input file that it is not there, or that it cannot be closed", async () => {
    expect(await ask(inputFile)).toEqual({ outcome: "already-absent" });
    const elsewhere = { ...inputFile, reference: "https://storage.fal.example/upload.png" };
    expect(await ask(elsewhere)).toMatchObject({
      outcome: "not-possible",
      instead: expect.stringContaining("did not take an access list"),
    });
  });

  it.each(["http://v3b.fal.example/a.png", "https://v3b.fal.example/a.png?token=1", "a.png"])(
    "asks about no address that is none of a file: %s",
    async (reference) => {
      expect(await ask({ ...inputFile, reference })).toMatchObject({ trouble: "mismatch" });
      expect(standIn.calls).toEqual([]);
    },
  );

  it("cannot look where nobody says which models were called", async () => {
    content.requests.set("hers", storedRequest());
    const place = { baseUrl: `${standIn.url}/v1`, authorization: async () => ADMIN };
    expect(await falConnector(place, { models: [] }).verify(request)).toBe("cannot-look");
    expect(await connector.verify(request)).toBe("still-there");
  });

  it("stops where the list is about another request", async () => {
    content.requests.set("hers", storedRequest());
    standIn.fail("other-subject");
    expect(await connector.verify(request)).toMatchObject({ trouble: "mismatch" });
  });

  it("asks nothing of a kind that it does not have, and of no job", async () => {
    expect(await ask(disclosureOf("fal", "customer", "hers"))).toMatchObject({ trouble: "mismatch" });
    expect(await connector.readStatus(request, "job-1")).toMatchObject({ trouble: "mismatch" });
    expect(standIn.calls).toEqual([]);
  });

  it.each([
    [86_400, 86_400],
    [0.5, 1],
    [-1, 1],
  ])("has what is sent end by itself: asked for %d s, %d s", (asked, seconds) => {
    expect(connector.prevent(asked)).toMatchObject({
      headers: {
        "X-Fal-Object-Lifecycle-Preference": `{"expiration_duration_seconds":${seconds}}`,
        "X-Fal-Store-IO": "0",
      },
      lifetimeSeconds: seconds,
    });
  });
});
