import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const keptFor = (retentionDays: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  ownRecords: minimalPolicy.ownRecords.map((own) =>
    own.record === "clock-record" ? { ...own, retentionDays } : own,
  ),
});

export const example: RuleExample = {
  passes: keptFor(35),
  refused: keptFor(34),
  path: "ownRecords.clock-record.retentionDays",
  hurts: [],
};
