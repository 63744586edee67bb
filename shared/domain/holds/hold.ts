import { z } from "zod";
import { sha256Hex } from "../canonical-json.ts";
import type { SubjectId } from "../erasure/subject-id.ts";
import { DeclarationIdSchema } from "../policy/store.ts";
import { ActorSchema } from "../requests/erasure-request.ts";
import { RequestIdSchema } from "../requests/request-id.ts";
import { HoldIdSchema } from "./hold-id.ts";

const InstantSchema = z.iso.datetime();

/** What a hold covers: what every field that is there says, so that more fields are less. */
const CoversSchema = z
  .strictObject({
    subjectRef: z.string().min(1).optional(),
    category: DeclarationIdSchema.optional(),
    store: DeclarationIdSchema.optional(),
    /** SHA-256 of what names the thing in its store; a key may hold an id or a file name and is never kept. */
    item: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    createdFrom: InstantSchema.optional(),
    createdTo: InstantSchema.optional(),
  })
  .refine((covers) => Object.values(covers).some((value) => value !== undefined), "say what it covers");

/** What one person wants to become of a seal; it becomes so when another one wants the same. */
const SealChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("release") }),
  z.strictObject({ kind: z.literal("extend"), until: InstantSchema }),
]);

/** What makes a hold a seal: two people placed it over what may be evidence, and nobody lifts it alone. */
const SealSchema = z.strictObject({
  /** The request of scope `preserve-and-report` that placed it. */
  requestId: RequestIdSchema,
  /** Whoever asked for it, and whoever approved the plan with this digest. */
  by: z.tuple([ActorSchema, ActorSchema]),
  planDigest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Stores in which it stops deletions, whatever the policy of another request says of holds there. */
  stores: z.array(DeclarationIdSchema).min(1),
  /** Until when it is needed, a midnight, UTC. It stands until it is lifted: a date alone destroys no evidence. */
  until: InstantSchema,
  asked: z.strictObject({ change: SealChangeSchema, by: ActorSchema, at: InstantSchema }).optional(),
  /** Counts changes, so that each can require the one it was based on. */
  revision: z.number().int().positive(),
});

/** A reason not to erase, as it is stored; it names a person by reference only. */
export const HoldSchema = z.strictObject({
  schema: z.literal("lethe.hold/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  holdId: HoldIdSchema,
  /** Who answers for it. */
  owner: z.string().min(1).max(600),
  reason: z.string().min(1).max(500),
  legalBasis: z.string().min(1).max(200),
  /** The day on which somebody has to say whether it still stands; it does not end by itself. */
  reviewOn: z.iso.date(),
  covers: CoversSchema,
  placedBy: ActorSchema,
  placedAt: InstantSchema,
  seal: SealSchema.optional(),
  released: z.strictObject({ by: ActorSchema, at: InstantSchema }).optional(),
});

export type Hold = z.infer<typeof HoldSchema>;
export type Covers = Hold["covers"];
export type Seal = NonNullable<Hold["seal"]>;
export type SealChange = z.infer<typeof SealChangeSchema>;
export type HoldRelease = NonNullable<Hold["released"]>;

/** A store of a person, as far as holds can tell it. */
export interface HoldablePlace {
  /** Absent if nothing tells whose the thing is: then no hold on a person is over it. */
  readonly subjectRef?: string | undefined;
  readonly storeId: string;
  readonly categories: readonly string[];
}

/** A thing in a store, as far as holds can tell it. */
export interface HoldableThing {
  /** What names exactly this one: key and version. */
  readonly id: string;
  /** What names it whatever its version: the key. A hold on it keeps every version and marker. */
  readonly item: string;
  /** Where the store tells it. */
  readonly createdAt?: Date | undefined;
  /** Reads whose it is, where neither its key nor its store says so; asked only while holds stand. */
  readonly readOwner?: (() => Promise<SubjectId | undefined>) | undefined;
}

/** Returns the holds that stand over something in this store of this person. */
export function holdsOver(holds: readonly Hold[], place: HoldablePlace): readonly Hold[] {
  return holds.filter(({ released, covers, seal }) => {
    if (released !== undefined) return false;
    if (seal !== undefined && !seal.stores.includes(place.storeId)) return false;
    const { subjectRef, store, category } = covers;
    if (subjectRef !== undefined && subjectRef !== place.subjectRef) return false;
    if (store !== undefined && store !== place.storeId) return false;
    return category === undefined || place.categories.includes(category);
  });
}

/** Returns those of a place's holds that stand over this one thing; it is free at none. */
export function holdsOn(over: readonly Hold[], thing: HoldableThing): readonly Hold[] {
  return over.filter(({ covers }) => coversItem(covers, thing) && coversTime(covers, thing));
}

/** Says whether one hold or more stands over a thing of this place. */
export function isHeld(holds: readonly Hold[], place: HoldablePlace, thing: HoldableThing): boolean {
  return holdsOn(holdsOver(holds, place), thing).length > 0;
}

/** Returns of several holds the one whose review comes last: until then nobody expects the thing to be free. */
export function lastReviewed(holds: readonly Hold[]): Hold | undefined {
  return [...holds].sort((one, other) => other.reviewOn.localeCompare(one.reviewOn))[0];
}

function coversItem({ item }: Covers, thing: HoldableThing): boolean {
  return item === undefined || item === sha256Hex(thing.item);
}

/** What does not tell when it was created may be of the time that is meant, so it is held. */
function coversTime({ createdFrom, createdTo }: Covers, { createdAt }: HoldableThing): boolean {
  if (createdAt === undefined) return true;
  if (createdFrom !== undefined && createdAt < new Date(createdFrom)) return false;
  return createdTo === undefined || createdAt <= new Date(createdTo);
}
