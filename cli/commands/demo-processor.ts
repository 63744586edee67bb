import { recordedStandIns, type StandIns } from "../../local/stand-ins/at-the-desk.ts";
import type { PartyState } from "../../local/stand-ins/desk.ts";
import { STAND_IN_FAULTS, type StandInFault } from "../../local/stand-ins/stand-in.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { grouped, table } from "../terminal.ts";

/** How a stand-in is to fail from now on. */
export interface DemoProcessorOptions {
  readonly fault?: string;
  readonly retryAfter?: string;
}

/** The newest of what one stand-in was asked, as one screen holds them. */
const SHOWN_MAX = 20;

/** Shows what stands in for third parties on the embedded AWS, or one of them; with a fault it is switched first. */
export async function demoProcessor(
  context: Context,
  id: string | undefined,
  { fault, retryAfter }: DemoProcessorOptions,
): Promise<ExitCode> {
  const deployment = await context.deployment();
  if (deployment.where !== "embedded") {
    throw new UsageError("Third parties stand in beside the embedded AWS only: leave --deployment out.");
  }
  const wanted = faultOf(fault);
  if (wanted !== undefined && id === undefined) throw new UsageError("Say which is to fail so: give its id.");
  if (retryAfter !== undefined && wanted === undefined) {
    throw new UsageError("It says --retry-after with a fault alone: add --fault 429.");
  }
  const standIns = recordedStandIns(deployment.home);
  if (!standIns) {
    throw new CommandFailed("Nobody stands in here: start with npm start, and leave it running.");
  }
  if (id !== undefined) await seen(standIns, id);
  if (id !== undefined && wanted !== undefined) {
    await standIns.fail(id, { fault: wanted, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }
  const { terminal } = context;
  if (id === undefined) {
    const parties = await standIns.list();
    terminal.document(parties);
    terminal.result(allText(parties));
    return EXIT.done;
  }
  const party = await seen(standIns, id);
  terminal.document(party);
  terminal.result(oneText(party));
  return EXIT.done;
}

function faultOf(text: string | undefined): StandInFault | undefined {
  const fault = STAND_IN_FAULTS.find((one) => one === text);
  if (fault !== undefined || text === undefined) return fault;
  throw new UsageError(`A stand-in knows no fault "${text}": use one of ${STAND_IN_FAULTS.join(", ")}.`);
}

async function seen(standIns: StandIns, id: string): Promise<PartyState> {
  const parties = await standIns.list();
  const party = parties.find((one) => one.id === id);
  if (party) return party;
  const others = parties.map((one) => one.id).join(", ");
  throw new CommandFailed(
    `Nobody stands in for "${id}" here: ${others === "" ? "the policy names no third party that can" : `there are ${others}`}. For one that is asked by letter, lethe demo answer does.`,
  );
}

function allText(parties: readonly PartyState[]): string {
  if (parties.length === 0) return "The policy names no third party that can stand in.";
  return table([
    ["third party", "at", "fault", "holds", "calls", "undocumented"],
    ...parties.map(({ id, url, fault, holds, calls, undocumented }) => [
      ...[id, url, fault],
      ...[holds, calls, undocumented].map(({ length }) => grouped(length)),
    ]),
  ]);
}

function oneText({ id, url, fault, holds, calls, undocumented }: PartyState): string {
  return [
    `third party  ${id}, which stands in at ${url}`,
    `fault        ${fault}`,
    ...listed("holds", holds),
    ...listed("calls", calls),
    ...listed("undocumented", undocumented),
  ].join("\n");
}

function listed(what: string, all: readonly string[]): readonly string[] {
  const shown = all.slice(-SHOWN_MAX);
  const left = all.length > shown.length ? `, the newest ${shown.length} of them` : "";
  return [`${what.padEnd(12)} ${grouped(all.length)}${left}`, ...shown.map((one) => `  ${one}`)];
}
