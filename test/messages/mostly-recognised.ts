import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../shared/domain/mail/intent/recognise-intent.ts";
import { MAIL_LANGUAGES, type MailLanguage } from "../../shared/domain/mail/intent.ts";
import type { Message } from "./message.ts";
import { scoreOf } from "./score.ts";

/** One that is not recognised goes to a person, one that is taken for another does harm. */
const LEAST_RECOGNISED = 0.8;

/** Holds for a set of messages in each language. */
export function areMostlyRecognised(
  name: string,
  messages: Readonly<Record<MailLanguage, readonly Message[]>>,
): void {
  describe.each(MAIL_LANGUAGES)(`${name} messages in %s`, (language) => {
    const score = scoreOf(messages[language], recogniseIntent);

    it("are never taken for what they do not ask", () => {
      expect(score.wrong).toEqual([]);
    });

    it("are mostly recognised if it is clear what they ask", () => {
      expect(score.clearCount).toBeGreaterThan(0);
      expect(score.recognised / score.clearCount).toBeGreaterThanOrEqual(LEAST_RECOGNISED);
    });
  });
}
