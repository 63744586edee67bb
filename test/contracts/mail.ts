import { describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type {
  AccountDirectory,
  AccountOnFile,
  Correspondence,
  MailRecords,
  StoredMail,
} from "../../shared/operations/ports.ts";
import { mailRecordNumber } from "../world/rights-request.ts";

const NOON = new Date("2026-11-23T12:00:00.000Z");
const afterNoon = (ms: number): Date => new Date(NOON.getTime() + ms);
const DAY_MS = 86_400_000;

/** Holds for every place that counts letters; `make` returns an empty one. */
export function correspondenceContract(make: () => Promise<Correspondence>): void {
  describe("letters to an address", () => {
    it("are as many as allowed in any 24 hours, and one more the moment the first is a day old", async () => {
      const letters = await make();
      expect(await letters.mayWrite("v1_a", 2, NOON)).toBe(true);
      expect(await letters.mayWrite("v1_a", 2, afterNoon(DAY_MS - 2))).toBe(true);
      expect(await letters.mayWrite("v1_a", 2, afterNoon(DAY_MS - 1))).toBe(false);
      expect(await letters.mayWrite("v1_a", 2, afterNoon(DAY_MS))).toBe(true);
      expect(await letters.mayWrite("v1_a", 2, afterNoon(DAY_MS))).toBe(false);
    });

    it("that were not allowed do not count", async () => {
      const letters = await make();
      await letters.mayWrite("v1_a", 1, NOON);
      for (const hours of [1, 12, 23]) await letters.mayWrite("v1_a", 1, afterNoon(hours * 3_600_000));
      expect(await letters.mayWrite("v1_a", 1, afterNoon(DAY_MS))).toBe(true);
    });

    it("are counted for each address by itself", async () => {
      const letters = await make();
      expect(await letters.mayWrite("v1_a", 1, NOON)).toBe(true);
      expect(await letters.mayWrite("v1_b", 1, NOON)).toBe(true);
    });

    it("never go out twice because two ask at the same moment", async () => {
      for (const max of [1, 3]) {
        const letters = await make();
        const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => letters.mayWrite("v1_a", max, NOON)));
        expect(answers.filter(Boolean)).toHaveLength(max);
      }
    });

    it("acknowledge one request a day to an address that nobody proved, and that one again", async () => {
      const letters = await make();
      const may = (ref: string, request: string, ms: number) =>
        letters.mayAcknowledgeUnproved(ref, request, afterNoon(ms));
      expect(await may("v1_a", "one", 0)).toBe(true);
      // Its letter could not be sent: the same one is asked for again, and counts from then.
      expect(await may("v1_a", "one", 1_000)).toBe(true);
      expect(await may("v1_a", "two", DAY_MS + 999)).toBe(false);
      expect(await may("v1_b", "two", 1_000)).toBe(true);
      expect(await may("v1_a", "two", DAY_MS + 1_000)).toBe(true);
      expect(await may("v1_a", "one", DAY_MS + 1_000)).toBe(false);
    });

    it("acknowledge one of many requests that are made at the same moment", async () => {
      const letters = await make();
      const answers = await Promise.all(
        ["one", "two", "three", "four"].map((request) =>
          letters.mayAcknowledgeUnproved("v1_a", request, NOON),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it("of no request go to an address once a day, whatever else went there, and once of many at one moment", async () => {
      const letters = await make();
      await letters.mayWrite("v1_a", 6, NOON);
      const at = (ms: number) => letters.mayWriteOutside("v1_a", afterNoon(ms));
      const atOnce = await Promise.all([at(0), at(0), at(0)]);
      expect(atOnce.filter(Boolean)).toHaveLength(1);
      expect(await at(DAY_MS - 1)).toBe(false);
      expect(await letters.mayWriteOutside("v1_b", NOON)).toBe(true);
      expect(await at(DAY_MS)).toBe(true);
    });

    it("that came back mark the address, and no other", async () => {
      const letters = await make();
      expect(await letters.isUndeliverable("v1_a")).toBe(false);
      await letters.markUndeliverable("v1_a", "bounce", NOON);
      await letters.markUndeliverable("v1_a", "complaint", NOON);
      expect(await letters.isUndeliverable("v1_a")).toBe(true);
      expect(await letters.isUndeliverable("v1_b")).toBe(false);
    });
  });
}

/** Holds for every place that keeps records of mail; `make` returns an empty one. */
export function mailRecordsContract(make: () => Promise<MailRecords>): void {
  describe("records of mail", () => {
    it("are put once for each mail, and stay as they were", async () => {
      const records = await make();
      const passed = { spam: "pass", virus: "pass", spf: "pass", dkim: "doubtful", dmarc: "fail" } as const;
      const record = mailRecordNumber(1, { verdicts: passed, recognised: "erasure of account (en)" });
      expect(await records.putOnce(record)).toBe(true);
      expect(await records.putOnce({ ...record, outcome: "other", receivedAt: NOON.toISOString() })).toBe(
        false,
      );
      expect(await records.read(record.mailId)).toEqual(record);
      expect(await records.list(10)).toEqual([record]);
      expect(await records.read("mail-2")).toBeUndefined();
    });

    it("know under which id a mail came first, for one of many at the same moment", async () => {
      const records = await make();
      const ids = ["one", "two", "three"];
      const answers = await Promise.all(ids.map((id) => records.isFirst("v1_a", id, NOON)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await Promise.all(ids.map((id) => records.isFirst("v1_a", id, NOON)))).toEqual(answers);
      expect(await records.isFirst("v1_b", "four", NOON)).toBe(true);
    });

    it("are put by one of many at the same moment", async () => {
      const records = await make();
      const put = await Promise.all([1, 2, 3, 4].map(() => records.putOnce(mailRecordNumber(1))));
      expect(put.filter(Boolean)).toHaveLength(1);
      expect(await records.list(10)).toHaveLength(1);
    });

    it("are listed newest first, no more than asked for", async () => {
      const records = await make();
      const [one, two, three] = [mailRecordNumber(1), mailRecordNumber(2), mailRecordNumber(3)];
      for (const each of [two, three, one]) await records.putOnce(each);
      expect(await records.list(2)).toEqual([three, two]);
    });
  });
}

/** A place for mail, and how a test fills it. */
export interface FilledMail {
  readonly mail: StoredMail;
  /** Stores it, and returns when. */
  put(key: string, raw: Uint8Array): Promise<Date>;
}

/** Holds for every place that keeps mail as it arrived; `make` returns an empty one. */
export function storedMailContract(make: () => Promise<FilledMail>): void {
  describe("stored mail", () => {
    it("is read byte for byte as it arrived, whatever bytes they are", async () => {
      const { mail, put } = await make();
      const raw = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await put("mail/one", raw);
      expect(await mail.sizeOf("mail/one")).toBe(256);
      expect(new Uint8Array(await mail.read("mail/one"))).toEqual(raw);
    });

    it("that is not there has no size, and cannot be read", async () => {
      const { mail } = await make();
      expect(await mail.sizeOf("mail/none")).toBeUndefined();
      await expect(mail.read("mail/none")).rejects.toThrow();
    });

    it("is listed page by page, each once, and nothing of another span", async () => {
      const { mail, put } = await make();
      const keys = ["mail/c", "mail/a", "mail/b", "mail/d", "mail/e"];
      const times: Date[] = [];
      for (const key of keys) times.push(await put(key, new Uint8Array(1)));
      const from = times[0] ?? NOON;
      const to = new Date((times.at(-1) ?? NOON).getTime() + 1_000);

      const first = await mail.list({ from, to, limit: 3 });
      const rest = await mail.list({ from, to, after: first.at(-1)?.key ?? "", limit: 3 });
      const all = [...first, ...rest];
      expect([first.length, rest.length]).toEqual([3, 2]);
      expect(all.map(({ key }) => key).sort()).toEqual([...keys].sort());
      expect(all.map(({ storedAt }) => storedAt)).toEqual(all.map(({ storedAt }) => storedAt).sort());
      expect(await mail.list({ from: to, to: new Date(to.getTime() + DAY_MS), limit: 3 })).toEqual([]);
      expect(await mail.list({ from: new Date(0), to: from, limit: 3 })).toEqual([]);
    });
  });
}

/** A directory, and how a test fills it. */
export interface FilledDirectory {
  readonly directory: AccountDirectory;
  add(account: AccountOnFile): Promise<void>;
}

/** Holds for every directory of accounts; `make` returns an empty one. */
export function accountDirectoryContract(
  make: () => Promise<FilledDirectory>,
  { findsQuotations = true }: { readonly findsQuotations?: boolean } = {},
): void {
  describe("accounts by the address on file", () => {
    const account = (id: string, address: string) => ({ subjectId: subjectIdOf(id), address });
    const ada = account("person-1", "ada@mail.example");

    it("are found by exactly this address, in whatever case its ASCII letters are asked for", async () => {
      const { directory, add } = await make();
      await add(ada);
      for (const asked of ["ada@mail.example", "ADA@mail.example", "Ada@Mail.EXAMPLE"])
        expect(await directory.findByAddress(asked, 2)).toEqual([ada]);
    });

    it.each([
      ["a plus", "ada+x@mail.example"],
      ["a dot", "a.da@mail.example"],
      ["a longer name", "ada1@mail.example"],
      ["a shorter name", "ad@mail.example"],
      ["a longer domain", "ada@mail.example.example"],
      ["a look-alike", "аda@mail.example"],
      ["a full-width letter", "ａda@mail.example"],
      ["a zero-width character", "a\u200bda@mail.example"],
      ["a soft hyphen", "a\u00adda@mail.example"],
      ["a quotation", 'ada" or email ^= "@mail.example'],
      ["a backslash", "ada\\@mail.example"],
      ["a wildcard", "*@mail.example"],
    ])("are not found by what has %s in it", async (_, asked) => {
      const { directory, add } = await make();
      await add(ada);
      expect(await directory.findByAddress(asked, 2)).toEqual([]);
    });

    const quoted = findsQuotations ? ['"a\\"b"@mail.example'] : [];
    it.each([...quoted, "a+b'c@mail.example", "münchen@mail.example"])(
      "are found by %s if that is on file",
      async (address) => {
        const { directory, add } = await make();
        await add(account("person-1", address));
        expect(await directory.findByAddress(address, 2)).toMatchObject([{ subjectId: "person-1" }]);
      },
    );

    it("are told of apart where several have the same, at most as many as asked for", async () => {
      const { directory, add } = await make();
      for (const id of ["person-1", "person-2", "person-3"]) await add(account(id, ada.address));
      expect(await directory.findByAddress(ada.address, 2)).toHaveLength(2);
    });
  });
}
