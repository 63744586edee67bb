import { EventBridgeClient, ListRulesCommand, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealedSettingsFromOutputs } from "../../client/client-settings.ts";
import { letheSealed } from "../../client/lethe-sealed.ts";
import { storePerson } from "../../local/demo/store-person.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { copiedBucket, copiedTable } from "./copied.ts";
import { emptied, keysOf } from "./emptied.ts";
import { type Service, startService } from "./service.ts";

const OBJECTS = 3;

describe("a service that lost its stores", () => {
  const [person, neighbour] = [subjectIdOf("1"), subjectIdOf("10")];
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    for (const one of [person, neighbour]) await storePerson(service.demo, one, OBJECTS);
  });
  afterAll(() => service.stop());

  it("gets back all but the erased, by lethe restore, from a bucket and from a table", async () => {
    const madeAt = new Date();
    const [ofBucket, ofTable] = [
      await copiedBucket(service, "portraits", madeAt),
      await copiedTable(service, "catalogue", madeAt),
    ];
    const [portraits, catalogue] = [await keysOf(service, "portraits"), await keysOf(service, "catalogue")];
    const erased = await service.lethe("erase", "--subject", person, "--wait");
    expect(erased.exitCode, erased.stderr).toBe(0);
    for (const store of ["portraits", "catalogue"]) await emptied(service, store);

    const plan = await service.lethe("restore", "portraits", "--copy", ofBucket, "--plan");
    expect(plan.exitCode, plan.stderr).toBe(0);
    expect(plan.stdout).toMatch(/was erased: would be removed\s+[1-9]/u);
    expect(await keysOf(service, "portraits")).toEqual([]);

    for (const [store, copy] of [
      ["portraits", ofBucket],
      ["catalogue", ofTable],
    ] as const) {
      const done = await service.lethe("restore", store, "--copy", copy);
      expect(done.exitCode, `${done.stdout}${done.stderr}`).toBe(0);
      expect(done.stdout).toContain("is completed");
    }
    const ofNeighbour = (key: string) => /(?:^users\/10\/|SUBJECT#10")/u.test(key);
    expect(portraits.some((key) => !ofNeighbour(key))).toBe(true);
    expect(await keysOf(service, "portraits")).toEqual(portraits.filter(ofNeighbour));
    expect(await keysOf(service, "catalogue")).toEqual(catalogue.filter(ofNeighbour));
  });

  it("is told of copies that somebody made by hand, by what they hold and by the call that made one", async () => {
    const place = { endpoint: service.aws.endpoint, region: service.output("Region") };
    const lambda = new LambdaClient({ ...place, credentials: LOCAL_CREDENTIALS });
    const FunctionName = service.output("WatchRestoresFunctionName");
    // The copies of the first story are such: they lie beside the stores, with people of ours in them.
    await lambda.send(new InvokeCommand({ FunctionName, Payload: "{}" }));
    const { stdout } = await service.lethe("tasks");
    expect(stdout).toContain("copy-of-portraits-");
    expect(stdout).toContain("copy-of-catalogue-");
    const [task = ""] = /tsk_[0-9a-f]+/u.exec(stdout) ?? [];
    const closed = await service.lethe(
      "task",
      "done",
      task,
      "--note",
      "They are gone.",
      "--evidence",
      "T-1",
      "--as",
      "ada",
    );
    expect(closed.exitCode, closed.stderr).toBe(0);

    const recorded = recordedByCloudTrail(service.demo.bindings.stores.catalogue?.id);
    // Nobody may put events of AWS itself on the bus, so the rule is asked whether it would take this one.
    const bus = new EventBridgeClient({ ...place, credentials: LOCAL_CREDENTIALS });
    const { Rules = [] } = await bus.send(new ListRulesCommand({}));
    const rule = Rules.find(({ Name = "" }) => Name.includes("restoreevents"));
    const asked = new TestEventPatternCommand({ EventPattern: rule?.EventPattern, Event: recorded });
    expect((await bus.send(asked)).Result).toBe(true);
    await lambda.send(new InvokeCommand({ FunctionName, Payload: recorded }));
    expect((await service.lethe("tasks")).stdout).toContain("restored-by-hand");
  });

  it("seals nothing that its policy does not mark", async () => {
    const outputs: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(service.outputs));
    const { endpoint } = service.aws;
    const sealed = letheSealed(sealedSettingsFromOutputs(outputs), {
      endpoint,
      credentials: LOCAL_CREDENTIALS,
    });
    await expect(sealed.seal("1", "facial-landmarks", new Uint8Array(3))).rejects.toThrow("does not mark");
  });
});

/** An event as EventBridge hands it on. */
function recordedByCloudTrail(sourceTableName: string | undefined): string {
  return JSON.stringify({
    id: "1",
    version: "0",
    source: "aws.dynamodb",
    account: "000000000000",
    region: "eu-central-1",
    time: "2026-11-23T10:00:00Z",
    resources: [],
    "detail-type": "AWS API Call via CloudTrail",
    detail: {
      eventSource: "dynamodb.amazonaws.com",
      eventName: "RestoreTableToPointInTime",
      requestParameters: { sourceTableName, targetTableName: "restored-by-hand" },
    },
  });
}
