import { describe, expect, it } from "vitest";
import {
  ClientIncomplete,
  clockSettingsFromOutputs,
  settingsFromOutputs,
} from "../../client/client-settings.ts";
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

  it("of the clock part name the bus, the API and the clock's table, and how time runs only if it is scaled", () => {
    const outputs = {
      ...OUTPUTS,
      ClockTable: "clock",
      TombstonesTable: "tombstones",
      ServiceBusName: "lethe-minimal",
      ApiUrl: "https://api1.execute-api.ap-south-1.amazonaws.com/v1/",
    };
    const settings = {
      service: "minimal",
      region: "ap-south-1",
      keysTable: "keys",
      wrappingKeyArn: OUTPUTS.WrappingKeyArn,
      recordsBucket: "records",
      policyDigest: OUTPUTS.PolicyDigest,
      clockTable: "clock",
      tombstonesTable: "tombstones",
      serviceBusName: "lethe-minimal",
      apiUrl: outputs.ApiUrl,
    };
    expect(clockSettingsFromOutputs(outputs)).toEqual(settings);
    const scaled = { TimeScale: "3600", TimeOrigin: "2026-11-24T10:00:00.000Z" };
    expect(clockSettingsFromOutputs({ ...outputs, ...scaled })).toEqual({
      ...settings,
      time: { scale: 3600, origin: scaled.TimeOrigin },
    });
    for (const gone of ["ClockTable", "ServiceBusName", "ApiUrl"]) {
      expect(() => clockSettingsFromOutputs({ ...outputs, [gone]: undefined })).toThrow(ClientIncomplete);
    }
  });

  it("are refused when there is one that nobody knows", () => {
    const settings = { ...settingsFromOutputs(OUTPUTS), decisionTable: "misspelt" };
    expect(() => letheClient(settings)).toThrow("decisionTable");
  });
});
