import type { PolicyRule } from "./rule.ts";

/**
 * An event waits up to 14 days in its queue and, if it cannot be recorded there, as long among the dead letters; a week
 * is for whoever looks at those.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
export const CLOCK_RECORD_DAYS_MIN = 14 + 14 + 7;

export const clockRecordTooShort: PolicyRule = {
  id: "clock-record-too-short",
  severity: "error",
  why: "An event that comes after the record of its thing is gone begins the thing's life anew, and its end is put off.",
  source: "GDPR Art. 5(1)(e): storage limitation",
  remedy: `Write retentionDays of at least ${CLOCK_RECORD_DAYS_MIN}.`,
  find: ({ ownRecords }) =>
    ownRecords
      .filter(({ record, retentionDays }) => {
        return (
          record === "clock-record" && retentionDays !== undefined && retentionDays < CLOCK_RECORD_DAYS_MIN
        );
      })
      .map(({ retentionDays }) => ({
        path: "ownRecords.clock-record.retentionDays",
        what: `The clock's records are kept for ${retentionDays} days after a limit.`,
        promises: [],
      })),
};
