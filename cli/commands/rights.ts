import {
  hasEnded,
  type RightsRequest,
  RightsRequestIdSchema,
} from "../../shared/domain/rights/rights-request.ts";
import { owedOf } from "../../shared/domain/rights/warnings.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { firstOwed, isPast, rightsReport, rightsText } from "../rights-report.ts";
import { table } from "../terminal.ts";

/** A year of a busy service; an older one is found by its number, and what is owed by its task. */
const LISTED_MAX = 1000;

/** Options of `lethe rights list`. */
export interface RightsListOptions {
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly right?: string;
}

/** Lists rights requests, what is owed first at the top. */
export async function listRights(
  context: Context,
  options: RightsListOptions,
  now = new Date(),
): Promise<ExitCode> {
  const { rights } = await context.ports();
  const all = await rights.list(LISTED_MAX);
  const listed = all.filter((request) => isWanted(request, options, now)).sort(byWhatIsOwed);
  context.terminal.document({ requests: listed.map((request) => lineOf(request, now)) });
  const isCut = all.length < LISTED_MAX ? [] : ["", `Only the newest ${LISTED_MAX} were looked at.`];
  const rows = listed.map((request) => lineOf(request, now));
  context.terminal.result(
    rows.length === 0
      ? "There are no such rights requests."
      : [
          table([
            ["number", "right", "state", "language", "due"],
            ...rows.map(({ number, right, state, language, dueAt, overdue }) => [
              number,
              right,
              state.replaceAll("-", " "),
              language,
              `${dueAt ?? ""}${overdue ? " (overdue)" : ""}`,
            ]),
          ]),
          ...isCut,
        ].join("\n"),
  );
  return EXIT.done;
}

/** Shows how one rights request stands: dates and their rules, tasks, and when letters went out. */
export async function showRights(context: Context, number: string, now = new Date()): Promise<ExitCode> {
  const { rights, tasks } = await context.ports();
  const request = await rights.read(rightsNumber(number));
  if (!request) {
    throw new CommandFailed(`There is no rights request ${number}: list them with lethe rights list.`);
  }
  const report = rightsReport(request, await tasks.openAbout(number), now);
  context.terminal.document(report);
  context.terminal.result(rightsText(report));
  return report.isOpen ? EXIT.waiting : EXIT.done;
}

/**
 * Returns what was given as a number of a rights request.
 *
 * @throws {UsageError} if it is none.
 */
export function rightsNumber(given: string): string {
  if (RightsRequestIdSchema.safeParse(given).success) return given;
  throw new UsageError(`"${given}" is no number of a rights request: take it from lethe rights list.`);
}

function isWanted(request: RightsRequest, { open, overdue, right }: RightsListOptions, now: Date): boolean {
  if (right !== undefined && request.right !== right) return false;
  if (open === true && hasEnded(request)) return false;
  return overdue !== true || isOverdue(request, now);
}

function isOverdue(request: RightsRequest, now: Date): boolean {
  const owed = owedOf(request);
  return owed.some((dueDate) => isPast(dueDate, owed, now));
}

function lineOf(request: RightsRequest, now: Date) {
  const { rightsRequestId, right, standing, language, receivedAt } = request;
  const dueAt = firstOwed(request)?.at;
  return {
    ...{ number: rightsRequestId, right, state: standing.state, language, receivedAt },
    ...(dueAt === undefined ? {} : { dueAt }),
    overdue: isOverdue(request, now),
  };
}

/** By the first date that is owed; what nothing is owed of comes last. */
function byWhatIsOwed(one: RightsRequest, other: RightsRequest): number {
  const [first, second] = [firstOwed(one)?.at, firstOwed(other)?.at];
  if (first !== undefined && second !== undefined) return first.localeCompare(second);
  if (first === second) return other.receivedAt.localeCompare(one.receivedAt);
  return first === undefined ? 1 : -1;
}
