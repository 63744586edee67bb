import { describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { RightsRequest } from "../../shared/domain/rights/rights-request.ts";
import type { RightsRegister, Tokens } from "../../shared/operations/ports.ts";
import { aToken, rightsRequestNumber } from "../world/rights-request.ts";

const FIRST = rightsRequestNumber(1);
const ANSWERED = {
  state: "answered",
  at: "2026-11-24T10:00:00.000Z",
  expiresAtEpochSeconds: 1_900_000_000,
} as const;
const BEFORE_ITS_END = new Date("2026-11-23T10:59:59.999Z");
const AT_ITS_END = new Date("2026-11-23T11:00:00.000Z");

/** Holds for every place that keeps rights requests; `make` returns an empty one. */
export function rightsRegisterContract(make: () => Promise<RightsRegister>): void {
  describe("rights requests", () => {
    it("are kept as they were opened", async () => {
      const register = await make();
      expect(await register.open(FIRST)).toEqual({ request: FIRST, opened: true });
      expect(await register.read(FIRST.rightsRequestId)).toEqual(FIRST);
      expect(await register.read(rightsRequestNumber(2).rightsRequestId)).toBeUndefined();
    });

    it("are one when the same is asked again from the same address", async () => {
      const register = await make();
      await register.open(FIRST);
      expect(await register.open(rightsRequestNumber(2))).toEqual({ request: FIRST, opened: false });
      expect(await register.open(FIRST)).toEqual({ request: FIRST, opened: false });
      expect(await register.list(10)).toEqual([FIRST]);
    });

    it("are one although the same is asked many times at the same moment", async () => {
      const register = await make();
      const answers = await Promise.all([1, 2, 3, 4].map((n) => register.open(rightsRequestNumber(n))));
      expect(answers.filter(({ opened }) => opened)).toHaveLength(1);
      expect(new Set(answers.map(({ request }) => request.rightsRequestId)).size).toBe(1);
      expect(await register.list(10)).toHaveLength(1);
    });

    it.each<[string, Partial<RightsRequest>]>([
      ["address", { addressRef: "v1_grace" }],
      ["right", { right: "access" }],
      ["scope", { about: { what: "facial-data" } }],
      ["project", { about: { what: "project", id: "p1" } }],
      ["use", { right: "opt-out", about: { what: "use", of: "marketing" } }],
    ])("are two when they differ in %s", async (_, changes) => {
      const register = await make();
      for (const about of [FIRST.about, { what: "project", id: "p10" } as const])
        await register.open(rightsRequestNumber(1, { about }));
      await register.open(rightsRequestNumber(4, { right: "opt-out", about: { what: "use", of: "sale" } }));
      expect(await register.open(rightsRequestNumber(9, changes))).toMatchObject({ opened: true });
    });

    it("may be asked anew once the first has ended", async () => {
      const register = await make();
      await register.open(FIRST);
      await register.update({ ...FIRST, standing: ANSWERED });
      const again = rightsRequestNumber(2);
      expect(await register.open(again)).toEqual({ request: again, opened: true });
      // What has ended already does not end the one that is open now.
      const ended = await register.read(FIRST.rightsRequestId);
      await register.update({ ...FIRST, ...ended, language: "de" });
      expect(await register.open(rightsRequestNumber(3))).toEqual({ request: again, opened: false });
    });

    it("that ended when they were opened stand in nobody's way", async () => {
      const register = await make();
      const tookEffect = rightsRequestNumber(1, { standing: { ...ANSWERED, state: "took-effect" } });
      expect(await register.open(tookEffect)).toMatchObject({ opened: true });
      expect(await register.openOf(FIRST.addressRef)).toEqual([]);
      expect(await register.open(rightsRequestNumber(2))).toMatchObject({ opened: true });
    });

    it("change from the revision that was read, and by one of two at the same moment", async () => {
      const register = await make();
      await register.open(FIRST);
      const to = (language: "de" | "fr") => register.update({ ...FIRST, language });
      const changed = (await Promise.all([to("de"), to("fr")])).filter((one) => one !== undefined);
      expect(changed).toHaveLength(1);
      expect(changed).toMatchObject([{ revision: 2 }]);
      expect([await register.read(FIRST.rightsRequestId)]).toEqual(changed);
      expect(await to("fr")).toBeUndefined();
      expect(await register.update(rightsRequestNumber(2))).toBeUndefined();
    });

    it("forget at their end who asked and what they wrote, and keep the rest", async () => {
      const register = await make();
      const asked = { ...FIRST, subjectId: subjectIdOf("subject-1") };
      await register.open(asked);
      const { address: _a, thread: _t, subjectLine: _s, ...rest } = FIRST;
      const kept = { ...rest, standing: ANSWERED, revision: 2 };
      expect(await register.update({ ...asked, standing: ANSWERED })).toEqual(kept);
      expect(await register.read(FIRST.rightsRequestId)).toEqual(kept);
      expect(await register.list(10)).toEqual([kept]);
    });

    it("are found by their address as long as they are open, newest first", async () => {
      const register = await make();
      const other = rightsRequestNumber(2, { right: "access" });
      for (const one of [FIRST, other, rightsRequestNumber(3, { addressRef: "v1_ada2" })])
        await register.open(one);
      expect(await register.openOf(FIRST.addressRef)).toEqual([other, FIRST]);
      await register.update({ ...FIRST, standing: ANSWERED });
      expect(await register.openOf(FIRST.addressRef)).toEqual([other]);
      expect(await register.openOf("v1_nobody")).toEqual([]);
    });

    it("stand for what they are about by now: once a project is chosen another one may be asked for", async () => {
      const register = await make();
      const unsaid = rightsRequestNumber(1, { about: { what: "project" } });
      await register.open(unsaid);
      const chosen = await register.update({ ...unsaid, about: { what: "project", id: "p1" } });
      const next = rightsRequestNumber(2, { about: { what: "project" } });
      expect(await register.open(next)).toMatchObject({ opened: true });
      const same = rightsRequestNumber(3, { about: { what: "project", id: "p1" } });
      expect(await register.open(same)).toEqual({ request: chosen, opened: false });

      // The second chooses the same: both go on, and the one that ends does not end the other.
      const second = await register.update({ ...next, about: { what: "project", id: "p1" } });
      expect(await register.update({ ...next, ...second, standing: ANSWERED })).toMatchObject({
        revision: 3,
      });
      expect(await register.open(same)).toEqual({ request: chosen, opened: false });
      expect(await register.openOf(FIRST.addressRef)).toEqual([chosen]);
    });

    it("are listed newest first, no more than asked for", async () => {
      const register = await make();
      const [one, two, three] = [1, 2, 3].map((n) => rightsRequestNumber(n, { addressRef: `v1_${n}` }));
      for (const each of [two, three, one]) if (each) await register.open(each);
      expect(await register.list(2)).toEqual([three, two]);
    });
  });
}

/** Holds for every place that keeps links; `make` returns an empty one. */
export function tokensContract(make: () => Promise<Tokens>): void {
  describe("one-time links", () => {
    it("are kept as they were put, and reading uses none up", async () => {
      const tokens = await make();
      const token = aToken({ subjectId: subjectIdOf("subject-1") });
      await tokens.put("hash-1", token);
      for (const _ of [1, 2]) expect(await tokens.read("hash-1")).toEqual(token);
      expect(await tokens.read("hash-2")).toBeUndefined();
      expect(await tokens.use("hash-1", BEFORE_ITS_END)).toBe(true);
    });

    it("of a form say which mail it is about and who is asked", async () => {
      const tokens = await make();
      const { expiresAt } = aToken();
      const token = {
        purpose: "form",
        mailId: "mail-1",
        sender: "agent",
        language: "ja",
        expiresAt,
      } as const;
      await tokens.put("hash-1", token);
      expect(await tokens.read("hash-1")).toEqual(token);
    });

    it("work once, and say when that was", async () => {
      const tokens = await make();
      await tokens.put("hash-1", aToken());
      expect(await tokens.use("hash-1", BEFORE_ITS_END)).toBe(true);
      expect(await tokens.use("hash-1", BEFORE_ITS_END)).toBe(false);
      expect(await tokens.read("hash-1")).toEqual({ ...aToken(), usedAt: BEFORE_ITS_END.toISOString() });
    });

    it("do not work again because they are put again", async () => {
      const tokens = await make();
      await tokens.put("hash-1", aToken());
      await tokens.use("hash-1", BEFORE_ITS_END);
      await tokens.put("hash-1", aToken());
      expect(await tokens.use("hash-1", BEFORE_ITS_END)).toBe(false);
    });

    it("work until the last millisecond before they are over, and then never, however the time is written", async () => {
      const tokens = await make();
      const ends = ["2026-11-23T11:00:00.000Z", "2026-11-23T11:00:00Z", "2026-11-23T11:00Z"];
      for (const expiresAt of ends) {
        await tokens.put(`late-${expiresAt}`, aToken({ expiresAt }));
        await tokens.put(`timely-${expiresAt}`, aToken({ expiresAt }));
        expect(await tokens.use(`late-${expiresAt}`, AT_ITS_END)).toBe(false);
        expect(await tokens.use(`timely-${expiresAt}`, BEFORE_ITS_END)).toBe(true);
      }
    });

    it("that nobody made do not work", async () => {
      expect(await (await make()).use("hash-1", BEFORE_ITS_END)).toBe(false);
    });

    it("work for exactly one of many at the same moment", async () => {
      const tokens = await make();
      await tokens.put("hash-1", aToken());
      const uses = await Promise.all([1, 2, 3, 4].map(() => tokens.use("hash-1", BEFORE_ITS_END)));
      expect(uses.filter(Boolean)).toHaveLength(1);
    });
  });
}
