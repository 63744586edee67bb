import { z } from "zod";
import { PromiseIdSchema } from "./promise-id.ts";

/** Changes that people are told of. */
export const NOTICE_CHANGES = ["material", "processors", "training-use", "breach"] as const;

/** Of which changes people are told, how, and how long before they take effect. */
export const NoticeSchema = z.strictObject({
  change: z.enum(NOTICE_CHANGES),
  /** 0: when it happens. */
  daysBefore: z.number().int().nonnegative(),
  channels: z.array(z.enum(["app", "mail", "page", "authority"])).min(1),
  /** True if the change also needs people's consent. */
  needsConsent: z.boolean().default(false),
  promise: PromiseIdSchema,
});

export type Notice = z.infer<typeof NoticeSchema>;
