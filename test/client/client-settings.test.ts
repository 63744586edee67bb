import { describe, expect, it } from "vitest";
import { ClientIncomplete, settingsFromOutputs } from "../../client/client-settings.ts";
import { letheClient } from "../../client/lethe-client.ts";

const OUTPUTS = {
  Service: "minimal",
  DecisionsTable: "decisions",
  KeysTable: "keys",
  WrappingKeyArn: "arn:aws:kms:ap-south-1:000000000000:key/1",
  RecordsBucket: "records",
  PolicyDigest: "a".repeat(64),
  LedgerTable: "not for the client",
};

describe("the client's settings", () => {
  it("are those of the stacks' outputs that it needs", () => {
    expect(settingsFromOutputs(OUTPUTS)).toEqual({
      service: "minimal",
      region: "ap-south-1",
      decisionsTable: "decisions",
      keysTable: "keys",
      wrappingKeyArn: "arn:aws:kms:ap-south-1:000000000000:key/1",
      recordsBucket: "records",
      policyDigest: "a".repeat(64),
    });
  });

  it("are refused at once when one is missing, by its name", () => {
    const { DecisionsTable: _, ...rest } = OUTPUTS;
    expect(() => settingsFromOutputs(rest)).toThrow(ClientIncomplete);
    expect(() => settingsFromOutputs(rest)).toThrow("decisionsTable");
  });

  it("are refused when there is one that nobody knows", () => {
    const settings = { ...settingsFromOutputs(OUTPUTS), decisionTable: "misspelt" };
    expect(() => letheClient(settings)).toThrow("decisionTable");
  });
});
