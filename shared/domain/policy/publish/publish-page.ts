import type { Policy } from "../policy.ts";
import { ownRecordTable } from "./publish-own-records.ts";
import { processorTable } from "./publish-processors.ts";
import { retentionTable } from "./publish-retention.ts";
import type { PublishedTable } from "./publish-table.ts";

/** What is published of a policy. There is no date in it: the same policy always gives the same page. */
export interface PublishedPage {
  readonly title: string;
  /** Name of the policy's file. */
  readonly policyName: string;
  /** The policy that it was made from, by its digest. */
  readonly policyDigest: string;
  readonly tables: readonly PublishedTable[];
}

/** Returns the retention and sub-processor tables of a policy. */
export function publishedPage(policy: Policy, policyName: string, policyDigest: string): PublishedPage {
  return {
    title: `${policy.service.name}: what is kept, for how long, and who else gets it`,
    // It stands in a comment, which it must not end.
    policyName: policyName.replaceAll(">", ""),
    policyDigest,
    tables: [retentionTable(policy), processorTable(policy), ownRecordTable(policy)],
  };
}
