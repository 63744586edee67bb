import { type Policy, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

/** A policy with a limit, a right and notices, from which the others differ. */
export const base: Policy = PolicySchema.parse({
  ...minimalPolicy,
  retention: [
    {
      category: "picture",
      limit: { after: { days: 30 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
  ],
  notices: [
    { change: "material", daysBefore: 7, channels: ["mail"], promise: "MI3" },
    { change: "training-use", daysBefore: 30, channels: ["app"], needsConsent: true, promise: "MI3" },
  ],
  rights: [
    {
      right: "erasure",
      channels: ["app", "mail"],
      deadlines: [{ what: "answer", within: { calendarDays: 30 }, from: "receipt", source: "MI1" }],
    },
  ],
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "expiry",
      says: "Pictures go within 30 days",
      covers: ["picture"],
      within: { days: 30 },
      forbids: ["advertising"],
      kept: { status: "not-yet", missing: "the clock" },
    },
    {
      id: "MI3",
      kind: "notice",
      says: "Changes are announced",
      kept: { status: "not-yet", missing: "mail" },
    },
  ],
});

/** Returns the policy with one thing changed. */
export function changed(change: (policy: Policy) => Partial<Policy>): Policy {
  return { ...base, ...change(structuredClone(base)) };
}

/** Returns the policy with a table that can be restored for so many days. */
export function withTable(days: number): Policy {
  return changed(({ stores }) => ({
    stores: [
      ...stores,
      {
        id: "table",
        kind: "dynamodb",
        categories: ["picture"],
        key: "aws-managed",
        partitionKey: { attribute: "owner", template: "{subject}" },
        pointInTimeRecoveryDays: days,
      },
    ],
  }));
}
