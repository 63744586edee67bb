import { DescribeReceiptRuleCommand, type SESClient } from "@aws-sdk/client-ses";
import { comparable, isTrue, member, members, type Properties, type Settings } from "./settings.ts";

/** Returns what a template wants of a receipt rule. */
export function wantedOfReceiptRule(properties: Properties): Settings {
  const rule = member(properties, "Rule");
  return {
    enabled: comparable(isTrue(rule.Enabled)),
    scanned: comparable(isTrue(rule.ScanEnabled)),
    TLS: comparable(rule.TlsPolicy),
    recipients: comparable(rule.Recipients),
    actions: comparable(members(rule, "Actions").map((action) => Object.keys(action))),
  };
}

/** Returns what a receipt rule has. */
export async function foundInReceiptRule(
  ses: SESClient,
  RuleSetName: string,
  RuleName: string,
): Promise<Settings> {
  const { Rule: rule } = await ses.send(new DescribeReceiptRuleCommand({ RuleSetName, RuleName }));
  return {
    enabled: comparable(rule?.Enabled === true),
    scanned: comparable(rule?.ScanEnabled === true),
    TLS: comparable(rule?.TlsPolicy),
    recipients: comparable(rule?.Recipients),
    actions: comparable((rule?.Actions ?? []).map((action) => Object.keys(action))),
  };
}
