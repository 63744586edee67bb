import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { type Mechanism, MechanismSchema } from "../policy/mechanism.ts";

/** Where something was measured. The embedded AWS enforces neither IAM nor networks. */
const EnvironmentSchema = z.enum(["embedded-aws", "aws"]);

/** One look at a deployed system: whether a mechanism did what a promise needs of it. */
const MeasurementSchema = z.strictObject({
  mechanism: MechanismSchema,
  environment: EnvironmentSchema,
  held: z.boolean(),
  /** What was done and seen, in one sentence; it names nobody. */
  how: z.string().min(1),
  /** First of the unbroken looks under the same policy and commit, and the last; ISO 8601 UTC. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** How many looks that were. */
  looks: z.number().int().positive(),
  policyDigest: z.string().regex(/^[0-9a-f]{64}$/),
  /** The commit that was deployed; with a + if files were changed since, and "unknown" without git. */
  commit: z.string().min(1),
});

/** All that was measured of one policy. */
export const MeasuredSchema = z.strictObject({
  schema: z.literal("lethe.measured/1"),
  policy: z.string().min(1),
  measurements: z.array(MeasurementSchema),
});

export type Measurement = z.infer<typeof MeasurementSchema>;
export type Measured = z.infer<typeof MeasuredSchema>;

/** One look, before it is put beside earlier ones. */
export type Look = Omit<Measurement, "from" | "to" | "looks"> & { readonly at: string };

/**
 * Returns what is known after one more look: it lengthens the window of an equal one, and replaces one that was under
 * another policy or commit, or came out otherwise.
 */
export function withLook(measured: Measured, { at, ...look }: Look): Measured {
  const before = measured.measurements.find((known) => isOfSame(known, look));
  const others = measured.measurements.filter((known) => known !== before);
  const continues =
    before !== undefined &&
    before.held === look.held &&
    before.policyDigest === look.policyDigest &&
    before.commit === look.commit;
  const measurement: Measurement = continues
    ? { ...look, from: before.from, to: at, looks: before.looks + 1 }
    : { ...look, from: at, to: at, looks: 1 };
  return { ...measured, measurements: [...others, measurement] };
}

/** Says whether two mechanisms are the same one. */
export function isSameMechanism(one: Mechanism, other: Mechanism): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function isOfSame(known: Measurement, look: Pick<Measurement, "mechanism" | "environment">): boolean {
  return known.environment === look.environment && isSameMechanism(known.mechanism, look.mechanism);
}
