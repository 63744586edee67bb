import { describe, expect, it } from "vitest";
import { CORPUS_MISSING, corpusOf } from "../../adapters/mail/corpus.ts";
import { takeRealMail } from "./take-real-mail.ts";

const corpus = corpusOf(process.env);
const RUN_MS_MAX = 120_000;

describe.skipIf(corpus === undefined)(
  `real mail that asks for nothing${corpus ? "" : `, left out: ${CORPUS_MISSING}`}`,
  () => {
    it.each(["pass", "fail"] as const)(
      "is on record, begins no request and gets no letter, where every verdict is %s",
      async (verdict) => {
        const { world, taken } = await takeRealMail(corpus ?? [], verdict);

        expect(taken.length).toBeGreaterThan(100);
        expect(taken.filter(({ outcome }) => !/^(?:person|nothing): /.test(outcome))).toEqual([]);
        expect(await world.rights.list(10)).toEqual([]);
        expect(await world.register.list(10)).toEqual([]);
        expect(taken.filter(({ letters }) => letters > 0)).toEqual([]);
        // A forged one is silence, and what a machine sent is nobody's work.
        const looked = taken.filter(({ outcome }) => outcome.startsWith("person: "));
        expect(looked.length === 0).toBe(verdict === "fail");
      },
      RUN_MS_MAX,
    );
  },
);
