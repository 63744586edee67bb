import { z } from "zod";
import { PurposeSchema } from "./category.ts";
import { SCOPES } from "./erasure-scope.ts";
import { NOTICE_CHANGES } from "./notice.ts";
import { DEADLINES, RIGHTS } from "./right.ts";
import { DeclarationIdSchema } from "./store.ts";

const ofCategory = { category: DeclarationIdSchema };
const ofStore = { store: DeclarationIdSchema };

/** What can keep a promise. Each names a part of this same policy, so that it can be checked to exist. */
export const MechanismSchema = z.discriminatedUnion("mechanism", [
  /** An erasure on request, verified by other code. */
  z.strictObject({ mechanism: z.literal("erasure"), scope: z.enum(SCOPES) }),
  /** Our own clock, which acts a margin before the promise. */
  z.strictObject({ mechanism: z.literal("clock"), ...ofCategory }),
  /** What our clock deletes from a store, the cache before it is told to drop, and looked at again. */
  z.strictObject({ mechanism: z.literal("dropped-from-cache"), ...ofStore }),
  /** What AWS removes by itself: a backstop that is always late. */
  z.strictObject({ mechanism: z.literal("lifecycle"), ...ofStore }),
  z.strictObject({ mechanism: z.literal("time-to-live"), ...ofStore }),
  z.strictObject({ mechanism: z.literal("log-retention"), ...ofStore }),
  /** Only readers that carry one of the category's purposes get at it. */
  z.strictObject({ mechanism: z.literal("purpose-tags"), ...ofCategory }),
  /** Nothing that Lethe deploys acts, replicates or keeps a key outside the service's regions. */
  z.strictObject({ mechanism: z.literal("region-boundary") }),
  /** A network without a way to the internet, for whatever works on the category. */
  z.strictObject({ mechanism: z.literal("isolated-processing"), ...ofCategory }),
  /** Nothing can be put where no retention rule reaches. */
  z.strictObject({ mechanism: z.literal("declared-places-only") }),
  /** Encrypted under a key of the customer's, over TLS, or not stored at all. */
  z.strictObject({ mechanism: z.literal("encryption-required"), ...ofCategory }),
  /** A use that the client library refuses until the person agreed, or after they objected. */
  z.strictObject({ mechanism: z.literal("consent-gate"), purpose: PurposeSchema }),
  /** What is called anonymised is tested before it is given out. */
  z.strictObject({ mechanism: z.literal("re-identification-test"), ...ofCategory }),
  /** Identifiers are taken out by the client library before the use. */
  z.strictObject({ mechanism: z.literal("identifier-removal"), ...ofCategory, purpose: PurposeSchema }),
  /** The retention and sub-processor tables that are published are those of the policy in force. */
  z.strictObject({ mechanism: z.literal("published-tables") }),
  /** The client library refuses to send what the policy forbids. */
  z.strictObject({ mechanism: z.literal("send-guard"), processor: DeclarationIdSchema.optional() }),
  /** A request by a person, answered in time. */
  z.strictObject({ mechanism: z.literal("right"), right: z.enum(RIGHTS) }),
  /** A date by a rule of the right: it has a task, is warned of at 50, 75 and 90 %, and rings when it passes. */
  z.strictObject({ mechanism: z.literal("due-date"), right: z.enum(RIGHTS), what: z.enum(DEADLINES) }),
  /** Word by mail that an account is a child's: it is closed at once, and erased when a person has agreed. */
  z.strictObject({ mechanism: z.literal("report-of-minor") }),
  /** Every copy of a store has an end within what is published, is listed, and is looked for on its last day. */
  z.strictObject({ mechanism: z.literal("watched-copies") }),
  /** People are told of a change. */
  z.strictObject({ mechanism: z.literal("notice"), change: z.enum(NOTICE_CHANGES) }),
]);

export type Mechanism = z.infer<typeof MechanismSchema>;
export type MechanismName = Mechanism["mechanism"];

/** What this version has of a mechanism, and how it is known to work. */
interface Availability {
  /** Absent: it is there. Else what has to be there first. */
  readonly missing?: string;
  /**
   * `behaviour`: seen doing its work. `configuration`: read back as deployed, which proves something only where
   * IAM and networks are enforced, so not on the embedded AWS.
   */
  readonly shownBy: "behaviour" | "configuration";
}

/** Every mechanism, as far as this version has it. */
export const MECHANISMS: Readonly<Record<MechanismName, Availability>> = {
  erasure: { shownBy: "behaviour" },
  clock: { shownBy: "behaviour" },
  "dropped-from-cache": { shownBy: "behaviour" },
  lifecycle: { shownBy: "configuration" },
  "time-to-live": { shownBy: "configuration" },
  "log-retention": { shownBy: "configuration" },
  "purpose-tags": { shownBy: "configuration" },
  "region-boundary": { shownBy: "configuration" },
  "isolated-processing": { shownBy: "configuration" },
  "declared-places-only": { shownBy: "configuration" },
  "encryption-required": { shownBy: "configuration" },
  "consent-gate": { shownBy: "behaviour" },
  "re-identification-test": { shownBy: "behaviour" },
  "identifier-removal": { shownBy: "behaviour" },
  "published-tables": { shownBy: "behaviour" },
  "send-guard": { shownBy: "behaviour" },
  right: { shownBy: "behaviour" },
  "due-date": { shownBy: "behaviour" },
  "report-of-minor": { shownBy: "behaviour" },
  // The embedded AWS makes no copies and lists none.
  "watched-copies": { shownBy: "configuration" },
  notice: { shownBy: "behaviour", missing: "announcing a change to people" },
};
