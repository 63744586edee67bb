import { type Command, InvalidArgumentError } from "commander";
import { addDeploymentCommand, addGroup, argument, type Session } from "./command.ts";
import type { DemoAnswerOptions } from "./commands/demo-answer.ts";
import type { DemoMailOptions } from "./commands/demo-mail.ts";
import type { DemoProcessorOptions } from "./commands/demo-processor.ts";
import type { DemoRunOptions } from "./commands/demo-run.ts";
import type { EraseOptions } from "./commands/erase.ts";

/**
 * Adds the commands that work on a deployment. Each loads what it needs when it runs: the clients of the AWS SDK take
 * most of a second, and `lethe policy` needs none of them.
 */
export function addDeploymentCommands(program: Command, session: Session): void {
  addRequestCommands(program, session);
  addEvidenceCommands(program, session);
  addDemoCommands(program, session);
}

function addRequestCommands(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    {
      usage: "erase",
      what: "erase one person everywhere",
      example: "erase --subject person-0001 --wait",
      configure: (command) =>
        command
          .requiredOption("--subject <id>", "the service's internal id of the person")
          .option(
            "--scope <scope>",
            "account, project:ID, page:ID, image:ID, category:NAME, processors[:ID], minor or preserve-and-report",
            "account",
          )
          .option("--reason <text>", "why, for the record; name nobody in it")
          .option("--plan", "only count what would be deleted")
          .option("--wait", "follow it to its end")
          .option("--as-staff", "ask as staff: another person has to approve")
          .option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) =>
      (await import("./commands/erase.ts")).erase(context, command.opts<EraseOptions>()),
  );
  addDeploymentCommand(
    program,
    session,
    {
      usage: "approve <request>",
      what: "let a request by staff run, as a second person",
      example: "approve req_01k85260tlrs1ius24j8q81jtd --as grace",
      configure: (command) => command.option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) => {
      const { approve } = await import("./commands/requests.ts");
      return approve(context, argument(command), command.opts<{ as?: string }>());
    },
  );
  addDeploymentCommand(
    program,
    session,
    {
      usage: "status <request>",
      what: "show how a request stands",
      example: "status req_01k85260tlrs1ius24j8q81jtd",
    },
    async (context, command) =>
      (await import("./commands/requests.ts")).showStatus(context, argument(command)),
  );
  addDeploymentCommand(
    program,
    session,
    { usage: "requests", what: "list the newest requests", example: "requests" },
    async (context) => (await import("./commands/requests.ts")).listRequests(context),
  );
}

function addEvidenceCommands(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    { usage: "outputs", what: "say where everything is", example: "outputs --json" },
    async (context) => (await import("./commands/outputs.ts")).outputs(context),
  );
  addDeploymentCommand(
    program,
    session,
    {
      usage: "verify <file>",
      what: "check a certificate, offline",
      example: "verify certificate.json",
      configure: (command) =>
        command.option("--key <file>", "the public key to check with: PEM, or as archived at deployment"),
    },
    async (context, command) => {
      const { verify } = await import("./commands/verify.ts");
      return verify(context, argument(command), command.opts<{ key?: string }>());
    },
  );
  addDeploymentCommand(
    addGroup(program, "ledger", "the evidence", "ledger check"),
    session,
    { usage: "check", what: "recompute all evidence", example: "ledger check" },
    async (context) => (await import("./commands/ledger-check.ts")).ledgerCheck(context),
  );
}

function addDemoCommands(program: Command, session: Session): void {
  const example = "demo seed --subjects 12 --objects 6";
  const demo = addGroup(program, "demo", "a service with people in it, on the embedded AWS", example);
  addDeploymentCommand(
    demo,
    session,
    {
      usage: "seed",
      what: "store photos, portraits, landmarks, catalogue rows and accounts of invented people",
      example,
      configure: (command) =>
        command
          .requiredOption("--subjects <n>", "how many people", positive)
          .requiredOption("--objects <n>", "how many of each thing everybody has", positive),
    },
    async (context, command) => {
      const { demoSeed } = await import("./commands/demo-seed.ts");
      return demoSeed(context, command.opts<{ subjects: number; objects: number }>());
    },
  );
  addDeploymentCommand(
    demo,
    session,
    {
      usage: "run",
      what: "keep the service busy until Ctrl-C, and show how old things become against their deadlines",
      example: "demo run --seconds 60 --html ages.html",
      configure: (command) =>
        command
          .option("--seconds <n>", "stop by itself after so many seconds", positive)
          .option("--html <file>", "write the chart as one page, too"),
    },
    async (context, command) => {
      const { demoRun } = await import("./commands/demo-run.ts");
      return demoRun(context, command.opts<DemoRunOptions>(), { widthCharacters: session.streams.columns });
    },
  );
  addDeploymentCommand(
    demo,
    session,
    {
      usage: "mail",
      what: "send a mail to the service as an invented person, by the mail door that npm start opened",
      example:
        'demo mail --from person-1@people.example --subject "Privacy Request" --text "Delete my data."',
      configure: (command) =>
        command
          .requiredOption("--from <address>", "who writes: an address below .example")
          .requiredOption("--subject <text>", "its subject line")
          .requiredOption("--text <text>", "what it says")
          .option("--fail-dmarc", "leave the signature out, as somebody does who only pretends"),
    },
    async (context, command) => {
      const { demoMail } = await import("./commands/demo-mail.ts");
      return demoMail(context, command.opts<DemoMailOptions>());
    },
  );
  addDeploymentCommand(
    demo,
    session,
    {
      usage: "processor [id]",
      what: "show what stands in for third parties, what each holds and was asked; or make one fail",
      example: "demo processor openai --fault lies",
      configure: (command) =>
        command
          .option("--fault <name>", "how it fails from now on: lies, slow, never, 401, 429, 500 ...; or none")
          .option("--retry-after <text>", "when it says to ask again, with a fault such as 429"),
    },
    async (context, command) => {
      const { demoProcessor } = await import("./commands/demo-processor.ts");
      return demoProcessor(context, command.args[0], command.opts<DemoProcessorOptions>());
    },
  );
  addDeploymentCommand(
    demo,
    session,
    {
      usage: "answer <processor>",
      what: "answer a letter in the place of a third party that has no API, by the mail door",
      example: 'demo answer mail-vendor --text "It is deleted, in our backups too."',
      configure: (command) =>
        command
          .requiredOption("--text <text>", "what it says")
          .option("--task <task>", "the letter about this task (default: the newest)")
          .option("--fail-dmarc", "leave the signature out, as somebody does who only pretends"),
    },
    async (context, command) => {
      const { demoAnswer } = await import("./commands/demo-answer.ts");
      return demoAnswer(context, argument(command), command.opts<DemoAnswerOptions>());
    },
  );
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 1_000_000) return number;
  throw new InvalidArgumentError("Give a whole number from 1 to 1,000,000.");
}
