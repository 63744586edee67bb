import type { DueDate } from "../shared/domain/rights/due-date.ts";
import { hasEnded, type RightsRequest } from "../shared/domain/rights/rights-request.ts";
import { owedOf, warningAt } from "../shared/domain/rights/warnings.ts";
import { isOverdue, type Task } from "../shared/domain/tasks/task.ts";

/** How a rights request stands, as `rights show` prints it: dates and states, nothing that anybody wrote. */
export interface RightsReport {
  readonly number: string;
  readonly right: RightsRequest["right"];
  readonly about: string;
  readonly state: RightsRequest["standing"]["state"];
  readonly isOpen: boolean;
  readonly channel: RightsRequest["channel"];
  readonly language: RightsRequest["language"];
  readonly receivedAt: string;
  /** Whether somebody has proved that the account is theirs, and by whose mailbox. */
  readonly provedBy: "writer" | "another" | "nobody";
  readonly dueDates: readonly ReportedDueDate[];
  readonly erasures: readonly string[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly kind: string;
    readonly dueAt: string;
    readonly overdue: boolean;
  }[];
  readonly letters: readonly { readonly letter: string; readonly at: string; readonly by?: string }[];
}

interface ReportedDueDate extends DueDate {
  readonly overdue: boolean;
  /** So much of its time has passed; absent before the first warning. */
  readonly warnedAtPercent?: number;
}

/** Returns how a rights request stands. */
export function rightsReport(request: RightsRequest, tasks: readonly Task[], now: Date): RightsReport {
  const { rightsRequestId, right, about, standing, channel, language, receivedAt } = request;
  const owed = owedOf(request);
  return {
    number: rightsRequestId,
    ...{ right, about: aboutText(about), state: standing.state, isOpen: !hasEnded(request) },
    ...{ channel, language, receivedAt, provedBy: request.provedBy ?? "nobody" },
    dueDates: request.dueDates.map((dueDate) => {
      const warning = owed.includes(dueDate) ? warningAt(dueDate, receivedAt, now) : undefined;
      return {
        ...dueDate,
        overdue: isPast(dueDate, owed, now),
        ...(warning === undefined ? {} : { warnedAtPercent: warning.percent }),
      };
    }),
    erasures: "requestIds" in standing ? (standing.requestIds ?? []) : [],
    tasks: tasks.map((task) => ({
      ...{ taskId: task.taskId, kind: task.kind, dueAt: task.dueAt },
      overdue: isOverdue(task, now),
    })),
    letters: lettersOf(request),
  };
}

/** Returns the first date on which something is owed; undefined if nothing is. */
export function firstOwed(request: RightsRequest): DueDate | undefined {
  return [...owedOf(request)].sort((one, other) => one.at.localeCompare(other.at))[0];
}

/** Returns a report as text. */
export function rightsText(report: RightsReport): string {
  const proof = { writer: "whoever wrote", another: "another mailbox on file", nobody: "nobody yet" };
  const lines = [
    `number     ${report.number}`,
    `right      ${report.right} (${report.about}), by ${report.channel}, in ${report.language}`,
    `state      ${report.state.replaceAll("-", " ")}`,
    `received   ${report.receivedAt}`,
    `proved by  ${proof[report.provedBy]}`,
    "",
    ...report.dueDates.map(dueDateText),
    ...report.erasures.map((requestId) => `erasure    ${requestId}: lethe status ${requestId}`),
    ...report.letters.map(
      ({ letter, at, by }) => `letter     ${letter} at ${at}${by === undefined ? "" : ` by ${by}`}`,
    ),
    ...report.tasks.map(
      ({ taskId, kind, dueAt, overdue }) =>
        `task       ${taskId} ${kind}, due ${dueAt}${overdue ? " (overdue)" : ""}`,
    ),
  ];
  return lines.join("\n");
}

/** Says whether a date that is owed has passed. */
export function isPast(dueDate: DueDate, owed: readonly DueDate[], now: Date): boolean {
  return owed.includes(dueDate) && dueDate.at < now.toISOString();
}

function dueDateText(dueDate: ReportedDueDate): string {
  const { what, at, source, only, doneAt, extended, extendableTo, overdue, warnedAtPercent } = dueDate;
  const stands =
    doneAt === undefined ? `due ${at}${overdue ? " (overdue)" : ""}` : `done ${doneAt}, due ${at}`;
  const more = [
    source,
    ...(only === undefined ? [] : [`for ${only}`]),
    ...(extended === undefined ? [] : [`put off from ${extended.from}: ${extended.reason}`]),
    ...(extendableTo === undefined || doneAt !== undefined ? [] : [`can be put off to ${extendableTo}`]),
    ...(warnedAtPercent === undefined || overdue ? [] : [`${warnedAtPercent} % of its time has passed`]),
  ];
  return `${what.padEnd(9)}  ${stands}; ${more.join("; ")}`;
}

/** Letters that a machine wrote at a known time, and those by people. */
function lettersOf({ acknowledgedAt, replies = [] }: RightsRequest): RightsReport["letters"] {
  const acknowledged =
    acknowledgedAt === undefined ? [] : [{ letter: "acknowledgement", at: acknowledgedAt }];
  const byPeople = replies.flatMap(({ letter, sentAt, by }) =>
    sentAt === undefined ? [] : [{ letter, at: sentAt, by }],
  );
  return [...acknowledged, ...byPeople].sort((one, other) => one.at.localeCompare(other.at));
}

function aboutText(about: RightsRequest["about"]): string {
  return about.what === "use" ? `use for ${about.of}` : about.what.replaceAll("-", " ");
}
