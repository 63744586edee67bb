import { describe, expect, it } from "vitest";
import type { Intent } from "../../shared/domain/mail/intent.ts";
import { ACCESS, ERASURE_OF_ACCOUNT, type Expected, type Message, NOT_CLEAR } from "./message.ts";
import { scoreOf } from "./score.ts";

const UNRECOGNISED: Intent = { clear: false, why: "nothing-recognised" };

describe("the score", () => {
  it("counts a request that is recognised as what it is", () => {
    const score = scoreOf([messageWith(ACCESS)], () => ({ ...ACCESS, language: "en" }));
    expect(score).toEqual({ recognised: 1, clearCount: 1, wrong: [] });
  });

  it("holds nothing against a request that goes to a person but that it was not recognised", () => {
    expect(scoreOf([messageWith(ACCESS)], () => UNRECOGNISED)).toEqual({
      recognised: 0,
      clearCount: 1,
      wrong: [],
    });
  });

  it("finds a request wrong that is taken for another", () => {
    const score = scoreOf([messageWith(ACCESS)], () => ({ ...ERASURE_OF_ACCOUNT, language: "en" }));
    expect(score.recognised).toBe(0);
    expect(score.wrong).toEqual([{ id: "en-one", said: ERASURE_OF_ACCOUNT.asked, expected: ACCESS }]);
  });

  it("finds an erasure wrong that is of another scope", () => {
    const score = scoreOf([messageWith(ERASURE_OF_ACCOUNT)], () => ({
      clear: true,
      asked: { what: "right", right: "erasure", scope: "project" },
      language: "en",
    }));
    expect(score.wrong).toHaveLength(1);
  });

  it("finds a message wrong that is taken for a request and is none", () => {
    const score = scoreOf([messageWith(NOT_CLEAR)], () => ({ ...ACCESS, language: "en" }));
    expect(score.clearCount).toBe(0);
    expect(score.wrong.map(({ id }) => id)).toEqual(["en-one"]);
  });

  it("shows the recogniser nothing of what is expected", () => {
    scoreOf([messageWith(ACCESS)], (mail) => {
      expect(Object.keys(mail).sort()).toEqual(["hasQuotation", "subject", "text"]);
      return UNRECOGNISED;
    });
  });
});

function messageWith(expected: Expected): Message {
  return { id: "en-one", subject: "", text: "One", hasQuotation: false, expected };
}
