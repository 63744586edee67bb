import { writeFileSync } from "node:fs";
import { measuredFolder, readMeasured } from "../../local/measured.ts";
import { countsText } from "../../shared/domain/promises/promise-counts.ts";
import { type PromiseRow, promiseReport } from "../../shared/domain/promises/promise-report.ts";
import type { PolicyPromises } from "../../shared/domain/promises/promises-html.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import { compiledPolicyOf, existingPolicyPath, policyFiles } from "../policy-file.ts";
import { promisesText } from "../promises-text.ts";
import type { Terminal } from "../terminal.ts";
import { today } from "../today.ts";

export interface PromisesOptions {
  readonly policy?: string;
  /** File to write the page to. */
  readonly html?: string;
  readonly strict?: boolean;
}

/** What the command is run in. */
interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the terminal; undefined where output goes elsewhere. */
  readonly widthCharacters?: number;
}

/** As wide as the lines of this code. */
const WIDTH_CHARACTERS = 110;

/** Says how each promise stands. It is a report, not a judgement, unless it is asked to be strict. */
export async function showPromises(
  terminal: Terminal,
  { policy, html, strict = false }: PromisesOptions,
  { environment, widthCharacters = WIDTH_CHARACTERS }: Surroundings,
): Promise<ExitCode> {
  const folder = measuredFolder(environment);
  const paths = policy === undefined ? policyFiles() : [existingPolicyPath(policy)];
  const policies: PolicyPromises[] = [];
  for (const path of paths) policies.push(await promisesOf(path, folder));
  const rows = policies.flatMap((one) => one.rows);
  if (html !== undefined) await writePage(html, policies);
  terminal.document(rows.map(documentOf));
  for (const one of policies) {
    terminal.result(
      html === undefined
        ? `${promisesText(one.policy, one.rows, widthCharacters)}\n`
        : `${one.policy}: ${countsText(one.rows)}`,
    );
  }
  if (html !== undefined) terminal.progress(`wrote ${html}`);
  else terminal.result(originText(folder));
  return strict && rows.some(isOpen) ? EXIT.failed : EXIT.done;
}

async function promisesOf(path: string, folder: string): Promise<PolicyPromises> {
  const compiled = await compiledPolicyOf(path, today());
  const { id, name } = compiled.policy.service;
  const rows = promiseReport(compiled, readMeasured(folder, id));
  return { policy: id, name, digest: compiled.digest, rows };
}

/** Exactly what is documented of a row. */
function documentOf({ id, policy, kind, status, keptBy, evidence, missing }: PromiseRow) {
  return { id, policy, kind, status, keptBy, evidence, ...(missing === undefined ? {} : { missing }) };
}

function isOpen({ status }: PromiseRow): boolean {
  return status === "not-yet" || status === "text-conflict";
}

async function writePage(file: string, policies: readonly PolicyPromises[]): Promise<void> {
  const { promisesHtml } = await import("../../shared/domain/promises/promises-html.ts");
  try {
    writeFileSync(file, promisesHtml(policies));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new CommandFailed(`${file} cannot be written (${code}): name a file in a folder that is there.`, {
      cause,
    });
  }
}

function originText(folder: string): string {
  return [
    "Kept is only what was measured on a deployment of exactly this version of the policy, and held.",
    `Measurements are read from ${folder}.`,
    "Measure with: npm start -- --policy NAME",
  ].join("\n");
}
