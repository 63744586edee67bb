import { z } from "zod";
import { sha256Hex } from "../canonical-json.ts";
import { DeclarationIdSchema } from "../policy/store.ts";
import type { ClockStore } from "../retention/clock-rules.ts";
import { NOTHING_REMOVED } from "./restored-thing.ts";

const CountSchema = z.number().int().nonnegative();

/** How a restore stands. Waiting is a state: whoever runs it next goes on from there. */
const RESTORE_STATES = [
  "bringing-back",
  "cleaning",
  "verifying",
  "handing-over",
  "completed",
  "abandoned",
] as const;

/** One copy of one store, on its way back. Nothing of any person stands in it. */
export const RestoreSchema = z.strictObject({
  schema: z.literal("lethe.restore/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  restoreId: z.string().regex(/^rst_[0-9a-f]{20}$/),
  /** Goes up with each change. */
  revision: CountSchema,
  storeId: DeclarationIdSchema,
  /** Restores of one slot follow one another: there is one bucket for quarantine, and a table of its own for each copy. */
  slot: z.string().min(1),
  /** The ARN of the recovery point. */
  pointId: z.string().min(1),
  /** The moment of the copy that comes back, ISO 8601 UTC: nothing in it was stored later. */
  copiedAt: z.iso.datetime({ precision: 3 }),
  openedAt: z.iso.datetime({ precision: 3 }),
  state: z.enum(RESTORE_STATES),
  /** Things of the copy that were removed, and why; what went just before a crash is missing. */
  removed: z.strictObject({
    erased: CountSchema,
    expired: CountSchema,
    objected: CountSchema,
    undated: CountSchema,
    nobodys: CountSchema,
  }),
  /** Records of the erased of which a law keeps a part: cut before anything was handed over. */
  cut: CountSchema,
  handedOver: CountSchema,
  /** The store had something under the same key: it stayed as it is. */
  thereAlready: CountSchema,
  /** Kept in quarantine by a hold, at the last pass over all of it. */
  held: CountSchema,
  /** Passes that removed things; one whose end is not verified is followed by another. */
  passes: CountSchema,
  endedAt: z.iso.datetime({ precision: 3 }).optional(),
});

export type Restore = z.infer<typeof RestoreSchema>;

/** Every quarantined table is named so: only what restores may use such a one. */
export const QUARANTINE_NAME = "lethe-quarantine";

/** Returns a restore that has just been opened. Its id comes from what comes back and when it was asked for. */
export function newRestore(
  about: Pick<Restore, "service" | "region" | "storeId" | "slot" | "pointId" | "copiedAt">,
  now: Date,
): Restore {
  const openedAt = now.toISOString();
  const digest = sha256Hex(
    [about.service, about.storeId, about.pointId, about.copiedAt, openedAt].join("\n"),
  );
  return {
    schema: "lethe.restore/1",
    ...about,
    restoreId: `rst_${digest.slice(0, 20)}`,
    revision: 0,
    openedAt,
    state: "bringing-back",
    removed: NOTHING_REMOVED,
    cut: 0,
    handedOver: 0,
    thereAlready: 0,
    held: 0,
    passes: 0,
  };
}

/** Returns in which slot a store is restored. */
export function slotOf({ id, kind }: Pick<ClockStore, "id" | "kind">): string {
  return kind === "s3" ? "bucket" : id;
}

/** Says whether nothing more is done about it. */
export function hasEnded({ state }: Pick<Restore, "state">): boolean {
  return state === "completed" || state === "abandoned";
}

/** Returns the name of the table that a copy of a table comes back to. */
export function quarantineTable({ service, restoreId }: Pick<Restore, "service" | "restoreId">): string {
  return `${QUARANTINE_NAME}-${service}-${restoreId}`;
}
