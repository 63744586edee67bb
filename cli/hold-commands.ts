import type { Command } from "commander";
import { addDeploymentCommand, addGroup, argument, type Session } from "./command.ts";
import type { HoldOptions } from "./commands/holds.ts";

const ADD =
  'hold add --category support-ticket --owner Legal --reason "Claim 12" --legal-basis "GDPR Art. 17(3)(e)" --review-on 2027-06-01 --as ada';
const HOLD = "hold_01k85260tlrs1ius24j8q81jtd";

/** Adds the commands for legal holds. */
export function addHoldCommands(program: Command, session: Session): void {
  const group = addGroup(program, "hold", "reasons not to erase, where the policy lets there be one", ADD);
  addDeploymentCommand(
    group,
    session,
    {
      usage: "add",
      what: "keep what is named from being erased, from the next deletion on",
      example: ADD,
      configure: (command) =>
        command
          .option("--subject <id>", "of one person, by the service's internal id, which is not kept")
          .option("--category <name>", "of one category of the policy")
          .option("--store <name>", "in one store of the policy")
          .option("--item <key>", "one object's key or one item's sort key; only its hash is kept")
          .option("--from <time>", "created at this date or time (UTC) or later")
          .option("--to <time>", "created at this date or time (UTC) or earlier")
          .requiredOption("--owner <name>", "who answers for the hold")
          .requiredOption("--reason <text>", "why, for the record; name nobody whose data it is")
          .requiredOption("--legal-basis <text>", "the article of the law")
          .requiredOption("--review-on <date>", "when it is looked at again; it does not end by itself")
          .option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) =>
      (await import("./commands/holds.ts")).addHold(context, command.opts<HoldOptions>()),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "release <hold>",
      what: "let go of what only this hold keeps, and go on erasing it; a seal as one of two people",
      example: `hold release ${HOLD} --as ada`,
      configure: (command) => command.option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) => {
      const { releaseHold } = await import("./commands/holds.ts");
      return releaseHold(context, argument(command), command.opts<{ as?: string }>());
    },
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "extend <hold>",
      what: "keep a seal of preserve-and-report for longer, as one of two people",
      example: `hold extend ${HOLD} --until 2028-06-30 --as ada`,
      configure: (command) =>
        command
          .requiredOption("--until <date>", "until which day it is needed")
          .option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) => {
      const { extendHold } = await import("./commands/holds.ts");
      return extendHold(context, argument(command), command.opts<{ as?: string; until: string }>());
    },
  );
  addDeploymentCommand(
    group,
    session,
    { usage: "list", what: "list the holds that stand", example: "hold list" },
    async (context) => (await import("./commands/holds.ts")).listHolds(context),
  );
}
