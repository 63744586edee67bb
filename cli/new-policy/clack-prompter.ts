import { confirm, multiselect, select, text } from "@clack/prompts";
import { CommandFailed } from "../exit-codes.ts";
import type { Choice, Prompter } from "./prompter.ts";

/** Returns a prompter for the terminal of this process. */
export function clackPrompter(): Prompter {
  const output = process.stderr;
  return {
    text: async (message, usual, fault) => {
      const validate = (answer = "") => fault(answer);
      const initialValue = usual === undefined ? {} : { initialValue: usual };
      return answered<string>(await text({ output, message, validate, ...initialValue }));
    },
    one: async (message, choices) => {
      const value = answered<string>(await select<string>({ output, message, options: [...choices] }));
      return chosen(choices, [value])[0] ?? choices[0].value;
    },
    many: async (message, choices) => {
      const options = [...choices];
      const values = await multiselect<string>({ output, message, options, required: false });
      return chosen(choices, answered<readonly string[]>(values));
    },
    yesOrNo: async (message, usual) =>
      answered<boolean>(await confirm({ output, message, initialValue: usual })),
  };
}

function chosen<Value extends string>(choices: readonly Choice<Value>[], values: readonly string[]): Value[] {
  return choices.map(({ value }) => value).filter((value) => values.includes(value));
}

/** What is not an answer is the wish to stop. */
function answered<Answer>(answer: Answer | symbol): Answer {
  if (typeof answer === "symbol") throw new CommandFailed("Stopped; nothing was written.");
  return answer;
}
