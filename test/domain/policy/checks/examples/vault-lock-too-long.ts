import { backedUpPolicy } from "../../backed-up-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: backedUpPolicy({ lock: { shortestDays: 34 } }),
  refused: backedUpPolicy({ lock: { shortestDays: 36 } }),
  path: "backups.vaults.nightly.lock",
  hurts: ["MI2"],
};
