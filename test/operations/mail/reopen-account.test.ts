import { expect, it } from "vitest";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import type { Progress } from "../../../shared/domain/requests/erasure-request.ts";
import { reopenAccount } from "../../../shared/operations/reopen-account.ts";
import { requestNumber } from "../../world/requests.ts";
import { inMemoryTombstones } from "../../world/small-ports.ts";
import { inMemoryAccounts } from "../../world/stores/in-memory-accounts.ts";

const subjectId = subjectIdOf("person-1");
const ended = { at: "2026-11-23T10:00:00.000Z", expiresAtEpochSeconds: 1_900_000_000 };
const by = { kind: "staff", name: "grace" } as const;
const WITHDRAWN: Progress = { state: "withdrawn", by, ...ended };
const REFUSED: Progress = { state: "refused", by, ground: "not-applicable", reason: "Of age.", ...ended };
const COMPLETED: Progress = { state: "completed", certificateKey: "c", expiresAtEpochSeconds: 1_900_000_000 };

it.each([
  ["refused", [REFUSED], true],
  ["taken back", [WITHDRAWN], true],
  ["carried out", [COMPLETED], false],
  ["refused in part", [REFUSED, COMPLETED], false],
  ["gone from the record", [], false],
] as const)(
  "opens the account of a report that was %s, or leaves it closed",
  async (_, progresses, isOpened) => {
    const accounts = inMemoryAccounts();
    accounts.open(subjectId, "person-1@people.example");
    await accounts.disable(subjectId);
    const erasures = progresses.map((progress) => requestNumber(1, { scope: "minor", progress }));
    const ports = { accounts, tombstones: inMemoryTombstones() };
    await reopenAccount(ports, { closedAccount: true, subjectId }, erasures);
    expect(accounts.maySignIn(subjectId)).toBe(isOpened);
  },
);
