import type { Command } from "commander";
import { addFileCommand, addGroup, argument, type Session } from "./command.ts";
import type { NewOptions } from "./commands/policy/new.ts";
import type { TextOptions } from "./commands/policy/text.ts";

/** Adds `lethe policy`: what can be done with a policy without any deployment. Each command loads only what it needs. */
export function addPolicyCommands(program: Command, session: Session): void {
  const policy = addGroup(program, "policy", "a policy before it is deployed", "policy check");
  addFileCommand(
    policy,
    session,
    {
      usage: "check [files...]",
      what: "say everything that is wrong with policies: all of policies/, or files in .ts (which are run) or .json",
      example: "policy check policies/dream-portraits.ts --strict",
      configure: (command) =>
        command.option("--strict", "fail on warnings, such as promises that are not kept yet"),
    },
    async (terminal, command) => {
      const { checkPolicies } = await import("./commands/policy/check.ts");
      return checkPolicies(terminal, command.args, command.opts<{ strict?: boolean }>());
    },
  );
  addFileCommand(
    policy,
    session,
    {
      usage: "diff <old> <new>",
      what: "say what changes for people from one policy to another: exits with 1 if a promise is broken, 3 if they have to be told first",
      example: "policy diff policies/old.ts policies/dream-portraits.ts",
    },
    async (terminal, command) => {
      const { comparePolicies } = await import("./commands/policy/diff.ts");
      return comparePolicies(terminal, argument(command), argument(command, 1));
    },
  );
  addFileCommand(
    policy,
    session,
    {
      usage: "publish [names...]",
      what: "write the retention and sub-processor tables of policies, all of them by default",
      example: "policy publish --check",
      configure: (command) =>
        command
          .option("--check", "write nothing; fail if a table is not that of its policy")
          .option("--out <folder>", "where to write (default: docs/published)"),
    },
    async (terminal, command) => {
      const { publishPolicies } = await import("./commands/policy/publish.ts");
      return publishPolicies(terminal, command.args, command.opts<{ check?: boolean; out?: string }>());
    },
  );
  addTextCommand(policy, session);
  addNewCommand(policy, session);
}

function addTextCommand(policy: Command, session: Session): void {
  addFileCommand(
    policy,
    session,
    {
      usage: "text <file>",
      what: "compare a saved copy of the published page, HTML or text, with what was recorded of it",
      example: "policy text saved.html --policy dream-portraits --accept --bind 12=DP2 --bind 13=none",
      configure: (command) =>
        command
          .option("--policy <name>", "whose page it is (default: the policy that the file is named like)")
          .option("--accept", "record the digest of each sentence and what it binds, and no word of it")
          .option(
            "--bind <n=promise>",
            "sentence n is the published form of this promise, or of none; can be repeated",
            (binding: string, before: readonly string[] = []) => [...before, binding],
          )
          .option("--all", "list the sentences that are bound as well")
          .option("--records <folder>", "where records are kept (default: policies/texts)"),
    },
    async (terminal, command) => {
      const { comparePage } = await import("./commands/policy/text.ts");
      return comparePage(terminal, argument(command), command.opts<TextOptions>());
    },
  );
}

function addNewCommand(policy: Command, session: Session): void {
  addFileCommand(
    policy,
    session,
    {
      usage: "new [name]",
      what: "ask what a service keeps, and write a policy that passes",
      example: "policy new my-service --answers answers.json",
      configure: (command) =>
        command
          .option("--answers <file>", "take the answers from a JSON file, or with - from standard input")
          .option("--out <file>", "where to write (default: policies/NAME.ts)"),
    },
    async (terminal, command) => {
      const { newPolicy } = await import("./commands/policy/new.ts");
      return newPolicy(terminal, command.args[0], command.opts<NewOptions>());
    },
  );
}
