import { describe, expect, it } from "vitest";
import { copiesText } from "../../cli/commands/copies.ts";
import { readCopies } from "../../shared/operations/watch-copies.ts";
import { backedUpWorld } from "../world/backups/backed-up-world.ts";

describe("lethe copies", () => {
  it("says that there is none", () => {
    expect(copiesText([])).toBe("No copy of any store is there.");
  });

  it("shows each copy in a row, and what is wrong with one that nobody declared", async () => {
    const { recoveryPoints, clock, of, vault } = await backedUpWorld();
    recoveryPoints.take("portraits", { place: vault, keptDays: 34 });
    clock.advance(1);
    const made = recoveryPoints.take("catalogue", { kind: "table-backup", keptDays: null });
    recoveryPoints.begin("catalogue", 7, "point-in-time");
    const lines = copiesText(await readCopies(recoveryPoints, of.policy, clock.now())).split("\n");
    expect(lines[0]).toMatch(/^store +kind +in +state +reaches back to +gone by +policy$/);
    expect(lines.join("\n")).toMatch(
      /portraits +snapshot +lethe-dream-portraits-nightly +whole +2026-11-23 10:00 +2026-12-27 10:00 +declared/,
    );
    expect(lines.join("\n")).toMatch(
      /catalogue +table-backup +DynamoDB +whole +2026-11-23 10:00 +never +undeclared/,
    );
    expect(lines.join("\n")).toMatch(/catalogue +point-in-time +DynamoDB +moving .* 7 days after a deletion/);
    expect(lines).toContain(`${made}  catalogue: no backup on demand is declared`);
  });
});
