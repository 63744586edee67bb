import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { boundedMailReader } from "../../../shared/adapters/mail/bounded-mail-reader.ts";
import { mailReader } from "../../../shared/adapters/mail/read-mail.ts";
import { mailWith } from "./mails.ts";

const POISON = join(import.meta.dirname, "poison-worker.ts");
const UNPARSABLE = { read: false, why: "unparsable" };
/** What the stand-in says of a mail that does it no harm. */
const HARMLESS = { read: false, why: "encrypted" };

describe("mail that is read in a thread", () => {
  it("is read as it is read without one, one after another", async () => {
    const reader = boundedMailReader({ ownAddresses: ["own@service.example"] });
    const raws = [mailWith({}), mailWith({ From: "own@service.example" }), Buffer.from("x")];
    const readings = await Promise.all(raws.map((raw) => reader.read(raw)));
    const alone = mailReader({ ownAddresses: ["own@service.example"] });
    expect(readings).toEqual(await Promise.all(raws.map((raw) => alone.read(raw))));
    expect(readings[1]).toMatchObject({ mail: { kind: "own" } });
  });

  it.each(["hang", "explode", "throw", "leave"])(
    "is unparsable if it makes its parser %s, and neither the one before nor the one behind it is harmed",
    async (poison) => {
      // A thread that has died is not waited for.
      const readingMsMax = poison === "hang" ? 3000 : 60_000;
      const reader = boundedMailReader({}, { worker: POISON, readingMsMax, heapMebibytesMax: 32 });
      const raws = ["one", poison, "another"].map((text) => Buffer.from(text));
      const startedAtMs = performance.now();

      const readings = await Promise.all(raws.map((raw) => reader.read(raw)));

      expect(readings).toEqual([HARMLESS, UNPARSABLE, HARMLESS]);
      expect(performance.now() - startedAtMs).toBeLessThan(15_000);
    },
  );

  it("is nobody's fault if there is no thread to read it in: it comes again", async () => {
    const reader = boundedMailReader({}, { worker: join(import.meta.dirname, "nothing.ts") });
    await expect(reader.read(mailWith({}))).rejects.toThrow(/nothing\.ts/);
  });
});
