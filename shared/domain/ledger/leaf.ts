import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";

const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The end of a sealed lane: what it came to, so that no entry can be added, taken away or changed unseen. */
export const SealedLaneSchema = z.strictObject({
  /** REQUEST/ATTEMPT/TARGET. */
  lane: z.string().min(1),
  entries: z.number().int().positive(),
  /** Hash of its last entry, which names the one before it, and so on to the first. */
  head: DigestSchema,
});

/** What a leaf of the tree says; a subject reference is personal data and is never in one. */
export const LeafSchema = z.discriminatedUnion("kind", [
  SealedLaneSchema.extend({ schema: z.literal("lethe.leaf/1"), kind: z.literal("lane-head") }),
  z.strictObject({
    schema: z.literal("lethe.leaf/1"),
    kind: z.literal("certificate"),
    /** SHA-256 of the certificate's body in canonical JSON. */
    certificateHash: DigestSchema,
  }),
]);

export type SealedLane = z.infer<typeof SealedLaneSchema>;
export type Leaf = z.infer<typeof LeafSchema>;

/** Returns the leaf of a sealed lane. */
export function laneLeaf({ lane, entries, head }: SealedLane): Leaf {
  return { schema: "lethe.leaf/1", kind: "lane-head", lane, entries, head };
}

/** Returns the leaf of a certificate. */
export function certificateLeaf(certificateHash: string): Leaf {
  return { schema: "lethe.leaf/1", kind: "certificate", certificateHash };
}

/** Returns what is hashed into the tree for a leaf: its canonical JSON. */
export function leafData(leaf: Leaf): string {
  return canonicalJson(leaf);
}
