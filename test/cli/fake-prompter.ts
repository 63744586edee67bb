import type { Choice, Prompter } from "../../cli/new-policy/prompter.ts";

type Answer = string | boolean | readonly string[];

/** A prompter with a person in it: answers by question, the usual one where none is given. */
export function fakePrompter(answers: readonly (readonly [RegExp, Answer])[]): {
  readonly prompter: Prompter;
  readonly asked: string[];
  readonly refusals: string[];
} {
  const asked: string[] = [];
  const refusals: string[] = [];
  const answerTo = (question: string): Answer | undefined => {
    asked.push(question);
    return answers.find(([pattern]) => pattern.test(question))?.[1];
  };
  const chosen = <Value extends string>(choices: readonly Choice<Value>[], answer: Answer | undefined) => {
    const named = Array.isArray(answer) ? answer : [answer];
    return choices.map(({ value }) => value).filter((value) => named.includes(value));
  };
  return {
    asked,
    refusals,
    prompter: {
      text: async (question, usual, fault) => {
        const answer = answerTo(question) ?? usual ?? "";
        for (const text of Array.isArray(answer) ? answer : [String(answer)]) {
          const refused = fault(text);
          if (refused === undefined) return text;
          refusals.push(refused);
        }
        throw new Error(`No answer to "${question}" was taken: ${refusals.at(-1)}`);
      },
      one: async (question, choices) => chosen(choices, answerTo(question))[0] ?? choices[0].value,
      many: async (question, choices) => chosen(choices, answerTo(question)),
      yesOrNo: async (question, usual) => {
        const answer = answerTo(question);
        return typeof answer === "boolean" ? answer : usual;
      },
    },
  };
}
