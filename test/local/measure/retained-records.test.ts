import { beforeEach, describe, expect, it } from "vitest";
import { NotErased } from "../../../local/demo/not-erased.ts";
import { demoRecord } from "../../../local/demo/records.ts";
import { recordsToRetain, seeRetained } from "../../../local/demo/retained-records.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { dynamodbRetainer } from "../../../shared/adapters/stores/dynamodb/retain.ts";
import { ACCOUNT } from "../../../shared/domain/erasure/scope.ts";
import { type SubjectId, subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { retentionPseudonym } from "../../../shared/domain/erasure/subject-reference.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { storesRetainedBy } from "../../../shared/domain/policy/retained-stores.ts";
import { openGate } from "../../world/stores/gates.ts";
import { type Item, inMemoryTable } from "../../world/stores/in-memory-table.ts";
import { writtenItem } from "../../world/stores/plain-item.ts";

const compiled = compilePolicy(imageGen);
const [billing] = storesRetainedBy(compiled.policy, "account");
const person = subjectIdOf("person-1");
const neighbour = subjectIdOf("person-10");
const NOW = new Date();
const RECORDS = 3;

let table: ReturnType<typeof inMemoryTable>;
let demo: Parameters<typeof recordsToRetain>[0];

beforeEach(async () => {
  table = inMemoryTable("owner", "invoice");
  for (const subject of [person, neighbour]) {
    for (let number = 1; number <= RECORDS; number += 1) await table.put([row(subject, number)]);
  }
  const place = { id: "billing", arn: "arn:x", region: "r", account: "0", owned: true };
  const bindings = {
    ...{ schema: "lethe.bindings/1" as const, service: "image-gen", region: "r", account: "0" },
    ...{ policyDigest: compiled.digest, stores: { billing: place } },
  };
  // Of the two tables that are kept in part, one is enough here.
  const erasure = compiled.policy.erasure.map((scope) => ({
    ...scope,
    categories: { ...scope.categories, "consent-record": { effect: "erase" as const } },
  }));
  demo = {
    compiled: { policy: { ...compiled.policy, erasure } },
    bindings,
    documents: table.documents,
  };
});

describe("what is measured of records that a duty keeps", () => {
  it("is that they are there under a pseudonym, cut down to what is needed, and nothing names the person", async () => {
    const before = await recordsToRetain(demo, ACCOUNT, person);
    await retain();
    expect(await seeRetained(demo, before, person)).toMatch(
      /^3 records of billing are kept under a pseudonym with invoice, issuedAt, .* alone, $/,
    );
  });

  it("tells the next person's from those that were kept before", async () => {
    await retain();
    const before = await recordsToRetain(demo, ACCOUNT, neighbour);
    await retain(neighbour);
    expect(await seeRetained(demo, before, neighbour)).toMatch(/^3 records/);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    ["leaves everything as it is", async () => undefined, /still has a row that names person-1/],
    ["deletes it", async () => rewrite(() => undefined), /keeps 0 records of 0 people for 3/],
    [
      "misses a record",
      async () => rewrite((kept, at) => (at === 0 ? row(person, 1) : kept)),
      /names person-1/,
    ],
    ["loses a record", async () => rewrite((kept, at) => (at === 0 ? undefined : kept)), /keeps 2 records/],
    [
      "leaves an attribute",
      async () => rewrite((kept) => ({ ...kept, buyerName: { S: "Ada" } })),
      /still has buyerName/,
    ],
    ["changes a sum", async () => rewrite((kept) => ({ ...kept, tax: { N: "1" } })), /has another tax/],
    [
      "lengthens its life",
      async () => rewrite((kept) => ({ ...kept, expiresAtEpochSeconds: { N: "9999999999" } })),
      /another end/,
    ],
  ])("does not hold where what cuts them %s", async (_, instead, why) => {
    const before = await recordsToRetain(demo, ACCOUNT, person);
    await instead();
    const seen = seeRetained(demo, before, person);
    await expect(seen).rejects.toThrow(NotErased);
    await expect(seen).rejects.toThrow(why);
  });
});

async function retain(subject = person): Promise<void> {
  if (!billing) throw new Error("Nothing is retained.");
  const key = { version: 1, key: new Uint8Array(32).fill(7) };
  const pseudonymOf = async (of: SubjectId) => retentionPseudonym(key, "image-gen", of);
  const retainer = dynamodbRetainer(table.documents, "billing", billing, { pseudonymOf, now: () => NOW });
  await retainer.erase(subject, openGate, async () => undefined);
}

/** Cuts as it should be, and puts something else in the place of each record. */
async function rewrite(as: (kept: Item, at: number) => Item | undefined): Promise<void> {
  await retain();
  const all = await table.items();
  const kept = all.filter((item) => item.letheRetained);
  table.clear();
  await table.put(all.filter((item) => !item.letheRetained));
  await table.put(kept.map(as).filter((item) => item !== undefined));
}

function row(subject: SubjectId, number: number): Item {
  const record = demoRecord(["billing-record"], subject, number, NOW);
  if (!record) throw new Error("The demo service writes no billing records.");
  const expiresAtEpochSeconds = Math.floor(record.madeAt.getTime() / 1000) + record.keptDays * 86_400;
  return writtenItem({
    ...record.attributes,
    owner: `SUBJECT#${subject}`,
    invoice: record.sort,
    expiresAtEpochSeconds,
  });
}
