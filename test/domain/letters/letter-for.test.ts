import { describe, expect, it } from "vitest";
import { SAMPLE_VALUES, sampleLetter } from "../../../cli/sample-letters.ts";
import { LETTER_TEXTS, LetterLinkRefused, letterFor } from "../../../shared/domain/letters/letter-for.ts";
import type { LetterTexts } from "../../../shared/domain/letters/letter-texts.ts";
import {
  LETTER_ASKS,
  LETTER_EFFECTS,
  LETTER_ERASED,
  LETTER_NAMES,
  LETTER_SENDERS,
  type LetterText,
  letterAskOf,
} from "../../../shared/domain/letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../../../shared/domain/mail/intent.ts";
import { GROUND_TEXTS, REFUSAL_GROUNDS } from "../../../shared/domain/requests/refusal-ground.ts";

const EVERY = MAIL_LANGUAGES.flatMap((language) => LETTER_NAMES.map((letter) => [letter, language] as const));
const WIDE = /[\u2e80-\u303e\u3041-\u30ff\u3400-\u9fff\uff00-\uff60]/u;
const EVIL = `<script>alert("1")</script>' & co\r\nBcc: all@people.example\u2028\u202etxt {link} {number}`;
const { acknowledgement, completed } = SAMPLE_VALUES;

/** The text as it was before it was broken into lines. */
const unbroken = ({ text }: LetterText) => text.replace(/\n(?!\n|- |https?:)(?<!\n\n) */g, " ");
const columns = (line: string) => [...line].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);
const shown = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

describe.each(EVERY)("the letter %s in %s", (letter, language) => {
  const sample = sampleLetter(letter, language);
  const values = SAMPLE_VALUES[letter];

  it("is filled: no place is left, and each value that is no date or choice stands in it", () => {
    for (const part of [sample.subject, sample.text, sample.html]) {
      expect(part).not.toMatch(/[{}]|undefined|\[object/);
      expect(part).toContain(values.service);
    }
    for (const value of Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" && /^(service|contact|number|.*[lL]ink)$/.test(name) ? [value] : [],
    )) {
      expect(sample.text).toContain(value);
      expect(sample.html).toContain(value);
    }
  });

  it("names each date in the words of its language, with its zone", () => {
    const dates = Object.values(values).flatMap((value) =>
      typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? [new Date(value)] : [],
    );
    for (const date of dates) {
      const day = date.toLocaleDateString(language === "en" ? "en-GB" : language, {
        timeZone: "UTC",
        dateStyle: "long",
      });
      expect(unbroken(sample)).toContain(day);
      expect(sample.text).toContain("UTC");
      expect(sample.text).not.toContain(date.toISOString().slice(0, 10));
    }
  });

  it("has a subject of one line, and lines that every mail program shows whole", () => {
    expect(sample.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    const long = sample.text.split("\n").filter((line) => columns(line) > 78 && !/^https:\S+$/.test(line));
    expect(long).toEqual([]);
    expect(sample.text).not.toMatch(/[ \t]\n|\r|\n{3}/);
  });

  it("says the same in HTML, which names its language, loads nothing and runs nothing", () => {
    expect(sample.html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}" dir="ltr">`));
    expect(sample.html).not.toMatch(/<(script|img|link|iframe|form|object|style)\b|\bsrc=|url\(|@import/i);
    expect(sample.html.match(/<h1\b/g)).toHaveLength(1);
    const links = [...sample.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.every((href) => sample.text.split("\n").includes(href ?? ""))).toBe(true);
    const words = (text: string) => text.replace(/https:\S+|[\s-]+/g, "");
    expect(words(shown(sample.html))).toContain(words(sample.text));
  });

  it("is in its own words, not those of another language", () => {
    const others = MAIL_LANGUAGES.filter((other) => other !== language);
    for (const other of others) expect(sampleLetter(letter, other).subject).not.toBe(sample.subject);
  });

  it("shows code and line ends in a value as text, in one line, and takes no place from it", () => {
    const evil = letterFor(letter, language, { ...values, service: EVIL } as typeof values);
    expect(evil.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
    expect(evil.subject).toContain("{link} {number}");
    expect(evil.text).not.toMatch(/\nBcc:|\r|\u2028|\u202e/);
    expect(evil.html).not.toMatch(/<script|alert\("/);
    expect(evil.html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; co");
  });
});

describe.each(MAIL_LANGUAGES)("in %s", (language) => {
  const textOf = (letter: LetterText) => unbroken(letter);
  const isDistinct = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);

  it("each thing that can be asked has words, and only a deletion is said to be final", () => {
    const asked = LETTER_ASKS.map((ask) =>
      letterFor("confirm-link", language, { ...SAMPLE_VALUES["confirm-link"], asked: ask }),
    );
    isDistinct(asked.map(textOf));
    const { final } = LETTER_TEXTS[language]["confirm-link"];
    const isFinal = asked.map(({ html }) => html.includes(final));
    expect(isFinal).toEqual(LETTER_ASKS.map((ask) => ask.startsWith("erase-")));
  });

  it("each effect, sender, ground and erasure has words of its own", () => {
    const effects = LETTER_EFFECTS.map((effect) =>
      letterFor("took-effect", language, { ...SAMPLE_VALUES["took-effect"], effect }),
    );
    const senders = LETTER_SENDERS.map((sender) =>
      letterFor("form-needed", language, { ...SAMPLE_VALUES["form-needed"], sender }),
    );
    const grounds = REFUSAL_GROUNDS.map((ground) =>
      letterFor("refused", language, { ...SAMPLE_VALUES.refused, ground }),
    );
    const erasures = LETTER_ERASED.map((erased) =>
      letterFor("completed", language, { ...completed, erased }),
    );
    for (const letters of [effects, senders, grounds, erasures]) {
      isDistinct(letters.map(textOf));
      for (const { text } of letters) expect(text).not.toMatch(/[{}]|undefined/);
    }
    for (const { html } of senders) expect(html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("the right to complain stands in every letter that does not do what was asked, or not in time", () => {
    const { complaint } = LETTER_TEXTS[language].everyLetter;
    const told = LETTER_NAMES.filter((letter) => sampleLetter(letter, language).html.includes(complaint));
    expect(told).toEqual(["not-proved", "refused", "extended"]);
  });

  it("what was found is told apart: nothing, something that is kept, and what others answered", () => {
    const says = LETTER_TEXTS[language].completed;
    const of = (values: Partial<typeof completed>) =>
      letterFor("completed", language, { ...completed, ...values }).html;
    expect(of({ kept: [] })).toContain(says.nothingFound);
    expect(of({})).toContain(says.nothingFoundBut);
    expect(of({ erased: "processors", kept: [] })).toContain(says.answered);
    expect(of({ erased: "processors", kept: [] })).not.toContain(says.nothingFound);
    for (const erased of LETTER_ERASED) {
      const isOver = erased === "account" || erased === "minor";
      expect(of({ erased }).includes(says.accountStays)).toBe(!isOver);
    }
  });
});

describe("an acknowledgement", () => {
  it.each(MAIL_LANGUAGES)(
    "has the same size for everybody in %s: its values are of one length each",
    (language) => {
      const sizes = ["rrq_01k85260tlrs1ius24j8q81jtd", "rrq_01k85260tlrs1ius24j8q81jte"].map((number, at) => {
        const statusLink = acknowledgement.statusLink.slice(0, -1) + at;
        const { subject, text, html } = letterFor("acknowledgement", language, {
          ...acknowledgement,
          number,
          statusLink,
        });
        return [subject, text, html].map((part) => Buffer.byteLength(part));
      });
      expect(sizes[0]).toEqual(sizes[1]);
    },
  );

  it("says nothing that it is not told, so nothing of an account can stand in it", () => {
    const more = { ...acknowledgement, subjectId: "person-0001", address: "person@people.example" };
    expect(letterFor("acknowledgement", "en", more)).toEqual(sampleLetter("acknowledgement", "en"));
  });
});

describe("a letter", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//other.example",
    "https://a.example/ b",
    "https://a.example/\nx",
  ])("links to a page only, not to %j", (statusLink) => {
    const write = () => letterFor("acknowledgement", "en", { ...acknowledgement, statusLink });
    expect(write).toThrow(LetterLinkRefused);
  });

  it("keeps quotes in a link inside of its attribute", () => {
    const statusLink = `https://a.example/"onclick="alert(1)`;
    const { html } = letterFor("acknowledgement", "en", { ...acknowledgement, statusLink });
    expect(html).toContain('href="https://a.example/&quot;onclick=&quot;alert(1)"');
  });

  it("by a person keeps its paragraphs, and no code", () => {
    const text = "First\nline.\r\n\r\n<b>Second</b>.\n \n\u202eThird.";
    const letter = letterFor("answer-by-person", "en", { ...SAMPLE_VALUES["answer-by-person"], text });
    expect(letter.text).toMatch(/^First line\.\n\n<b>Second<\/b>\.\n\nThird\.\n\n/);
    expect(letter.html).toContain("<p>First line.</p>\n<p>&lt;b&gt;Second&lt;/b&gt;.</p>\n<p>Third.</p>");
  });

  it("says the grounds of a refusal in English as the console does", () => {
    const says = (ground: (typeof REFUSAL_GROUNDS)[number]) =>
      unbroken(letterFor("refused", "en", { ...SAMPLE_VALUES.refused, ground }));
    for (const ground of ["freedom-of-expression", "public-health", "legal-claims"] as const) {
      expect(says(ground)).toContain(`The ground: ${GROUND_TEXTS[ground]}.`);
    }
  });

  it.each([
    ["erasure", { what: "account" }, "erase-account"],
    ["erasure", { what: "project", id: "p-1" }, "erase-project"],
    ["erasure", { what: "minor" }, undefined],
    ["access", { what: "account" }, "access"],
  ] as const)("for %s of %j speaks of %s", (right, about, asked) => {
    expect(letterAskOf({ right, about })).toBe(asked);
  });
});

describe("a language", () => {
  it("that lacks a letter does not compile", () => {
    const { refused: _refused, ...lacking } = LETTER_TEXTS.en;
    // @ts-expect-error: there is nothing to refuse with.
    const texts: LetterTexts = lacking;
    expect(texts).not.toHaveProperty("refused");
  });
});
