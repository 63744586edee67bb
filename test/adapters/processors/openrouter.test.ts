import { describe, expect, it, onTestFinished } from "vitest";
import { emptyOpenrouter, openrouterRoutes } from "../../../local/stand-ins/openrouter.ts";
import { startStandIn } from "../../../local/stand-ins/stand-in.ts";
import { openrouterConnector } from "../../../shared/adapters/processors/openrouter/connector.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { disclosureOf } from "./disclosed.ts";
import { NOWHERE } from "./nowhere.ts";

describeConnector("OpenRouter, file", () => {
  const content = emptyOpenrouter();
  for (const id of ["hers", "his"]) content.files.add(id);
  return {
    routes: openrouterRoutes(content),
    connector: (at) => openrouterConnector({ ...at, baseUrl: `${at.baseUrl}/api/v1` }),
    disclosure: disclosureOf("openrouter", "file", "hers"),
    isThere: () => content.files.has("hers"),
    isNeighbourThere: () => content.files.has("his"),
    canLook: true,
  };
});

it("takes no answer for a deletion in OpenRouter that does not say the word", async () => {
  const answer = () => ({ status: 200, body: { id: "hers", type: "file" } });
  const standIn = await startStandIn(
    openrouterRoutes(emptyOpenrouter()).map((route) => ({ ...route, answer })),
  );
  onTestFinished(() => standIn.stop());
  const connector = openrouterConnector({
    ...NOWHERE,
    authorization: async () => ({}),
    baseUrl: `${standIn.url}/api/v1`,
  });
  const sent = disclosureOf("openrouter", "file", "hers");
  expect(await connector.requestDeletion(sent, "key")).toMatchObject({ trouble: "unclear" });
});

describe("what OpenRouter has no call for", () => {
  const connector = openrouterConnector(NOWHERE);

  it("says that no call deletes an inference, and whom to write to", async () => {
    const sent = disclosureOf("openrouter", "inference", "gen-1");
    const answer = await connector.requestDeletion(sent, "key");
    expect(answer).toMatchObject({ outcome: "not-possible", instead: expect.stringContaining("support@") });
    expect(await connector.verify(sent)).toBe("cannot-look");
  });

  it("has a person look at a kind that it keeps nothing of, or at a job", async () => {
    const sent = disclosureOf("openrouter", "batch-file", "hers");
    expect(await connector.requestDeletion(sent, "key")).toMatchObject({ trouble: "mismatch" });
    expect(await connector.readStatus(sent, "job")).toMatchObject({ trouble: "mismatch" });
  });

  it("keeps a call to providers that neither keep nor train, and says what the account alone can switch off", () => {
    const { body, headers, stillKept } = connector.prevent(60);
    expect({ body, headers }).toEqual({
      body: { provider: { zdr: true, data_collection: "deny" } },
      headers: {},
    });
    expect(stillKept).toMatch(/settings of the account/u);
  });
});
