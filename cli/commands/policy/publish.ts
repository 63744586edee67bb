import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { canonicalJson, sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { publishedFiles } from "../../../shared/domain/policy/publish/published-files.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { policyFiles, policyName, policyOf, policyPath } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

/** Where published tables are committed. */
const PUBLISHED = join(import.meta.dirname, "..", "..", "..", "docs", "published");

interface PublishedFile {
  readonly policy: string;
  readonly file: string;
  readonly text: string;
}

/** Writes the tables of each policy, or says which of them are not those of the policy. */
export async function publishPolicies(
  terminal: Terminal,
  names: readonly string[],
  { check = false, out = PUBLISHED }: { readonly check?: boolean; readonly out?: string },
): Promise<ExitCode> {
  const paths = names.length === 0 ? policyFiles() : names.map(policyPath);
  const files: PublishedFile[] = [];
  for (const path of paths) files.push(...(await filesOf(path, out)));
  return check ? checked(terminal, files) : written(terminal, files, out);
}

async function filesOf(path: string, out: string): Promise<readonly PublishedFile[]> {
  const policy = await policyOf(path, today());
  const name = policyName(path);
  const files = publishedFiles(policy, name, sha256Hex(canonicalJson(policy)));
  return Object.entries(files).map(([file, text]) => ({ policy: name, file: join(out, file), text }));
}

function written(terminal: Terminal, files: readonly PublishedFile[], out: string): ExitCode {
  mkdirSync(out, { recursive: true });
  for (const { file, text } of files) writeFileSync(file, text);
  const names = files.map(({ file }) => fromHere(file));
  terminal.document({ written: names });
  terminal.result(names.map((name) => `wrote ${name}`).join("\n"));
  return EXIT.done;
}

function checked(terminal: Terminal, files: readonly PublishedFile[]): ExitCode {
  const stale = files
    .filter(({ file, text }) => textOf(file) !== text)
    .map(({ policy, file }) => ({
      file: fromHere(file),
      state: textOf(file) === undefined ? ("missing" as const) : ("not-current" as const),
      command: `npx lethe policy publish ${policy}`,
    }));
  terminal.document({ current: stale.length === 0, stale });
  terminal.result(
    stale.length === 0
      ? `All ${files.length} published files are those of their policies.`
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
