import { describe, expect, it } from "vitest";
import { extendDeadline } from "../../../shared/domain/rights/extend-deadline.ts";
import { RightsRequestSchema } from "../../../shared/domain/rights/rights-request.ts";
import { owedRequestNumber } from "../../world/owed-request.ts";

const AT = "2026-12-01T10:00:00.000Z";
const LATER = "2027-02-01T10:00:00.000Z";
const REASON = "Several hundred images have to be looked at.";
const answer = { what: "answer", at: AT, source: "GDPR Art. 12(3)", extendableTo: LATER } as const;
const acknowledge = { what: "acknowledge", at: "2026-11-12T10:00:00.000Z", source: "A" } as const;
const request = owedRequestNumber(1, { dueDates: [acknowledge, answer] });
const extended = (of = request, now = "2026-11-20T10:00:00.000Z", reason = REASON) =>
  extendDeadline(of, { reason, now: new Date(now) });

describe("an answer that takes longer", () => {
  it("is put off to the last date that its rule allows, with a notice of it", () => {
    const outcome = extended();
    expect(outcome).toEqual({
      extended: true,
      notice: { reason: REASON, until: LATER },
      request: {
        ...request,
        dueDates: [
          acknowledge,
          {
            ...{ what: "answer", at: LATER, source: answer.source },
            extended: { from: AT, at: "2026-11-20T10:00:00.000Z", reason: REASON },
          },
        ],
      },
    });
    if (outcome.extended) expect(RightsRequestSchema.parse(outcome.request)).toEqual(outcome.request);
  });

  it("is put off in the last millisecond of the first date, and not in the one after", () => {
    expect(extended(request, AT).extended).toBe(true);
    expect(extended(request, "2026-12-01T10:00:00.001Z")).toEqual({ extended: false, because: "too-late" });
  });

  it("is put off once", () => {
    const once = extended();
    if (!once.extended) throw new Error("It can be put off.");
    expect(extended(once.request)).toEqual({ extended: false, because: "extended-already" });
  });

  const { extendableTo: _no, ...fixed } = answer;
  const ended = { state: "answered", at: AT, expiresAtEpochSeconds: 1_900_000_000 } as const;
  it.each([
    ["without a reason", request, " \n", "no-reason"],
    ["where its rule allows none", { ...request, dueDates: [fixed] }, REASON, "no-rule"],
    [
      "where another of its rules allows none",
      { ...request, dueDates: [answer, { ...fixed, what: "resolve" as const }] },
      REASON,
      "no-rule",
    ],
    ["when it was given", { ...request, dueDates: [{ ...answer, doneAt: AT }] }, REASON, "nothing-owed"],
    ["when the request has ended", { ...request, standing: ended }, REASON, "nothing-owed"],
  ])("is not put off %s", (_, of, reason, because) => {
    expect(extended(of, undefined, reason)).toEqual({ extended: false, because });
  });
});
