import { z } from "zod";
import { DeclarationIdSchema } from "../policy/store.ts";

/** What a third party calls the thing that it was sent, or made of it. */
export const COPY_KINDS = [
  "file",
  "response",
  "chat-completion",
  "conversation",
  "cached-content",
  "request-payload",
  "batch-file",
  "customer",
  "cached-address",
  "cached-prefix",
  "cached-tag",
  "grant",
  "inference",
  "written-mail",
] as const;

export type CopyKind = (typeof COPY_KINDS)[number];

/**
 * That something of a person was sent to a third party, written when it was sent: by its own id of the thing, for by the
 * person nobody there can find it later. Never content.
 */
export const DisclosureSchema = z.strictObject({
  schema: z.literal("lethe.disclosure/1"),
  disclosureId: z.string().regex(/^dsc_[0-9a-v]{26}$/),
  processor: DeclarationIdSchema,
  category: DeclarationIdSchema,
  kind: z.enum(COPY_KINDS),
  /** The third party's own id of it, an address for a CDN; printable, since it becomes part of a path. */
  reference: z.string().regex(/^[\x21-\x7e]{1,1024}$/u),
  /** References of the project, page or image it was made of, if the service told. */
  itemRefs: z.array(z.string().min(1)).min(1).max(3).optional(),
  sentAt: z.iso.datetime(),
  /** When it goes by itself there, if a lifetime was set at sending or the third party states one. */
  agesOutAt: z.iso.datetime().optional(),
});

export type Disclosure = z.infer<typeof DisclosureSchema>;
