import { describe, expect, it } from "vitest";
import { LEXICONS } from "../../../../shared/domain/mail/intent/lexicons.ts";
import { normalised } from "../../../../shared/domain/mail/intent/normalise.ts";
import { lexiconOf, phrasesOf } from "../../../../shared/domain/mail/intent/phrases.ts";
import { CONCEPTS } from "../../../../shared/domain/mail/intent/words.ts";

/** Words of no language, in each script. */
const NONSENSE = ["zzqzz qqxqq", "ヴヴヴ", "卍卍卍", "झझझझ"];

describe.each(LEXICONS)("words of $words.language", ({ words }) => {
  const lexicon = lexiconOf(words);

  it("has phrases for what can be asked, and none is found in nonsense", () => {
    for (const concept of CONCEPTS) {
      if (concept !== "erased") expect(phrasesOf(words, concept), concept).not.toEqual([]);
      for (const text of NONSENSE) expect(lexicon.has(concept, text), concept).toBe(false);
    }
  });
});

describe("a normalised text", () => {
  it.each([
    ["ＤＥＬＥＴＥ　ＭＹ　ＡＣＣＯＵＮＴ", "delete my account"],
    ["de\u200blete\u00ad my\r\n account", "delete my account"],
    ["Löschen, größer, ÉTÉ", "loschen, grosser, ete"],
    ["don’t", "don't"],
    ["ｱｶｳﾝﾄを\n削除", "アカウントを削除"],
    ["१२ साल", "12 साल"],
  ])("of %j is %j", (text, expected) => {
    expect(normalised(text)).toBe(normalised(expected));
    expect(normalised(normalised(text))).toBe(normalised(text));
  });
});
