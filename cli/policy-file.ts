import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { declarationIn, firstLine, PolicyUnreadable } from "../shared/adapters/policy-file.ts";
import { canonicalJson, sha256Hex } from "../shared/domain/canonical-json.ts";
import { checkPolicy, type PolicyProblem } from "../shared/domain/policy/check-policy.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { POLICY_SCHEMA, type Policy } from "../shared/domain/policy/policy.ts";
import { CommandFailed } from "./exit-codes.ts";

/** Where policies are kept. */
export const POLICIES = join(import.meta.dirname, "..", "policies");

/** What a file said to hold a policy came to. */
export interface PolicyFile {
  /** As it was asked for, or from the current folder. */
  readonly file: string;
  /** What the file says; empty if it cannot be read. */
  readonly text: string;
  /** There as soon as its shape is right. */
  readonly policy?: Policy;
  readonly problems: readonly PolicyProblem[];
}

/** Returns the paths of all policies, from the current folder. */
export function policyFiles(folder: string = POLICIES): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => relative(process.cwd(), join(folder, name)));
}

/** Returns the path that is meant by a path, or by the name of a policy in `policies/`. */
export function policyPath(fileOrName: string): string {
  if (existsSync(fileOrName) || extname(fileOrName) !== "") return fileOrName;
  return relative(process.cwd(), join(POLICIES, `${fileOrName}.ts`));
}

/**
 * Returns the path of a policy's file, or of the policy of that name.
 *
 * @throws {CommandFailed} if there is none, naming those that there are.
 */
export function existingPolicyPath(fileOrName: string): string {
  const path = policyPath(fileOrName);
  if (existsSync(path)) return path;
  const names = policyFiles().map(policyName).join(", ");
  throw new CommandFailed(`There is no policy "${fileOrName}". There are: ${names}.`);
}

/** Returns a policy's name as files and commands have it: that of its file. */
export function policyName(file: string): string {
  return basename(file, extname(file));
}

/**
 * Reads a policy from a `.ts` file, which is run for it, or a `.json` file, and checks it; a file that holds none has
 * one problem, which says why.
 *
 * @param today the day at which it is checked: documents that are due for review are told.
 */
export async function readPolicyFile(file: string, today: string): Promise<PolicyFile> {
  const read = await contentOf(file);
  if ("notOne" in read) return { file, text: "", problems: [notAPolicy(read)] };
  const { declaration, text } = read;
  const nothing = saysNothing(declaration);
  if (nothing !== undefined) return { file, text, problems: [notAPolicy({ notOne: nothing })] };
  return { file, text, ...checkPolicy(declaration, { today }) };
}

/**
 * Returns the policy of a file for a command that cannot go on without one.
 *
 * @throws {CommandFailed} saying how to see what is wrong with it.
 */
export async function policyOf(file: string, today: string): Promise<Policy> {
  const { policy, problems } = await readPolicyFile(file, today);
  if (policy !== undefined) return policy;
  throw unusable(file, problems);
}

/**
 * Returns the policy of a file together with its digest, for a command to which a refused one means nothing.
 *
 * @throws {CommandFailed} saying how to see what is wrong with it.
 */
export async function compiledPolicyOf(file: string, today: string): Promise<CompiledPolicy> {
  const { policy, problems } = await readPolicyFile(file, today);
  const refused = problems.filter(({ severity }) => severity === "error");
  if (policy === undefined || refused.length > 0) throw unusable(file, refused);
  const canonical = canonicalJson(policy);
  return { policy, canonical, digest: sha256Hex(canonical) };
}

function unusable(file: string, [first]: readonly PolicyProblem[]): CommandFailed {
  const more = first?.rule === NOT_A_POLICY ? first.remedy : `Run: npx lethe policy check ${file}`;
  return new CommandFailed(`${file}: ${first?.what ?? "It is not a policy."} ${more}`);
}

/** Rule of the problem of a file that holds no policy at all. */
const NOT_A_POLICY = "file";

interface NotRead {
  readonly notOne: string;
  readonly remedy?: string;
}

type Read = { readonly declaration: unknown; readonly text: string } | NotRead;

async function contentOf(file: string): Promise<Read> {
  const kind = extname(file);
  if (kind !== ".ts" && kind !== ".json") {
    return {
      notOne: "It is neither a .ts nor a .json file.",
      remedy: "Give a policy such as policies/x.ts.",
    };
  }
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const notOne = code === "ENOENT" ? "There is no such file." : `It cannot be read (${code}).`;
    return { notOne, remedy: `Give the path of a file; there are: ${policyFiles().join(", ")}.` };
  }
  return kind === ".json" ? parsed(text) : await imported(file, text);
}

function parsed(text: string): Read {
  try {
    return { declaration: JSON.parse(text), text };
  } catch (error) {
    return { notOne: `It is not JSON: ${firstLine(error)}.`, remedy: "Correct it there." };
  }
}

async function imported(file: string, text: string): Promise<Read> {
  try {
    return { declaration: await declarationIn(resolve(file), file), text };
  } catch (error) {
    if (error instanceof PolicyUnreadable) return { notOne: error.what, remedy: error.remedy };
    throw error;
  }
}

/** Returns why a value does not even try to be a policy; listing every key that it lacks would help nobody. */
function saysNothing(declaration: unknown): string | undefined {
  if (typeof declaration !== "object" || declaration === null || Array.isArray(declaration)) {
    const found = Array.isArray(declaration) ? "a list" : declaration === null ? "null" : typeof declaration;
    return `It holds ${found}, not a policy.`;
  }
  if ("schema" in declaration || "stores" in declaration || "promises" in declaration) return undefined;
  return `It is not a policy: it has neither schema "${POLICY_SCHEMA}" nor stores nor promises.`;
}

function notAPolicy({ notOne, remedy = "Start one with: npx lethe policy new" }: NotRead): PolicyProblem {
  return {
    rule: NOT_A_POLICY,
    severity: "error",
    path: "(file)",
    what: notOne,
    why: "What cannot be read cannot be checked, and none of its promises is known to be kept.",
    source: "shared/domain/policy/policy.ts",
    remedy,
    promises: [],
  };
}
