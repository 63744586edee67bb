import { z } from "zod";
import { RequestIdSchema } from "../requests/request-id.ts";
import { DisclosureSchema } from "./disclosure.ts";

const InstantSchema = z.iso.datetime();

/** What a third party said last, as far as it counts: never its text, which may name the person. */
const AnswerSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("deleted") }),
  z.strictObject({ outcome: z.literal("already-absent") }),
  z.strictObject({ outcome: z.literal("accepted-unverified") }),
  z.strictObject({ outcome: z.literal("ages-out-on"), on: InstantSchema }),
  z.strictObject({
    outcome: z.literal("retained-until"),
    until: InstantSchema,
    basis: z.string().min(1).max(500),
  }),
  z.strictObject({ outcome: z.literal("not-possible"), instead: z.string().min(1).max(500) }),
]);

/** Why a thing is asked about again. */
export const ASKED_AGAIN_BECAUSE = [
  "not-asked-yet",
  /** It works on it, and named a job. */
  "job-runs",
  /** It said that it was done, and a look shows that it was not. */
  "still-there",
  "unclear",
  "busy",
  "locked",
  /** Our own key was refused. */
  "credentials",
  /** A legal hold stands over it. */
  "held",
] as const;

/** How asking about one thing stands. */
const StandingSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("open"),
    because: z.enum(ASKED_AGAIN_BECAUSE),
    /** When it is asked about next. */
    nextAt: InstantSchema,
  }),
  z.strictObject({
    state: z.literal("answered"),
    answer: AnswerSchema,
    at: InstantSchema,
    /** When the answer is over and it is looked at again: what was to go by itself by then, and what was kept until then. */
    againAt: InstantSchema.optional(),
  }),
  /** A person asks instead; the API is left alone. */
  z.strictObject({
    state: z.literal("with-a-person"),
    because: z.enum(["too-late", "mismatch"]),
    at: InstantSchema,
  }),
]);

/** One thing that a third party is asked to delete for one request. */
export const ProcessorAskSchema = z.strictObject({
  schema: z.literal("lethe.processor-ask/1"),
  requestId: RequestIdSchema,
  disclosure: DisclosureSchema,
  /** Calls that had an answer or none; so long is waited the longer. */
  tries: z.number().int().nonnegative(),
  /** What it named for asking what became of the request. */
  job: z.string().min(1).max(1024).optional(),
  standing: StandingSchema,
});

export type ProcessorAsk = z.infer<typeof ProcessorAskSchema>;
export type AskStanding = ProcessorAsk["standing"];
export type ProcessorSaid = z.infer<typeof AnswerSchema>;
export type AskedAgainBecause = (typeof ASKED_AGAIN_BECAUSE)[number];

/** Returns when a thing is asked about or looked at next, ISO 8601 UTC; undefined if never. */
export function askedNextAt({ standing }: Pick<ProcessorAsk, "standing">): string | undefined {
  switch (standing.state) {
    case "open":
      return standing.nextAt;
    case "answered":
      return standing.againAt;
    case "with-a-person":
      return undefined;
  }
}
