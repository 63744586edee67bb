import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../shared/domain/mail/intent/recognise-intent.ts";
import { MAIL_LANGUAGES } from "../../shared/domain/mail/intent.ts";
import { scoreOf } from "../messages/score.ts";
import { THIRD } from "./by-language.ts";

/** As for the other messages: one that is not recognised goes to a person, one that is taken for another does harm. */
const LEAST_RECOGNISED = 0.8;

describe.each(MAIL_LANGUAGES)("third messages in %s", (language) => {
  const score = scoreOf(THIRD[language], recogniseIntent);

  it("are never taken for what they do not ask", () => {
    expect(score.wrong).toEqual([]);
  });

  it("are mostly recognised if it is clear what they ask", () => {
    expect(score.clearCount).toBeGreaterThan(0);
    expect(score.recognised / score.clearCount).toBeGreaterThanOrEqual(LEAST_RECOGNISED);
  });
});
