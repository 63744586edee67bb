import type { Clock, Duties, Duty } from "./ports.ts";

/** One page of due ones; what is left over is still due a minute later. */
const DUTIES_AT_ONCE_MAX = 100;

/** Nobody knows how to do a duty of this kind; it stays due. */
export class DutyNotKnown extends Error {
  override readonly name = "DutyNotKnown";
}

/**
 * Does a duty that is due; it may be done twice.
 *
 * @returns the duty that follows under the same id, if one does.
 */
export type DoDuty = (duty: Duty) => Promise<Duty | undefined>;

export interface DoDutiesPorts {
  readonly duties: Duties;
  readonly clock: Clock;
}

/** What was done, by the ids of the duties. */
export interface DutiesDone {
  readonly done: readonly string[];
  /** These stay due, and the cause is to be logged. */
  readonly failed: readonly { readonly dutyId: string; readonly cause: unknown }[];
}

/** Does every duty that is due, the one due first at the top. One that fails keeps no other back. */
export async function doDuties(
  { duties, clock }: DoDutiesPorts,
  handlers: Readonly<Record<string, DoDuty>>,
): Promise<DutiesDone> {
  const done: string[] = [];
  const failed: { dutyId: string; cause: unknown }[] = [];
  for (const duty of await duties.dueBy(clock.now(), DUTIES_AT_ONCE_MAX)) {
    const { dutyId, kind } = duty;
    try {
      const handler = handlers[kind];
      if (!handler) throw new DutyNotKnown(`Nothing does duties of kind ${kind}: ${dutyId} stays due.`);
      const next = await handler(duty);
      if (next) await duties.put(next);
      else await duties.done(duty);
      done.push(dutyId);
    } catch (cause) {
      failed.push({ dutyId, cause });
    }
  }
  return { done, failed };
}
