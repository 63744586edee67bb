import { expect, it } from "vitest";
import { askLetter } from "../../../shared/domain/letters/ask-letter.ts";
import { ASK_LETTERS } from "../../../shared/domain/tasks/asked-by-letter.ts";

const VALUES = {
  ...{ service: "Example Images", contact: "privacy@service.example", name: "Vendor" },
  reference: "tsk_019aab2f8e80c0ffee0000beef",
  answerBy: "2026-12-21T10:00:00.000Z",
  things: [{ reference: "contact-17", what: "Address for updates", sentAt: "2026-11-01T00:00:00.000Z" }],
};
const inOneLine = (text: string) => text.replaceAll(/\s+/gu, " ");

it.each(ASK_LETTERS)("says in %s alone all that somebody needs who does what it asks", (letter) => {
  const { subject, text, html } = askLetter(letter, VALUES);
  expect(subject).toContain(`[${VALUES.reference}]`);
  for (const said of [
    "contact-17 (Address for updates",
    "21 December 2026",
    "backups",
    "privacy@service.example",
  ]) {
    expect(inOneLine(text)).toContain(said);
    expect(inOneLine(html)).toContain(said);
  }
  expect(/asked you this before/u.test(inOneLine(text))).toBe(letter !== "ask-processor");
  expect(text.split("\n").filter((line) => line.length > 78)).toEqual([]);
});

it("asks for an answer at once where the date has passed", () => {
  const { answerBy: _, ...rest } = VALUES;
  expect(inOneLine(askLetter("ask-processor", rest).text)).toContain("answer this mail at once");
});

it("lets nothing that a vendor calls a thing become anything else", () => {
  const things = [{ ...VALUES.things[0], what: "a\r\nBcc: eve@evil.example", reference: "<b>{contact}</b>" }];
  const { text, html } = askLetter("ask-processor", {
    ...VALUES,
    things: things.map((thing) => ({ sentAt: "2026-11-01T00:00:00.000Z", ...thing })),
  });
  expect(text).not.toContain("\nBcc");
  expect(text).toContain("{contact}");
  expect(html).not.toContain("<b>");
});
