import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { ProcessorFacts } from "../../../shared/domain/policy/processor.ts";
import { DeclarationIdSchema } from "../../../shared/domain/policy/store.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../../exit-codes.ts";
import { type Answers, AnswersSchema, faultsIn } from "../../new-policy/answers.ts";
import { draftPolicy } from "../../new-policy/draft-policy.ts";
import { policySource } from "../../new-policy/policy-source.ts";
import { knownProcessors } from "../../new-policy/processor-catalogue.ts";
import { POLICIES, readPolicyFile } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

export interface NewOptions {
  readonly answers?: string;
  readonly out?: string;
}

/** Makes a policy of answers, given in a file or asked for, and checks it. Nothing that exists is overwritten. */
export async function newPolicy(
  terminal: Terminal,
  asked: string | undefined,
  { answers: answersFile, out }: NewOptions,
): Promise<ExitCode> {
  if (asked !== undefined) refuseUnlessFree(fileOf(asked, out));
  if (out !== undefined && !out.endsWith(".ts"))
    throw new UsageError(`--out ${out}: give a file that ends in .ts.`);
  const known = await knownProcessors();
  const facts = known.map((one) => one.facts);
  const answers = answersFile === undefined ? await interview(facts) : parsedAnswers(answersFile, facts);
  const name = asked ?? nameFor(answers.service.name);
  const file = fileOf(name, out);
  refuseUnlessFree(file);
  mkdirSync(dirname(file), { recursive: true });
  // "wx": whoever made the file meanwhile keeps it.
  writeFileSync(file, policySource(draftPolicy(name, answers), resolve(file), known), { flag: "wx" });
  return checked(terminal, relative(process.cwd(), file));
}

async function checked(terminal: Terminal, file: string): Promise<ExitCode> {
  const { problems } = await readPolicyFile(file, today());
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  terminal.document({ file, errors, warnings });
  terminal.result(`wrote ${file}: ${errors} errors, ${warnings} warnings (what is not kept yet)`);
  terminal.result(`See them with: npx lethe policy check ${file}`);
  return errors === 0 ? EXIT.done : EXIT.failed;
}

function fileOf(name: string, out: string | undefined): string {
  const parsed = DeclarationIdSchema.safeParse(name);
  if (!parsed.success)
    throw new UsageError(`The name "${name}" cannot be used: ${parsed.error.issues[0]?.message}.`);
  return out ?? join(POLICIES, `${name}.ts`);
}

function refuseUnlessFree(file: string): void {
  if (!existsSync(file)) return;
  throw new CommandFailed(
    `${relative(process.cwd(), file)} exists and is left as it is: choose another name or --out.`,
  );
}

/** The prompts are loaded only if somebody is asked. */
async function interview(processors: readonly ProcessorFacts[]): Promise<Answers> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError(
      "There is nobody to ask here: give --answers FILE.json, or --answers - for standard input.",
    );
  }
  const { clackPrompter } = await import("../../new-policy/clack-prompter.ts");
  const { askAll } = await import("../../new-policy/questionnaire.ts");
  return askAll(clackPrompter(), processors);
}

/** Standard input, by its file descriptor. */
const STDIN = 0;

function parsedAnswers(file: string, processors: readonly ProcessorFacts[]): Answers {
  const shown = file === "-" ? "standard input" : file;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file === "-" ? STDIN : file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`The answers in ${shown} cannot be read: ${why}`, { cause: error });
  }
  const parsed = AnswersSchema.safeParse(value);
  const faults = parsed.success
    ? faultsIn(parsed.data, processors)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".") || "(top)"}: ${message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new CommandFailed(
    [`The answers in ${shown} are refused:`, ...faults.map((fault) => `  ${fault}`)].join("\n"),
  );
}

function nameFor(serviceName: string): string {
  const name = serviceName
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 41);
  if (name !== "") return name;
  throw new UsageError(
    `The name "${serviceName}" makes no file name: say one, as in lethe policy new my-service.`,
  );
}
