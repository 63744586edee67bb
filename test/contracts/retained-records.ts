import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { dynamodbRetainer } from "../../shared/adapters/stores/dynamodb/retain.ts";
import { dynamodbRetentionVerifier } from "../../shared/adapters/stores/dynamodb/verify-retained.ts";
import { RETAINED_MARK } from "../../shared/domain/erasure/retained-record.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { retentionPseudonym } from "../../shared/domain/erasure/subject-reference.ts";
import type { RetainedStore } from "../../shared/domain/policy/retained-stores.ts";
import type { DeleteGate } from "../../shared/operations/ports.ts";
import { subjectStore } from "../subject-store.ts";
import { mortalProcess, ProcessKilled } from "../world/mortal-process.ts";
import { GATE_HOLD, gateFor, gateHolding, openGate } from "../world/stores/gates.ts";
import { quickTime } from "../world/stores/quick-time.ts";

type Item = Readonly<Record<string, AttributeValue>>;

/** A table with the string keys `owner` and `invoice`, that a test can fill and look into by other means. */
export interface FillableTable {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  put(items: readonly Item[]): Promise<void>;
  items(): Promise<readonly Item[]>;
  remove(item: Item): Promise<void>;
}

const NOW = new Date("2026-11-23T10:00:00.000Z");
const DAY_SECONDS = 86_400;
const RETENTION_DAYS = 3650;
const ISSUED_AT = "2026-01-31T08:00:00.000Z";
const ISSUED_SECONDS = Date.parse(ISSUED_AT) / 1000;
/** More than one transaction takes. */
const MANY = 30;

const person = subjectIdOf("5f0c9d1e-77aa-4c1b-9c3e-0f2b6a1d8e44");
const neighbour = subjectIdOf("5f0c9d1e-77aa-4c1b-9c3e-0f2b6a1d8e44-2");
const pseudonymOf = async (subject: SubjectId) =>
  retentionPseudonym({ version: 1, key: new Uint8Array(32).fill(7) }, "minimal", subject);

export const invoicesTable = subjectStore({
  id: "invoices",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  sortKey: { attribute: "invoice" },
  timeToLiveAttribute: "expiresAtEpochSeconds",
  categories: ["invoice"],
});

/** Holds for records in a table; `make` returns an empty one. */
export function retainedRecordsContract(make: () => Promise<FillableTable>): void {
  const begun = async (records = 1, of = person) => {
    const table = await make();
    await table.put(Array.from({ length: records }, (_, at) => invoice(of, at)));
    return { ...table, ...sides(table) };
  };

  describe("records of which a duty needs a part", () => {
    it("hold that part under the pseudonym, an end and a mark, and nothing else of the person is there", async () => {
      const { table, items, erase, verifier } = await begun(MANY);

      const pass = await erase();

      expect(table).not.toBe("");
      expect(pass).toMatchObject({
        deleted: 0,
        pseudonymised: MANY,
        left: 0,
        leftBehind: [],
        finished: true,
      });
      expect(pass.confirmed.reduce((sum, count) => sum + count, 0)).toBe(MANY);
      const left = await items();
      expect(left).toHaveLength(MANY);
      const owner = { S: `SUBJECT#${await pseudonymOf(person)}` };
      for (const item of left) {
        expect(item).toEqual({
          ...{ owner, invoice: item.invoice, amount: { N: "12.500000000000000000000000000000000001" } },
          ...{
            issuedAt: { S: ISSUED_AT },
            lines: LINES_KEPT,
            payer: { S: `id ${await pseudonymOf(person)}` },
          },
          expiresAtEpochSeconds: { N: String(ISSUED_SECONDS + RETENTION_DAYS * DAY_SECONDS) },
          [RETAINED_MARK.attribute]: { S: RETAINED_MARK.value },
        });
      }
      expect(JSON.stringify(left)).not.toContain(person);
      expect(await verifier.countRemaining(person)).toBe(0);
      expect(await verifier.lookAtKept?.(person)).toEqual({
        records: MANY,
        until: new Date((ISSUED_SECONDS + RETENTION_DAYS * DAY_SECONDS) * 1000).toISOString(),
      });
    });

    it("of somebody else stay as they are, and are nobody's business", async () => {
      const { put, items, erase, verifier } = await begun();
      const theirs = invoice(neighbour, 1);
      await put([theirs]);
      await erase();
      expect(await items()).toContainEqual(theirs);
      expect(await verifier.lookAtKept?.(neighbour)).toEqual({ records: 0 });
      expect(await verifier.countRemaining(neighbour)).toBe(1);
    });

    it("are kept once, however often it is done, and one that comes later is kept beside them", async () => {
      const { put, items, erase } = await begun(2);
      await erase();
      const first = await items();
      expect(await erase()).toMatchObject({ deleted: 0, pseudonymised: 0, finished: true, confirmed: [] });
      expect(await items()).toEqual(first);
      await put([invoice(person, 7)]);
      expect(await erase()).toMatchObject({ pseudonymised: 1 });
      expect(await items()).toHaveLength(3);
    });

    it.each([
      ["counts from the erasure if it says nothing", {}, NOW.getTime() / 1000 + RETENTION_DAYS * DAY_SECONDS],
      [
        "counts from the erasure if it says a number of something",
        { issuedAt: { N: "20260131" } },
        NOW.getTime() / 1000 + RETENTION_DAYS * DAY_SECONDS,
      ],
      [
        "counts from what it says in seconds",
        { issuedAt: { N: "1769846400" } },
        1_769_846_400 + RETENTION_DAYS * DAY_SECONDS,
      ],
      [
        "is its own time to live if that is earlier",
        { expiresAtEpochSeconds: { N: "1830000000" } },
        1_830_000_000,
      ],
    ])("ends in time: it %s", async (_, said, end) => {
      const { put, items, erase, verifier } = await begun(0);
      const { issuedAt: _issuedAt, ...rest } = invoice(person, 1);
      await put([{ ...rest, ...said }]);
      await erase();
      expect((await items())[0]?.expiresAtEpochSeconds).toEqual({ N: String(end) });
      expect(await verifier.countRemaining(person)).toBe(0);
    });

    it("goes altogether if its end has come", async () => {
      const { put, items, erase } = await begun(1);
      await put([{ ...invoice(person, 5), issuedAt: { S: "2016-11-01T00:00:00Z" } }]);
      expect(await erase()).toMatchObject({ deleted: 1, pseudonymised: 1 });
      expect(await items()).toHaveLength(1);
    });

    it("stay whole behind a shut gate, and it goes on where it stopped", async () => {
      const { items, erase } = await begun(MANY);
      const before = await items();
      expect(await erase(gateFor(0))).toMatchObject({ pseudonymised: 0, finished: false, confirmed: [] });
      expect(await items()).toEqual(before);
      const stopped = await erase(gateFor(1));
      expect(stopped.finished).toBe(false);
      expect(stopped.pseudonymised).toBeGreaterThan(0);
      expect(await erase()).toMatchObject({ pseudonymised: MANY - (stopped.pseudonymised ?? 0) });
    });

    it("stay whole where a hold is on them, named by hash", async () => {
      const { items, erase, verifier } = await begun(3);
      const pass = await erase(gateHolding(({ item }) => item === "inv-001"));
      expect(pass).toMatchObject({ pseudonymised: 2, left: 1, finished: true });
      expect(pass.leftBehind).toMatchObject([{ code: "LegalHold", holdId: GATE_HOLD }]);
      expect(await items()).toContainEqual(invoice(person, 1));
      expect(await verifier.countRemaining(person)).toBe(1);
      expect(await erase()).toMatchObject({ pseudonymised: 1, left: 0 });
    });

    it("tell the gate when they were made", async () => {
      const { erase } = await begun(1);
      const asked: unknown[] = [];
      const gate: DeleteGate = {
        mayDelete: async (entries) => {
          asked.push(...entries.map(({ item, createdAt }) => ({ item, createdAt })));
          return { proceed: true, free: entries, held: [] };
        },
      };
      await erase(gate);
      expect(asked).toEqual([{ item: "inv-000", createdAt: new Date(ISSUED_AT) }]);
    });

    it("come to the same end when the process is killed at any call, on either side of it", async () => {
      for (const side of ["before", "after"] as const) {
        for (let atCall = 0; ; atCall += 1) {
          const made = await begun(MANY);
          const process = mortalProcess({ atCall, side });
          const dying = sides({ ...made, documents: process.reaching("documents", made.documents) });
          await dying.erase().catch(onlyKilled);
          await made.erase();
          const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
          expect(await made.items(), where).toHaveLength(MANY);
          expect(await made.verifier.countRemaining(person), where).toBe(0);
          expect(await made.verifier.lookAtKept?.(person), where).toMatchObject({ records: MANY });
          if (process.calls.length > atCall) continue;
          expect(atCall).toBeGreaterThan(3);
          break;
        }
      }
    });

    it("that are changed, added or taken away at any call are cut as they are then, and none is lost", async () => {
      for (let atCall = 0; ; atCall += 1) {
        const made = await begun(3);
        const newer = [
          { ...invoice(person, 1), amount: { N: "99" } },
          { ...invoice(person, 2), note: { S: "new" } },
          invoice(person, 8),
        ];
        const passage = writing(
          (call) => call === atCall,
          () => made.put(newer),
        );
        await sides({ ...made, documents: passage.reaching(made.documents) }).erase();
        // What came after the last look is there under the person's id, and the verifier says so.
        const remaining = await made.verifier.countRemaining(person);
        const pass = await made.erase();
        expect(pass.pseudonymised).toBe(remaining);
        expect(await made.verifier.countRemaining(person)).toBe(0);
        const left = new Map((await made.items()).map((item) => [item.invoice?.S, item]));
        if (passage.calls() <= atCall) return expect(atCall).toBeGreaterThan(2);
        expect([...left.keys()].sort()).toEqual(["inv-000", "inv-001", "inv-002", "inv-008"]);
        expect(left.get("inv-001")?.amount).toEqual({ N: "99" });
        expect(left.get("inv-002")?.note).toEqual({ S: "new" });
      }
    });
  });

  describe("records that others write to", () => {
    it("are not put back when one was taken away meanwhile, whatever is in it", async () => {
      for (let atCall = 0; ; atCall += 1) {
        const made = await begun(0);
        const bare = { owner: { S: `SUBJECT#${person}` }, invoice: { S: "bare" }, buyerName: { S: "Ada" } };
        await made.put([bare]);
        const passage = writing(
          (call) => call === atCall,
          () => made.remove(bare),
        );
        await sides({ ...made, documents: passage.reaching(made.documents) }).erase();
        const isGone = passage.calls() > atCall && atCall < 2;
        expect((await made.items()).length, `at call ${atCall}`).toBe(isGone ? 0 : 1);
        if (passage.calls() <= atCall) return expect(atCall).toBeGreaterThan(1);
      }
    });

    it("keep nothing but themselves from being cut, if one is changed all the time", async () => {
      const made = await begun(3);
      let changes = 0;
      const passage = writing(
        () => true,
        async () => {
          changes += 1;
          const isThere = (await made.items()).some(({ owner }) => owner?.S === `SUBJECT#${person}`);
          if (isThere) await made.put([{ ...invoice(person, 1), amount: { N: String(changes) } }]);
        },
      );
      const pass = await sides({ ...made, documents: passage.reaching(made.documents) }).erase();
      expect(pass).toMatchObject({ pseudonymised: 2, finished: true });
      expect(await made.verifier.countRemaining(person)).toBe(1);
      expect(await made.erase()).toMatchObject({ pseudonymised: 1 });
    });

    it("hold no moment that only the end was counted from", async () => {
      const made = await begun(1);
      const keeps = retained.retention.keeps.filter((name) => name !== "issuedAt");
      const cut = { ...retained, retention: { ...retained.retention, keeps } };
      await sides(made, cut).erase();
      const [item] = await made.items();
      expect(item).not.toHaveProperty("issuedAt");
      expect(item?.expiresAtEpochSeconds).toEqual({
        N: String(ISSUED_SECONDS + RETENTION_DAYS * DAY_SECONDS),
      });
    });
  });

  describe("a verifier of what was cut", () => {
    it.each<[string, (kept: Item) => Item]>([
      ["holds an attribute more", (kept) => ({ ...kept, buyerName: { S: "Ada" } })],
      ["names the person in a text", (kept) => ({ ...kept, note: { S: `of ${person}` } })],
      ["names the person deep inside", (kept) => ({ ...kept, lines: { L: [{ M: { of: { S: person } } }] } })],
      ["names the person in a set", (kept) => ({ ...kept, note: { SS: ["a", person] } })],
      ["names the person in bytes", (kept) => ({ ...kept, note: { B: Buffer.from(`x${person}`) } })],
      ["names the person by an attribute", (kept) => ({ ...kept, lines: { M: { [person]: { N: "1" } } } })],
      ["has no end", ({ expiresAtEpochSeconds: _end, ...kept }) => kept],
      [
        "ends a day late",
        (kept) => ({
          ...kept,
          expiresAtEpochSeconds: { N: String(ISSUED_SECONDS + (RETENTION_DAYS + 1) * DAY_SECONDS) },
        }),
      ],
      ["has no mark", ({ [RETAINED_MARK.attribute]: _mark, ...kept }) => kept],
    ])("counts a record as left that %s", async (_, spoil) => {
      const { put, items, erase, verifier } = await begun(2);
      await erase();
      const [kept] = await items();
      if (kept) await put([spoil(kept)]);
      expect(await verifier.countRemaining(person)).toBe(1);
      expect(await verifier.lookAtKept?.(person)).toMatchObject({ records: 1 });
    });

    it("counts what is left under the person's own id, on every page", async () => {
      const { verifier } = await begun(MANY);
      expect(await verifier.countRemaining(person)).toBe(MANY);
      expect(await verifier.lookAtKept?.(person)).toEqual({ records: 0 });
    });
  });
}

const LINES = (of: string): AttributeValue => ({
  L: [{ M: { what: { S: `credits of ${of}` }, count: { N: "3" } } }, { BOOL: true }],
});
const LINES_KEPT = LINES(await pseudonymOf(person));

const retained: RetainedStore = {
  store: tableOf(invoicesTable),
  retention: {
    categories: ["invoice"],
    legalBasis: "A tax law",
    retentionDays: RETENTION_DAYS,
    keeps: ["invoice", "amount", "issuedAt", "lines", "payer", "note"],
    createdAttribute: "issuedAt",
  },
};

function tableOf(store: ReturnType<typeof subjectStore>): RetainedStore["store"] {
  if (store.kind !== "dynamodb") throw new Error("This is no table.");
  return store;
}

/** A record as the service writes it, with more than anybody needs. */
function invoice(subject: SubjectId, number: number): Item {
  return {
    owner: { S: `SUBJECT#${subject}` },
    invoice: { S: `inv-${String(number).padStart(3, "0")}` },
    amount: { N: "12.500000000000000000000000000000000001" },
    issuedAt: { S: ISSUED_AT },
    lines: LINES(subject),
    payer: { S: `id ${subject}` },
    buyerName: { S: "Ada Example" },
    buyerMail: { S: "ada@people.example" },
    card: { M: { last4: { S: "4242" } } },
  };
}

/** The two sides that know of each other's work by the table alone. */
function sides({ documents, table }: Pick<FillableTable, "documents" | "table">, cut = retained) {
  const ports = { pseudonymOf, now: () => NOW, time: quickTime() };
  const eraser = dynamodbRetainer(documents, table, cut, ports);
  return {
    verifier: dynamodbRetentionVerifier(documents, table, cut, ports),
    erase: async (gate: DeleteGate = openGate) => {
      const confirmed: number[] = [];
      const pass = await eraser.erase(person, gate, async (count) => {
        confirmed.push(count);
      });
      return { ...pass, confirmed };
    },
  };
}

function onlyKilled(error: unknown): void {
  if (!(error instanceof ProcessKilled)) throw error;
}

/** Passes every call on, and writes before some of them. */
function writing(isAt: (call: number) => boolean, write: () => Promise<void>) {
  let calls = 0;
  return {
    calls: () => calls,
    reaching: (documents: DynamoDBDocumentClient): DynamoDBDocumentClient =>
      new Proxy(documents, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== "function") return member;
          return async (...args: readonly unknown[]) => {
            calls += 1;
            if (isAt(calls - 1)) await write();
            return Reflect.apply(member, target, args);
          };
        },
      }),
  };
}
