import { setTimeout as pause } from "node:timers/promises";
import { type ClockView, readClock } from "../../shared/operations/read-clock.ts";
import { clockText } from "../clock-text.ts";
import type { Context } from "../context.ts";
import { deployedClock } from "../deployed-clock.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

const LOOK_EVERY_MS = 1000;
const MEASURED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Home, and clear what is below: what was there does not flicker. */
const REDRAW = "\u001b[H\u001b[J";

export interface ClockOptions {
  readonly once?: boolean;
}

/** What a view of the clock is shown on. */
export interface Screen {
  readonly terminal: Terminal;
  /** True if each view replaces the one before it; in a pipe they follow each other. */
  readonly isTerminal: boolean;
}

/** Shows how the clock stands, again each second; with `once`, or as a document, one time. */
export async function showClock(
  context: Context,
  { once = false }: ClockOptions,
  { isTerminal }: Pick<Screen, "isTerminal">,
): Promise<ExitCode> {
  const { ports, service, timeScale, canariesIn } = await deployedClock(context);
  const read = () => {
    const since = new Date(ports.clock.now().getTime() - MEASURED_DAYS * DAY_MS).toISOString();
    return readClock(ports, service, { since, canariesIn });
  };
  const { terminal } = context;
  const isOneLook = once || terminal.json;
  await watch({ terminal, isTerminal: isTerminal && !isOneLook }, read, {
    timeScale,
    goOn: async () => {
      if (isOneLook) return false;
      await pause(LOOK_EVERY_MS);
      return true;
    },
  });
  return EXIT.done;
}

/** Shows a view, and another as long as it is to go on. */
export async function watch(
  { terminal, isTerminal }: Screen,
  read: () => Promise<ClockView>,
  { timeScale, goOn }: { readonly timeScale: number; readonly goOn: () => Promise<boolean> },
): Promise<void> {
  do {
    const view = await read();
    terminal.document({ ...view, timeScale });
    const text = clockText(view, { timeScale });
    terminal.result(isTerminal ? `${REDRAW}${text}` : `${text}\n`);
  } while (await goOn());
}
