import { canonicalJson, sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { problemText } from "../../../shared/domain/policy/problem-text.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { placesIn } from "../../place-in-file.ts";
import { type PolicyFile, policyFiles, policyPath, readPolicyFile } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

/** Says everything that is wrong with each policy, as a compiler does, all in one run. */
export async function checkPolicies(
  terminal: Terminal,
  asked: readonly string[],
  { strict = false }: { readonly strict?: boolean },
): Promise<ExitCode> {
  const paths = asked.length === 0 ? policyFiles() : asked.map(policyPath);
  const files: PolicyFile[] = [];
  for (const path of paths) files.push(await readPolicyFile(path, today()));
  terminal.document(files.map(documentOf));
  for (const file of files) terminal.result(textOf(file));
  return files.some((file) => refuses(file, strict)) ? EXIT.failed : EXIT.done;
}

function refuses({ problems }: PolicyFile, strict: boolean): boolean {
  return problems.some(({ severity }) => strict || severity === "error");
}

function documentOf({ file, text, policy, problems }: PolicyFile) {
  const placeOf = placesIn(text);
  const refused = problems.some(({ severity }) => severity === "error");
  return {
    file,
    ...(policy === undefined ? {} : { policy: policy.service.id }),
    // A policy that is refused has no digest: nothing may be deployed by it.
    ...(policy === undefined || refused ? {} : { digest: sha256Hex(canonicalJson(policy)) }),
    problems: problems.map((problem) => ({ ...problem, ...placeOf(problem.path) })),
  };
}

function textOf({ file, text, problems }: PolicyFile): string {
  const placeOf = placesIn(text);
  const texts = problems.map((problem) => {
    const place = placeOf(problem.path);
    return problemText(place === undefined ? file : `${file}:${place.line}:${place.column}`, problem);
  });
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const summary = `${file}: ${counted(errors, "error")}, ${counted(problems.length - errors, "warning")}`;
  return [...texts, summary].join("\n\n");
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`;
}
