import { describe, expect, it } from "vitest";
import { answerOwedAt } from "../../../shared/domain/policy/answer-owed.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const ASKED = new Date("2026-02-01T10:00:00.000Z");
type Within = PolicyDeclaration["rights"][number]["deadlines"][number]["within"];

/** A third party that gets pictures, under a policy with these deadlines and promises. */
function owed(
  answers: readonly Within[],
  promised: PolicyDeclaration["promises"] = [],
  only?: string,
): string {
  const { policy } = compilePolicy({
    ...minimalPolicy,
    rights: [
      {
        right: "erasure",
        channels: ["mail"],
        deadlines: answers.map((within) => ({
          what: "answer" as const,
          within,
          from: "receipt" as const,
          source: "law",
          ...(only === undefined ? {} : { only }),
        })),
      },
    ],
    accountAddresses: { store: "accounts", attribute: "email" },
    promises: [...minimalPolicy.promises, ...promised],
  });
  const [processor] = policy.processors;
  if (!processor) throw new Error("There is no third party.");
  return answerOwedAt(policy, { ...processor, receives: ["picture"] }, ASKED);
}

describe("an answer of a third party", () => {
  it.each<[string, readonly Within[], string]>([
    ["a month at its shortest", [{ calendarMonths: 1 }], "2026-03-01T10:00:00.000Z"],
    ["the shortest of several", [{ calendarDays: 30 }, { hours: 48 }], "2026-02-03T10:00:00.000Z"],
    ["business days as days", [{ businessDays: 10 }], "2026-02-11T10:00:00.000Z"],
    ["a month where nothing is said", [], "2026-03-01T10:00:00.000Z"],
  ])("is owed within %s", (_, answers, until) => {
    expect(owed(answers)).toBe(until);
  });

  it("is owed by a promise about third parties, if it is of what this one gets", () => {
    const promise = (covers: string[]) => ({
      id: "MI9",
      kind: "erasure" as const,
      says: "Partners delete in a week",
      covers,
      withinAtProcessors: { days: 7 },
      kept: { status: "not-yet" as const, missing: "all of it" },
    });
    expect(owed([{ calendarDays: 30 }], [promise(["picture"])])).toBe("2026-02-08T10:00:00.000Z");
    expect(owed([{ calendarDays: 30 }], [promise(["account"])])).toBe("2026-03-03T10:00:00.000Z");
  });

  it("is not owed sooner because some people have a shorter right", () => {
    expect(owed([{ hours: 1 }], [], "residents of one state")).toBe("2026-03-01T10:00:00.000Z");
  });
});
