import { z } from "zod";
import { CopiesLeftSchema } from "../backups/copies-left.ts";
import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { OutcomeSchema } from "../erasure/store-progress.ts";
import { ASKED_AGAIN_BECAUSE } from "../processors/processor-ask.ts";
import { ThingCountsSchema } from "../processors/thing-counts.ts";
import { VendorSettingSchema } from "../processors/vendor-setting.ts";
import { isExpiryLane } from "../retention/expiry-lane.ts";

const CountSchema = z.number().int().nonnegative();
const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What an entry says. Each is fixed in shape so that nothing about a person can slip in. */
export const EntryBodySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("frozen"), tombstoneExpiresAt: z.iso.datetime() }),
  /** Before and after the keys are destroyed under which copies open; `held` are those that a hold keeps. */
  z.strictObject({ kind: z.literal("keys-destruction-intended"), keys: CountSchema }),
  z.strictObject({ kind: z.literal("keys-destroyed"), keys: CountSchema, held: CountSchema }),
  z.strictObject({ kind: z.literal("planned"), planDigest: DigestSchema, entries: CountSchema }),
  /** Before the effect. */
  z.strictObject({ kind: z.literal("erase-intended"), store: z.string(), planned: CountSchema }),
  /** After it; `left` names no ids. */
  z.strictObject({
    kind: z.literal("erase-ended"),
    store: z.string(),
    deleted: CountSchema,
    left: CountSchema,
    finished: z.boolean(),
  }),
  /** Before the seal is placed, and after: what it stands over, of which nothing is deleted. */
  z.strictObject({ kind: z.literal("preserve-intended"), store: z.string(), found: CountSchema }),
  z.strictObject({
    kind: z.literal("preserved"),
    store: z.string(),
    found: CountSchema,
    holdId: z.string(),
    /** False once two people have lifted it. */
    stands: z.boolean(),
  }),
  /**
   * How asking one third party stood. Where a person had to, the hash is of the evidence with which they closed that
   * task; where it was called, `things` counts what became of each.
   */
  z.strictObject({
    kind: z.literal("processor-outcome"),
    processor: z.string(),
    outcome: OutcomeSchema,
    answerOwedAt: z.iso.datetime(),
    answeredAt: z.iso.datetime().optional(),
    evidenceHash: DigestSchema.optional(),
    things: ThingCountsSchema.optional(),
    /** Until when the last thing of which it said a date stays there. */
    until: z.iso.datetime().optional(),
    /** Why things without an answer are asked about again. */
    because: z.array(z.enum(ASKED_AGAIN_BECAUSE)).optional(),
    /** What it shows itself of how long it is set to keep things. */
    setting: VendorSettingSchema.optional(),
  }),
  /** The same two of a store of which each record is cut and kept under a pseudonym. */
  z.strictObject({ kind: z.literal("retain-intended"), store: z.string(), planned: CountSchema }),
  z.strictObject({
    kind: z.literal("retain-ended"),
    store: z.string(),
    pseudonymised: CountSchema,
    /** Records whose end had come. */
    deleted: CountSchema,
    left: CountSchema,
    finished: z.boolean(),
  }),
  /** Before any of them is called: how many may hold copies, and about how many things they are asked. */
  z.strictObject({
    kind: z.literal("processors-asked"),
    declared: CountSchema,
    things: CountSchema.optional(),
    /** Things of which no record says whether they are of what is erased: nobody is asked about them. */
    unattributed: CountSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("backups-bounded"),
    declared: CountSchema,
    /** Absent in entries of a version that did not look. */
    looked: z
      .strictObject({
        /** When what was deleted was gone, and how many entries that were, over all attempts. */
        deletedBy: z.iso.datetime(),
        deleted: CountSchema,
        stores: z.array(CopiesLeftSchema),
      })
      .optional(),
  }),
  /** Nothing that could bring back what was gone by then is there any more: it was looked for on the last day. */
  z.strictObject({
    kind: z.literal("copies-gone"),
    deletedBy: z.iso.datetime(),
    stores: z.array(z.string().min(1)),
  }),
  /** Before things that are due are deleted, how many together; after it, what became of those of that entry. */
  z.strictObject({ kind: z.literal("expire-intended"), store: z.string(), things: CountSchema }),
  z.strictObject({
    kind: z.literal("expire-ended"),
    store: z.string(),
    /** Index of the entry that intended it. */
    intended: CountSchema,
    deleted: CountSchema,
    absent: CountSchema,
    held: CountSchema,
    /** Looked at again: another than was meant, refused by the store, or stopped. */
    left: CountSchema,
  }),
  /** Before things of a copy are removed from quarantine, how many together; after it, why, and what stayed there. */
  z.strictObject({ kind: z.literal("restore-removing"), store: z.string(), things: CountSchema }),
  z.strictObject({
    kind: z.literal("restore-removed"),
    store: z.string(),
    /** Index of the entry that intended it. */
    intended: CountSchema,
    erased: CountSchema,
    expired: CountSchema,
    objected: CountSchema,
    undated: CountSchema,
    nobodys: CountSchema,
    held: CountSchema,
    left: CountSchema,
  }),
  /** Before things of a copy are given back to their store, and after it; what changed meanwhile was taken back. */
  z.strictObject({ kind: z.literal("restore-handing-over"), store: z.string(), things: CountSchema }),
  z.strictObject({
    kind: z.literal("restore-handed-over"),
    store: z.string(),
    intended: CountSchema,
    handedOver: CountSchema,
    thereAlready: CountSchema,
    takenBack: CountSchema,
  }),
  /** Closes a lane of an attempt that looked again: nothing is appended after it. */
  z.strictObject({ kind: z.literal("sealed"), remaining: CountSchema }),
  /** Closes a lane of an attempt that came to no certificate, when a later one has come to its own. */
  z.strictObject({ kind: z.literal("abandoned") }),
]);

export type EntryBody = z.infer<typeof EntryBodySchema>;

/** One line of a lane. Its place and the hash of the line before make insertion, removal and change visible. */
export const EntrySchema = z
  .strictObject({
    schema: z.literal("lethe.entry/1"),
    service: z.string().min(1),
    region: z.string().min(1),
    lane: z.string().min(1),
    /** From 0. */
    index: CountSchema,
    /** Hash of the entry before; 64 zeros for the first. */
    previous: DigestSchema,
    /** The writer's clock, ISO 8601 UTC; order is by index, never by time. */
    at: z.iso.datetime(),
    /** Whom it is about; absent in the lanes of the clock, which are about no one person. */
    subjectRef: z.string().min(1).optional(),
    body: EntryBodySchema,
  })
  .refine(
    ({ lane, subjectRef }) => (subjectRef === undefined) === isExpiryLane(lane),
    "an entry names whom it is about, unless it is in a lane of the clock",
  );

export type Entry = z.infer<typeof EntrySchema>;

/** Says whether an entry closes its lane. */
export function isClosing({ kind }: EntryBody): boolean {
  return kind === "sealed" || kind === "abandoned";
}

/** What the first entry of a lane names as the one before. */
export const NO_ENTRY_BEFORE = "0".repeat(64);

/** Returns the hash by which the next entry names this one. */
export function entryHash(entry: Entry): string {
  return sha256Hex(canonicalJson(entry));
}
