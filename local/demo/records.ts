import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { addressOf } from "./people.ts";

const DAY_MS = 86_400_000;
/** Between one record and the next. */
const APART_MS = 31 * DAY_MS;

/** A row as the invented service writes it, but for its partition key and its end. */
export interface DemoRecord {
  readonly sort: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** From when its end counts, and for how many days. */
  readonly madeAt: Date;
  readonly keptDays: number;
}

type MakeRecord = (person: SubjectId, number: number, madeAt: Date) => Omit<DemoRecord, "madeAt">;

/** What the service knows of whoever buys or agrees, and writes beside what it has to keep. */
const whoever = (person: SubjectId) => ({
  buyerName: `Person ${person}`,
  buyerMail: addressOf(person),
  networkAddress: "203.0.113.7",
  device: "Pixel 9, Android 16",
});

/** Records with attributes of their own, by the category that a table of them holds. */
const RECORDS: Readonly<Record<string, MakeRecord>> = {
  "billing-record": (person, number, madeAt) => ({
    sort: `IG/${madeAt.getUTCFullYear()}/${String(number).padStart(4, "0")}`,
    attributes: {
      issuedAt: madeAt.toISOString(),
      supply: "Image generation, 500 credits (SAC 998439)",
      placeOfSupply: "29-Karnataka",
      taxableValue: 423.73,
      taxRate: 18,
      tax: 76.27,
      currency: "INR",
      card: { brand: "RuPay", last4: "4242" },
      ...whoever(person),
    },
    keptDays: 2922,
  }),
  "consent-record": (person, number, madeAt) => ({
    sort: madeAt.toISOString(),
    attributes: {
      purpose: ["model-training", "marketing"][number % 2],
      decision: ["agreed", "declined"][number % 2],
      notice: "2026-03",
      channel: `settings page of ${person}`,
      ...whoever(person),
    },
    keptDays: 1095,
  }),
};

/** Returns a person's record of a table; undefined if tables of these categories hold nothing in particular. */
export function demoRecord(
  categories: readonly string[],
  person: SubjectId,
  number: number,
  now: Date,
): DemoRecord | undefined {
  const make = RECORDS[categories[0] ?? ""];
  const madeAt = new Date(now.getTime() - number * APART_MS);
  return make && { ...make(person, number, madeAt), madeAt };
}
