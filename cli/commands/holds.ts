import { randomBytes } from "node:crypto";
import { z } from "zod";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Hold } from "../../shared/domain/holds/hold.ts";
import { HoldIdSchema, newHoldId } from "../../shared/domain/holds/hold-id.ts";
import { extendSeal, type PlacedHold, placeHold, releaseHold as release } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { table } from "../terminal.ts";

/** Options of `lethe hold add`. */
export interface HoldOptions {
  readonly subject?: string;
  readonly category?: string;
  readonly store?: string;
  readonly item?: string;
  readonly from?: string;
  readonly to?: string;
  readonly owner: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly reviewOn: string;
  readonly as?: string;
}

/** Places a hold and says what it keeps, and what it may not. */
export async function addHold(context: Context, options: HoldOptions): Promise<ExitCode> {
  const { subject, category, store, item, owner, reason, legalBasis, reviewOn } = options;
  const covers = {
    ...(subject === undefined ? {} : { subject: subjectIdOf(subject) }),
    ...(category === undefined ? {} : { category }),
    ...(store === undefined ? {} : { store }),
    ...(item === undefined ? {} : { item }),
    ...(options.from === undefined ? {} : { createdFrom: instantOf(options.from, "T00:00:00.000Z") }),
    ...(options.to === undefined ? {} : { createdTo: instantOf(options.to, "T23:59:59.999Z") }),
  };
  if (Object.keys(covers).length === 0) {
    throw new UsageError("Say what to hold: --subject, --category, --store, --item, --from or --to.");
  }
  if (!z.iso.date().safeParse(reviewOn).success) {
    throw new UsageError(`"${reviewOn}" is no date: write --review-on as 2027-06-30.`);
  }
  const deployment = await context.deployment();
  const placed = await placeHold(deployment, staffNamed(deployment, options.as), {
    holdId: newHoldId(new Date(), randomBytes(10)),
    ...covers,
    ...{ owner, reason, legalBasis, reviewOn },
  });
  context.terminal.document(placed);
  context.terminal.result(placedText(placed));
  return EXIT.done;
}

/** Releases a hold; what waited because of it goes on. */
export async function releaseHold(
  context: Context,
  holdId: string,
  { as }: { readonly as?: string },
): Promise<ExitCode> {
  if (!HoldIdSchema.safeParse(holdId).success) {
    throw new UsageError(`"${holdId}" is no number of a hold: take it from lethe hold list.`);
  }
  const deployment = await context.deployment();
  const released = await release(deployment, staffNamed(deployment, as), holdId);
  context.terminal.document(released);
  if ("needs" in released) {
    context.terminal.result(`It is a seal. Another person runs: lethe hold release ${holdId}`);
    return EXIT.waiting;
  }
  const { isFirst, lookedAtAgain } = released;
  const again = lookedAtAgain.map((requestId) => `Goes on: lethe status ${requestId}`);
  context.terminal.result([isFirst ? "Released." : "It was released before.", ...again].join("\n"));
  return EXIT.done;
}

/** Moves the end of a seal to a later day, as the first or the second of two people. */
export async function extendHold(
  context: Context,
  holdId: string,
  { as, until }: { readonly as?: string; readonly until: string },
): Promise<ExitCode> {
  if (!HoldIdSchema.safeParse(holdId).success) {
    throw new UsageError(`"${holdId}" is no number of a hold: take it from lethe hold list.`);
  }
  if (!z.iso.date().safeParse(until).success) {
    throw new UsageError(`"${until}" is no date: write --until as 2027-06-30.`);
  }
  const deployment = await context.deployment();
  const extended = await extendSeal(deployment, staffNamed(deployment, as), holdId, until);
  context.terminal.document(extended);
  const isExtended = extended.outcome === "extended";
  context.terminal.result(
    isExtended
      ? `Sealed until ${until}.`
      : `Another person runs: lethe hold extend ${holdId} --until ${until}`,
  );
  return isExtended ? EXIT.done : EXIT.waiting;
}

/** Lists the holds that stand. */
export async function listHolds(context: Context): Promise<ExitCode> {
  const holds = await (await context.ports()).holds.active();
  context.terminal.document(holds);
  context.terminal.result(
    holds.length === 0
      ? "There are no holds."
      : table([
          ["hold", "review", "owner", "covers", "reason"],
          ...holds.map((hold) => [hold.holdId, hold.reviewOn, hold.owner, coversText(hold), hold.reason]),
        ]),
  );
  return EXIT.done;
}

function placedText({ holdId, stores, notCovered, expiring }: PlacedHold): string {
  const lines = [`Hold ${holdId} keeps what it covers in: ${stores.join(", ")}.`];
  for (const { category, promises } of notCovered) {
    const why = promises.length === 0 ? "no exception is published" : `it would break ${promises.join(", ")}`;
    lines.push(`Not covered: ${category} (${why}).`);
  }
  if (expiring.length > 0) {
    lines.push(
      `AWS goes on deleting by age in: ${expiring.join(", ")}. Copy what must outlive that, or switch its time to live off.`,
    );
  }
  return lines.join("\n");
}

function coversText({ covers, seal }: Hold): string {
  const { subjectRef, item, ...others } = covers;
  const shortened = {
    ...(subjectRef === undefined ? {} : { subject: `${subjectRef.slice(0, 12)}…` }),
    ...(item === undefined ? {} : { item: `${item.slice(0, 12)}…` }),
    ...(seal === undefined ? {} : { "sealed in": seal.stores.join(" ") }),
    ...(seal?.asked === undefined ? {} : { "one of two wants to": seal.asked.change.kind }),
  };
  return Object.entries({ ...shortened, ...others })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    .join(", ");
}

function instantOf(text: string, timeOfDay: string): string {
  const whole = z.iso.date().safeParse(text).success ? `${text}${timeOfDay}` : text;
  if (z.iso.datetime().safeParse(whole).success) return new Date(whole).toISOString();
  throw new UsageError(`"${text}" is no time: write it as 2026-11-24 or 2026-11-24T10:00:00Z.`);
}
