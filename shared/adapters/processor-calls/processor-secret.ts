import { z } from "zod";

/** What asking a third party takes, as it is kept in one secret of JSON; each uses the fields that are its own. */
export const ProcessorSecretSchema = z.strictObject({
  /** Its API key, as it hands them out. */
  key: z.string().min(1).optional(),
  /** Of OpenAI: a key that may read its own settings and nothing else, as it hands them out to admins. */
  adminKey: z.string().min(1).optional(),
  /** Of OpenAI: the project whose key `key` is. */
  projectId: z.string().min(1).optional(),
  /** Of Cloudflare: the zone that is purged. */
  zoneId: z.string().min(1).optional(),
  /** Of CloudFront: the distribution that is purged. */
  distributionId: z.string().min(1).optional(),
  /** Of a CDN: the name under which things are served. */
  host: z.string().min(1).optional(),
  /** Of fal.ai: the models that are called, by which requests are listed. */
  models: z.array(z.string().min(1)).optional(),
  /** Of Stripe: how a customer goes; a customer is deleted if nothing is said. */
  way: z.enum(["delete-customer", "redaction-job"]).optional(),
  /** Only on the embedded AWS, where stand-ins answer: where this one is. */
  standInUrl: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
});

export type ProcessorSecret = z.infer<typeof ProcessorSecretSchema>;
