import { expect, it } from "vitest";
import { answerPairs } from "../../bench/account-pairs.ts";

const PAIRS = 200;

it("an account that is there and one that is not are answered in the same words, of the same length, after the same calls", async () => {
  const { slowerToLetter: _chance, slowerToEnd: _control, ...differences } = await answerPairs(PAIRS);
  expect(differences).toEqual({ pairs: PAIRS, otherWords: 0, otherLength: 0, otherCalls: 0 });
});
