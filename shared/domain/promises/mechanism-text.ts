import type { Mechanism } from "../policy/mechanism.ts";

/** Returns a mechanism in words: `erasure of scope account`. */
export function mechanismText(mechanism: Mechanism): string {
  switch (mechanism.mechanism) {
    case "erasure":
      return `erasure of scope ${mechanism.scope}`;
    case "clock":
      return `the clock, for ${mechanism.category}`;
    case "dropped-from-cache":
      return `cached copies of ${mechanism.store} dropped with the originals`;
    case "lifecycle":
      return `S3 lifecycle of ${mechanism.store}`;
    case "time-to-live":
      return `DynamoDB time to live of ${mechanism.store}`;
    case "log-retention":
      return `log retention of ${mechanism.store}`;
    case "purpose-tags":
      return `readers of ${mechanism.category} by purpose tag only`;
    case "region-boundary":
      return "nothing acts outside the regions";
    case "isolated-processing":
      return `work on ${mechanism.category} in a network without a way out`;
    case "declared-places-only":
      return "nothing is stored outside the declared places";
    case "encryption-required":
      return `${mechanism.category} only under a key of the customer's`;
    case "consent-gate":
      return `consent asked before ${mechanism.purpose}`;
    case "re-identification-test":
      return `re-identification test of ${mechanism.category}`;
    case "identifier-removal":
      return `identifiers taken out of ${mechanism.category} before ${mechanism.purpose}`;
    case "published-tables":
      return "published tables made from the policy";
    case "send-guard":
      return mechanism.processor ? `check before sending to ${mechanism.processor}` : "check before sending";
    case "right":
      return `requests of ${mechanism.right}`;
    case "due-date":
      return `date to ${mechanism.what.replaceAll("-", " ")}, for requests of ${mechanism.right}`;
    case "report-of-minor":
      return "word of a minor by mail";
    case "watched-copies":
      return "copies bounded by plan, listed, and looked for on their last day";
    case "notice":
      return `notice of a ${mechanism.change} change`;
  }
}
