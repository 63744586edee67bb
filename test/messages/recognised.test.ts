import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../shared/domain/mail/intent/recognise-intent.ts";
import { MAIL_LANGUAGES } from "../../shared/domain/mail/intent.ts";
import { MESSAGES } from "./by-language.ts";
import { scoreOf } from "./score.ts";

/** A request that is not recognised goes to a person, who is slower; one that is taken for another does harm. */
const LEAST_RECOGNISED = 0.8;

describe.each(MAIL_LANGUAGES)("messages in %s", (language) => {
  const score = scoreOf(MESSAGES[language], recogniseIntent);

  it("are never taken for what they do not ask", () => {
    expect(score.wrong).toEqual([]);
  });

  it("are mostly recognised if it is clear what they ask", () => {
    expect(score.clearCount).toBeGreaterThan(0);
    expect(score.recognised / score.clearCount).toBeGreaterThanOrEqual(LEAST_RECOGNISED);
  });
});
