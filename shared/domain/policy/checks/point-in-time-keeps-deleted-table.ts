import { DELETED_TABLE_BACKUP_DAYS } from "../copies.ts";
import type { PolicyRule } from "./rule.ts";

export const pointInTimeKeepsDeletedTable: PolicyRule = {
  id: "point-in-time-keeps-deleted-table",
  severity: "error",
  why: "When such a table is deleted, DynamoDB keeps all that people had in it for 35 days more.",
  source:
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html",
  remedy:
    "Set pointInTimeRecoveryDays to 0, or backups.longestDays to 35 or more if the published text gives backups that long.",
  find: (policy) => {
    const { publishedException, longestDays } = policy.backups;
    if (publishedException === undefined || longestDays === undefined) return [];
    if (longestDays >= DELETED_TABLE_BACKUP_DAYS) return [];
    return policy.stores.flatMap((store) => {
      if (store.kind !== "dynamodb" || store.pointInTimeRecoveryDays === 0) return [];
      return [
        {
          path: `stores.${store.id}.pointInTimeRecoveryDays`,
          what: `It is ${store.pointInTimeRecoveryDays}, so a deleted table is kept ${DELETED_TABLE_BACKUP_DAYS} days, and ${publishedException} lets a backup stay for ${longestDays}.`,
          promises: [publishedException],
        },
      ];
    });
  },
};
