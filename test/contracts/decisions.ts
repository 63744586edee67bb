import { describe, expect, it } from "vitest";
import type { Decision } from "../../shared/domain/consents/decision.ts";
import type { Decisions } from "../../shared/operations/ports.ts";
import { aDecision } from "../world/decision.ts";

const FIRST = aDecision({ at: "2026-11-23T10:00:00.000Z" });
const SECOND = aDecision({ at: "2026-11-23T10:00:00.001Z", decided: "objected" });
const THIRD = aDecision({ at: "2026-11-23T11:00:00.000Z", how: "sign-up form" });

/** Holds for every place that keeps decisions; `make` returns an empty one. */
export function decisionsContract(make: () => Promise<Decisions>): void {
  describe("decisions", () => {
    it("say nothing of a person who never decided", async () => {
      const decisions = await make();
      expect(await decisions.standing("v1_unknown", "analytics")).toBeUndefined();
      expect(await decisions.history("v1_unknown", 10)).toEqual([]);
    });

    it("let the newest stand, in whatever order they arrive, and keep all of them", async () => {
      for (const order of permutations([FIRST, SECOND, THIRD])) {
        const decisions = await recorded(await make(), order);
        expect(await decisions.standing(FIRST.subjectRef, "analytics")).toEqual(THIRD);
        expect(await decisions.history(FIRST.subjectRef, 10)).toEqual([THIRD, SECOND, FIRST]);
      }
    });

    it("let the objection stand of two at the same moment, whichever comes first", async () => {
      const agreed = aDecision({ decided: "agreed" });
      const objected = aDecision({ decided: "objected" });
      for (const order of permutations([agreed, objected])) {
        const decisions = await recorded(await make(), order);
        expect(await decisions.standing(agreed.subjectRef, "analytics")).toEqual(objected);
      }
    });

    it("end with the same one of two alike that differ in where they were given", async () => {
      const alike = [aDecision({ how: "settings page" }), aDecision({ how: "banner" })];
      const [one, other] = await Promise.all(
        permutations(alike).map(async (order) =>
          (await recorded(await make(), order)).standing("v1_person", "analytics"),
        ),
      );
      expect(one).toEqual(other);
    });

    it("keep the same decision once when it is sent twice", async () => {
      const decisions = await recorded(await make(), [FIRST, FIRST]);
      expect(await decisions.history(FIRST.subjectRef, 10)).toEqual([FIRST]);
    });

    it("keep people and purposes apart", async () => {
      const decisions = await recorded(await make(), [FIRST]);
      expect(await decisions.standing(FIRST.subjectRef, "marketing")).toBeUndefined();
      expect(await decisions.standing("v1_person2", "analytics")).toBeUndefined();
      expect(await decisions.history("v1_pers", 10)).toEqual([]);
    });

    it("come to one when they are recorded at once", async () => {
      const decisions = await make();
      await Promise.all([THIRD, FIRST, SECOND].map((decision) => decisions.record(decision)));
      expect(await decisions.standing(FIRST.subjectRef, "analytics")).toEqual(THIRD);
    });

    it("list no more than asked for", async () => {
      const decisions = await recorded(await make(), [FIRST, SECOND, THIRD]);
      expect(await decisions.history(FIRST.subjectRef, 2)).toEqual([THIRD, SECOND]);
    });
  });
}

async function recorded(decisions: Decisions, order: readonly Decision[]): Promise<Decisions> {
  for (const decision of order) await decisions.record(decision);
  return decisions;
}

function permutations<T>(of: readonly T[]): readonly (readonly T[])[] {
  if (of.length < 2) return [of];
  return of.flatMap((first, index) => permutations(of.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
