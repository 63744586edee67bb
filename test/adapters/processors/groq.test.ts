import { describe, expect, it, onTestFinished } from "vitest";
import { emptyGroq, groqRoutes } from "../../../local/stand-ins/groq.ts";
import { startStandIn } from "../../../local/stand-ins/stand-in.ts";
import { groqConnector } from "../../../shared/adapters/processors/groq/connector.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";
import { NOWHERE } from "./nowhere.ts";

describeConnector("Groq, file of a batch", () => {
  const content = emptyGroq();
  for (const id of ["hers", "his"]) content.files.add(id);
  return {
    routes: groqRoutes(content),
    connector: (at) => groqConnector({ ...at, baseUrl: `${at.baseUrl}/openai/v1` }),
    disclosure: disclosureOf("groq", "batch-file", "hers"),
    isThere: () => content.files.has("hers"),
    isNeighbourThere: () => content.files.has("his"),
    canLook: true,
  };
});

it("takes no answer for a deletion in Groq that does not say the word", async () => {
  const answer = () => ({ status: 200, body: { id: "hers", object: "file", deleted: false } });
  const standIn = await startStandIn(groqRoutes(emptyGroq()).map((route) => ({ ...route, answer })));
  onTestFinished(() => standIn.stop());
  const connector = groqConnector({
    ...NOWHERE,
    authorization: async () => ({}),
    baseUrl: `${standIn.url}/openai/v1`,
  });
  const sent = disclosureOf("groq", "batch-file", "hers");
  expect(await connector.requestDeletion(sent, "key")).toMatchObject({ trouble: "unclear" });
});

describe("what Groq has no call for", () => {
  const connector = groqConnector(NOWHERE);

  it("says of an inference when it is gone at the latest, without a call", async () => {
    const sent = disclosureOf("groq", "inference", "chatcmpl-1");
    expect(await connector.requestDeletion(sent, "key")).toEqual({
      outcome: "ages-out-on",
      on: "2031-12-20T10:00:00.000Z",
    });
    expect(await connector.verify(sent)).toBe("cannot-look");
  });

  it("keeps to the day that was recorded when it was sent", async () => {
    const sent = {
      ...disclosureOf("groq", "inference", "chatcmpl-1"),
      agesOutAt: "2031-11-21T00:00:00.000Z",
    };
    expect(await connector.requestDeletion(sent, "key")).toMatchObject({ on: "2031-11-21T00:00:00.000Z" });
  });

  it("has a person look at a kind that it keeps nothing of, or at a job", async () => {
    const sent = disclosureOf("groq", "conversation", "hers");
    expect(await connector.requestDeletion(sent, "key")).toMatchObject({ trouble: "mismatch" });
    expect(await connector.readStatus(sent, "job")).toMatchObject({ trouble: "mismatch" });
  });

  it("promises nothing that a call cannot have", () => {
    expect(connector.prevent(60)).toMatchObject({
      headers: {},
      body: {},
      stillKept: expect.stringContaining("30 days"),
    });
    expect(connector.prevent(60).lifetimeSeconds).toBeUndefined();
  });
});
