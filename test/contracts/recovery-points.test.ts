import { inMemoryRecoveryPoints } from "../world/backups/in-memory-recovery-points.ts";
import { standInBackup } from "../world/backups/stand-in-backup.ts";
import { virtualClock } from "../world/clock.ts";
import { recoveryPointsContract } from "./recovery-points.ts";

recoveryPointsContract("in memory", async () => {
  const clock = virtualClock();
  const points = inMemoryRecoveryPoints(clock, () => ({ objects: [], items: [] }));
  const { listOf, read, delete: end } = points;
  return {
    points: { listOf, read, delete: end },
    clock,
    snapshot: (storeId, keptDays, place = "daily") => points.take(storeId, { keptDays, place }),
    begin: (storeId, windowDays) => points.begin(storeId, windowDays),
    changeWindow: (pointId, windowDays) => points.changeWindow(pointId, windowDays),
    pointInTime: (storeId, windowDays) => points.begin(storeId, windowDays, "point-in-time"),
    backUpTable: (storeId) => points.take(storeId, { kind: "table-backup", keptDays: null }),
    deleteTableOfThatName: (storeId) => points.take(storeId, { kind: "system-backup", keptDays: 35 }),
    exportTable: (storeId) =>
      points.take(storeId, { kind: "export", place: "s3://somewhere", keptDays: null }),
    ageOut: points.ageOut,
    loseRole: points.loseRole,
    deleteNothing: points.deleteNothing,
    lock: points.lock,
  };
});

recoveryPointsContract("of AWS, at the boundary of its SDK", async () => standInBackup(virtualClock()));
