import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { mailReader } from "../../../shared/adapters/mail/read-mail.ts";
import { CORPUS_MISSING, corpusOf } from "./corpus.ts";

const corpus = corpusOf(process.env);

describe.skipIf(corpus === undefined)(
  `real mail${corpus ? "" : `, left out: ${CORPUS_MISSING}`}`,
  async () => {
    const reader = mailReader();
    const readings = await Promise.all(
      (corpus ?? []).map(async (mail) => ({ ...mail, reading: await reader.read(mail.raw()) })),
    );

    it("is there", () => {
      expect(readings.length).toBeGreaterThan(100);
      expect(readings.filter(({ isOrdinary }) => isOrdinary).length).toBeGreaterThan(50);
    });

    it("is never ordinary where a machine sent it", () => {
      const answered = readings.filter(
        ({ isOrdinary, reading }) => !isOrdinary && reading.read && reading.mail.kind === "ordinary",
      );
      expect(answered.map(({ file }) => file)).toEqual([]);
    });

    it("is ordinary, or closed to us, where a person sent it: all but one in a hundred", () => {
      const lost = readings.filter(
        ({ isOrdinary, reading }) => isOrdinary && reading.read && reading.mail.kind !== "ordinary",
      );
      expect(lost.length).toBeLessThan(readings.length / 100);
    });

    it("has a sender in most cases, and never one that a parser does not see", async () => {
      const wrong: string[] = [];
      let count = 0;
      for (const { file, raw, reading } of readings) {
        if (!reading.read || reading.mail.sender.kind !== "mailbox") continue;
        count += 1;
        const addresses = [
          (await simpleParser(Buffer.from(raw()))).from?.value,
          [(await PostalMime.parse(raw())).from],
        ];
        const isAgreed = addresses.every(
          (found) => found?.length === 1 && isSame(found[0]?.address, reading.mail),
        );
        if (!isAgreed) wrong.push(file);
      }
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(readings.length / 2);
    });
  },
);

function isSame(address: string | undefined, { sender }: { readonly sender: unknown }): boolean {
  return (
    JSON.stringify({
      kind: "mailbox",
      address: address?.replace(/@.*$/, (domain) => domain.toLowerCase()),
    }) === JSON.stringify(sender)
  );
}
