import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { alarmRows, runbookEntry } from "../../infra/alarms.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const RUNBOOK = readFileSync(join(import.meta.dirname, "../../docs/runbook.md"), "utf8");
const ALARM = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.object({ Ref: z.string() })),
  Period: z.number(),
  EvaluationPeriods: z.number(),
  TreatMissingData: z.string(),
  MetricName: z.string(),
});
const QUARTER_HOUR_SECONDS = 900;

describe("the alarms", () => {
  const { erasure, policy } = synthesised();
  const alarms = resourcesOf(erasure, "AWS::CloudWatch::Alarm").map(({ Properties }) =>
    ALARM.parse(Properties),
  );

  const names = alarms.map(({ AlarmName }) => AlarmName.slice(`lethe-${policy.service.id}-`.length));

  it("are those of the table and those of the clock, and each says where people read what to do", () => {
    expect(names).toEqual(expect.arrayContaining(alarmRows().map(([name]) => name)));
    for (const [at, name] of names.entries()) {
      expect(alarms[at]?.AlarmDescription).toMatch(new RegExp(`${runbookEntry(name)}$`));
    }
  });

  it("have one entry each in the runbook, and no entry is of an alarm that is not there", () => {
    const headings = [...RUNBOOK.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings.toSorted()).toEqual(names.toSorted());
  });

  it("ring within a quarter of an hour on the topic of alarms", () => {
    const topic = resourcesOf(erasure, "AWS::SNS::Topic").find(({ logicalId }) =>
      logicalId.startsWith("alarms"),
    );
    for (const { AlarmActions, Period, EvaluationPeriods } of alarms) {
      expect(AlarmActions).toEqual([{ Ref: topic?.logicalId }]);
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual(QUARTER_HOUR_SECONDS);
    }
  });

  it("ring for the drain and the sweeper when they do not run at all, and for nothing else that counts nothing", () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === "breaching");
    expect(silent.map(({ MetricName }) => MetricName)).toEqual(["Invocations", "SweeperDelaySeconds"]);
  });

  it("tell nobody by mail unless that is asked for, and then the contact of the service", () => {
    const byMail = ({ erasure }: Pick<ReturnType<typeof synthesised>, "erasure">) =>
      resourcesOf(erasure, "AWS::SNS::Subscription").filter(
        ({ Properties }) => Properties.Protocol !== "sqs",
      );
    expect(byMail({ erasure })).toEqual([]);
    const [subscription] = byMail(synthesised({ tellsContact: true }));
    expect(subscription?.Properties).toMatchObject({ Protocol: "email", Endpoint: policy.service.contact });
  });
});
