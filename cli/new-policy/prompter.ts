/** Something to choose, and what a person reads. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Asks a person. The real one writes to standard error, so that standard output stays for the result. */
export interface Prompter {
  /** @param fault returns what is wrong with an answer; it is asked again. */
  text(
    question: string,
    usual: string | undefined,
    fault: (answer: string) => string | undefined,
  ): Promise<string>;
  one<Value extends string>(
    question: string,
    choices: readonly [Choice<Value>, ...Choice<Value>[]],
  ): Promise<Value>;
  many<Value extends string>(question: string, choices: readonly Choice<Value>[]): Promise<readonly Value[]>;
  yesOrNo(question: string, usual: boolean): Promise<boolean>;
}
