import { dynamodbCorrespondence } from "../../shared/adapters/rights/dynamodb-correspondence.ts";
import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** Returns what this deployment wrote to addresses; that one takes no letters is known as long as addresses are kept. */
export function correspondenceUnder(policy: Policy) {
  return dynamodbCorrespondence(
    documents,
    setting("rightsTable"),
    ownRecordDays(policy, "contact-for-answer"),
  );
}
