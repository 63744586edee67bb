import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { pathToFileURL } from "node:url";

/** A file holds no policy that could be read; nothing was made. */
export class PolicyUnreadable extends Error {
  override readonly name = "PolicyUnreadable";
  /** What is so, and what to do, each a sentence. */
  readonly what: string;
  readonly remedy: string;

  constructor(file: string, what: string, remedy: string, options?: ErrorOptions) {
    super(`${file}: ${what} ${remedy}`, options);
    this.what = what;
    this.remedy = remedy;
  }
}

/**
 * Returns what a TypeScript file exports as `policy`, whatever it is; the file is run for it.
 *
 * @param path where it is; absolute.
 * @param file what messages call it.
 * @throws {PolicyUnreadable} if it is not there, does not parse, throws, or exports no `policy`.
 */
export async function declarationIn(path: string, file: string): Promise<unknown> {
  if (extname(path) !== ".ts") {
    throw new PolicyUnreadable(file, "It is no .ts file.", "Give a policy such as policies/x.ts.");
  }
  if (!existsSync(path)) {
    throw new PolicyUnreadable(
      file,
      "There is no such file.",
      "Give the path of a policy, or the name of one.",
    );
  }
  const { policy } = await imported(path, file);
  if (policy !== undefined) return policy;
  throw new PolicyUnreadable(
    file,
    "It exports no `policy`.",
    "Write: export const policy = { … } satisfies PolicyDeclaration;",
  );
}

async function imported(path: string, file: string): Promise<{ readonly policy?: unknown }> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (cause) {
    const [what, remedy] = isSyntaxError(cause)
      ? [`It is no TypeScript${lineIn(cause, path)}: ${firstLine(cause)}.`, "Correct it there."]
      : [`It throws when it is loaded: ${firstLine(cause)}.`, "Write plain data only."];
    throw new PolicyUnreadable(file, what, remedy, { cause });
  }
}

function isSyntaxError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.name === "SyntaxError" || ("code" in error && /TYPESCRIPT_SYNTAX/.test(String(error.code)));
}

/** Node says the place only at the head of the stack. */
function lineIn({ stack = "" }: Error, path: string): string {
  const head = stack.split("\n").find((text) => text.includes(`${basename(path)}:`)) ?? "";
  const [, line] = /:(\d+)/.exec(head.slice(head.indexOf(basename(path)))) ?? [];
  return line === undefined ? "" : ` at line ${line}`;
}

/** Returns the first line of what an error says, without its full stop. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ""] = message.split("\n").filter((text) => text.trim() !== "");
  return line.trim().replace(/\.$/, "");
}
