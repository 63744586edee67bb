import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EXAMINED_CHARS_MAX,
  identifiersIn,
} from "../../../shared/domain/anonymisation/direct-identifiers.ts";
import {
  IdentifiersLeft,
  type Plain,
  withoutIdentifiers,
} from "../../../shared/domain/anonymisation/without-identifiers.ts";

const ANN = "7f3kq9_person";
/** Every text there is, and texts of the characters that identifiers are made of. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."@.:0123456789abcf-+()/ \u200b\u00adx％＠[]_\n") }),
);
const anySubject = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const identifier = fc.oneof(
  fc.emailAddress(),
  fc.ipV4(),
  fc.ipV6().filter((ip) => ip !== "::"),
);

describe("a record without identifiers", () => {
  it("holds no e-mail or network address, wherever in any text it was put", () => {
    fc.assert(
      fc.property(anyText, identifier, anyText, (before, put, after) => {
        expect(textWithout(before + put + after)).not.toContain(put);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not hold the person's id, wherever in any text it was put", () => {
    fc.assert(
      fc.property(anyText, anySubject, anyText, (before, subject, after) => {
        expect(textWithout(before + subject + after, subject)).not.toContain(subject);
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same when it is done twice", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, identifier)), anySubject, (parts, subject) => {
        const once = textWithout(parts.join(""), subject);
        expect(textWithout(once, subject)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["write to ann.o'brien+x@mail.example.com.", "write to [e-mail]"],
    ["call +49 (30) 123-45 67 today", "call [telephone] today"],
    ["call 0170/1234567", "call [telephone]"],
    ["from 192.0.2.7 or 2001:db8::1", "from [network address] or [network address]"],
    ["see https://ann:secret@example.com/x?y=1 there", "see [e-mail] there"],
    ["see https://x.example/?m=ann%40example.com", "see [e-mail]"],
    ["thanks @ann_s!", "thanks [handle]"],
    ["user 0192d0e4-1111-4222-8333-444455556666", "user [id]"],
    [`v1_${"a1".repeat(32)} did`, "[person] did"],
    ["AKIAIOSFODNN7EXAMPLE", "[id]"],
    ["iban 12345678901234", "iban [telephone]"],
    [`ask ${ANN}.`, "ask [person]."],
    ["ann\u200b@exam\u00adple.com", "[e-mail]"],
    ["１９２.０.２.７", "[network address]"],
  ])("replaces %j", (text, expected) => {
    expect(textWithout(text)).toBe(expected);
  });

  it.each([
    "A portrait in oil, 2 m × 3 m, at 10:20:30",
    "on 2026-11-24T10:20:30.123Z and 2026-11-24 10:20",
    "costs 1.234.567 or 12,50 @ 3 %",
    "f/2.8, ISO 400, 1024x1024, seed 12345678",
    "family 👩‍👩‍👧, می‌خواهم",
  ])("keeps %j as it is", (text) => {
    expect(textWithout(text)).toBe(text);
  });

  it("leaves out fields that hold identifiers, by name or as told, at any depth", () => {
    const record = {
      style: "oil",
      User_ID: 7,
      nested: [{ email: "x", author: "Ann", size: 3 }],
      "ann@example.com": true,
      phoneAsNumber: 491701234567,
      seed: 123456789,
      empty: null,
    };
    expect(withoutIdentifiers(record, { fields: ["author"], subjects: [ANN] })).toEqual({
      style: "oil",
      nested: [{ size: 3 }],
      phoneAsNumber: "[number]",
      seed: 123456789,
      empty: null,
    });
  });

  it("leaves no trace of an id that is part of a mark", () => {
    expect(withoutIdentifiers({ text: "mail is at ann@example.com" }, { subjects: ["mail"] })).toEqual({
      text: "[…] is at […]",
    });
  });

  it("is refused when it is nested deeper than anybody reads", () => {
    let deep: Plain = "x";
    for (let depth = 0; depth < 40; depth += 1) deep = { deep };
    expect(() => withoutIdentifiers({ deep }, { subjects: [] })).toThrow(IdentifiersLeft);
  });
});

describe("examining a text of three hundred thousand characters", () => {
  it.each(
    [
      ..."a1.:@-+ (/f%[]_\u200b٣ｱﷺ".split(""),
      "a@",
      "1.",
      "1 ",
      "1.1.1 ",
      "a:",
      "f::g",
      "ab12",
      "v1_",
      "+1",
      "0123abcd-",
      "2026-11-",
      "AKIA",
      "a.b@c-",
      "%4",
    ].map((part) => [part]),
  )(
    "takes no more than its share of time: %j",
    (part) => {
      const text = part.repeat(Math.ceil(300_000 / part.length));
      const startedAtMs = performance.now();
      identifiersIn(text);
      textWithout(text);
      // A quadratic pattern takes about a minute; these take less than a second on an idle core, the one of 18 letters four.
      expect(performance.now() - startedAtMs).toBeLessThan(20_000);
    },
    60_000,
  );

  it("counts a text that is longer than is examined as one that names somebody", () => {
    expect(identifiersIn("z".repeat(EXAMINED_CHARS_MAX))).toEqual([]);
    expect(identifiersIn("z".repeat(EXAMINED_CHARS_MAX + 1))).toEqual(["more text than is examined"]);
    expect(textWithout("a ".repeat(EXAMINED_CHARS_MAX))).toBe("[long text]");
  });
});

describe("the same assertions, with the removal taken out", () => {
  it("fail", () => {
    const kept = (text: string) => text;
    expect(kept("ann@example.com")).toContain("ann@example.com");
    expect(() =>
      fc.assert(fc.property(anyText, identifier, (before, put) => !kept(before + put).includes(put))),
    ).toThrow();
  });
});

function textWithout(text: string, subject = ANN): string {
  // The field itself goes when an id is part of its name.
  return String(withoutIdentifiers({ text }, { subjects: [subject] }).text ?? "");
}
