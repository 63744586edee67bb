import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { canonicalJson, sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { publishedFiles } from "../../../shared/domain/policy/publish/published-files.ts";
import { publishedEvents } from "../../../shared/domain/retention/published-events.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { policyFiles, policyName, policyOf, policyPath } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

/** Where published tables are committed. */
const PUBLISHED = join(import.meta.dirname, "..", "..", "..", "docs", "published");

interface PublishedFile {
  readonly file: string;
  readonly text: string;
  /** What writes it. */
  readonly command: string;
}

/**
 * Writes the tables of each policy, or says which of them are not those of the policy; of all policies also the schemas
 * of the events that every service may send.
 */
export async function publishPolicies(
  terminal: Terminal,
  names: readonly string[],
  { check = false, out = PUBLISHED }: { readonly check?: boolean; readonly out?: string },
): Promise<ExitCode> {
  const paths = names.length === 0 ? policyFiles() : names.map(policyPath);
  const files: PublishedFile[] = [];
  for (const path of paths) files.push(...(await filesOf(path, out)));
  if (names.length === 0) files.push(...filesFrom(publishedEvents(), out, "npx lethe policy publish"));
  return check ? checked(terminal, files) : written(terminal, files);
}

async function filesOf(path: string, out: string): Promise<readonly PublishedFile[]> {
  const policy = await policyOf(path, today());
  const name = policyName(path);
  const files = publishedFiles(policy, name, sha256Hex(canonicalJson(policy)));
  return filesFrom(files, out, `npx lethe policy publish ${name}`);
}

function filesFrom(texts: Readonly<Record<string, string>>, out: string, command: string) {
  return Object.entries(texts).map(([file, text]) => ({ file: join(out, file), text, command }));
}

function written(terminal: Terminal, files: readonly PublishedFile[]): ExitCode {
  for (const { file, text } of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const names = files.map(({ file }) => fromHere(file));
  terminal.document({ written: names });
  terminal.result(names.map((name) => `wrote ${name}`).join("\n"));
  return EXIT.done;
}

function checked(terminal: Terminal, files: readonly PublishedFile[]): ExitCode {
  const stale = files
    .filter(({ file, text }) => textOf(file) !== text)
    .map(({ file, command }) => ({
      file: fromHere(file),
      state: textOf(file) === undefined ? ("missing" as const) : ("not-current" as const),
      command,
    }));
  terminal.document({ current: stale.length === 0, stale });
  terminal.result(
    stale.length === 0
      ? `All ${files.length} published files are current.`
      : stale
          .map(({ file, state, command }) => `${file} is ${state.replace("-", " ")}: run ${command}`)
          .join("\n"),
  );
  return stale.length === 0 ? EXIT.done : EXIT.failed;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function fromHere(file: string): string {
  return relative(process.cwd(), file);
}
