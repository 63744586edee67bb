import { checkLedger } from "../../shared/operations/check-ledger.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { grouped } from "../terminal.ts";

/** Recomputes all evidence of a deployment and says what does not fit. */
export async function ledgerCheck(context: Context): Promise<ExitCode> {
  const { terminal } = context;
  terminal.progress("Recomputing every lane, the tree and its signed checkpoints ...");
  const ports = await context.ports();
  const check = await checkLedger(ports);
  terminal.document(check);
  const { lanes, lanesOpen, lanesAgedOut, entries, leaves, checkpoints, findings } = check;
  const looked = `${grouped(entries)} entries in ${grouped(lanes)} lanes (${grouped(lanesOpen)} open, not in the tree yet), ${grouped(leaves)} leaves, ${grouped(checkpoints)} signed checkpoints`;
  if (lanesAgedOut > 0)
    terminal.progress(
      `${grouped(lanesAgedOut)} lanes have aged out by the ${grouped(ports.ledgerDays)} days of the policy, and are not looked into.`,
    );
  if (findings.length === 0) {
    terminal.result(`${looked}: all as it was written.`);
    return EXIT.done;
  }
  terminal.result(
    [`${looked}.`, ...findings.map(({ where, index, what }) => `${where}, ${index}: ${what}`)].join("\n"),
  );
  terminal.progress(
    `${grouped(findings.length)} findings: the evidence was changed. Keep it as it is and call the auditor.`,
  );
  return EXIT.failed;
}
