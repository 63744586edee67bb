import { z } from "zod";
import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { PurposeSchema } from "../policy/category.ts";
import type { Policy } from "../policy/policy.ts";

/** Long enough for "settings page, switch for analytics", too short for a story about somebody. */
const HOW_CHARS_MAX = 200;

/** What a person decided about one use of their data, when, and where they said so (GDPR Art. 7(1)). */
export const DecisionSchema = z.strictObject({
  schema: z.literal("lethe.decision/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  subjectRef: z.string().min(1),
  purpose: PurposeSchema,
  decided: z.enum(["agreed", "objected"]),
  /** Always with milliseconds, so that two instants compare as texts. */
  at: z.iso.datetime({ precision: 3 }),
  /** Where it was given, in a few words; nothing about the person. */
  how: z.string().min(1).max(HOW_CHARS_MAX),
  /** Which version of the policy the person saw. */
  revision: z.string().min(1).optional(),
  /** When the record of it goes. An agreement ends with its record; an objection stands until it is withdrawn. */
  expiresAt: z.iso.datetime({ precision: 3 }),
});

export type Decision = z.infer<typeof DecisionSchema>;

/** `asked-first`: off until they agree. `until-objection`: on until they object. */
export type ConsentBasis = Policy["consents"][number]["basis"];

/** Whether a use is allowed, and the reason in one sentence without personal data. */
export interface Permission {
  readonly allowed: boolean;
  readonly because: string;
}

/**
 * Says whether data may be used for a purpose.
 *
 * @param basis undefined if the policy does not list the purpose in `consents`: refused, because then nobody has
 *   decided on it, neither the service in its policy nor the person.
 * @param decision what stands; undefined if the person never decided.
 * @param at the moment of use, UTC.
 */
export function mayUse(
  basis: ConsentBasis | undefined,
  decision: Decision | undefined,
  at: Date,
): Permission {
  if (basis === undefined) return refused("the policy lists no consent for this purpose");
  if (decision?.decided === "objected") return refused(`the person objected at ${decision.at}`);
  const hasAgreed = decision !== undefined && at.getTime() < new Date(decision.expiresAt).getTime();
  switch (basis) {
    case "asked-first":
      if (hasAgreed) return { allowed: true, because: `the person agreed at ${decision.at}` };
      return refused(
        decision
          ? `the agreement of ${decision.at} ended with its record: ask again`
          : "the person has not agreed",
      );
    case "until-objection":
      return { allowed: true, because: "the person has not objected" };
  }
}

/**
 * Returns a text by which decisions compare: the later one is greater. Of two at the same moment the objection is,
 * and of two alike the digest decides, so that every order of arrival ends with the same one.
 */
export function orderOf(decision: Decision): string {
  const rank = decision.decided === "objected" ? 1 : 0;
  return `${decision.at}#${rank}#${sha256Hex(canonicalJson(decision))}`;
}

function refused(because: string): Permission {
  return { allowed: false, because };
}
