import { NEVER_RETRIED } from "../../shared/domain/erasure/error-names.ts";
import { FUNCTIONS, type FunctionName } from "../functions.ts";

/** A state in the Amazon States Language: https://states-language.net/spec.html */
export type State = Readonly<Record<string, unknown>> & { readonly Type: string };

/** Where every step goes when trying again has not helped. */
export const ON_FAILURE = "RecordFailure";

/** What every step is given; taken from the input, so that no step can lose it for the next one. */
const STEP = {
  schema: "lethe.step/1",
  service: "{% $states.context.Execution.Input.service %}",
  region: "{% $states.context.Execution.Input.region %}",
  requestId: "{% $states.context.Execution.Input.requestId %}",
  attempt: "{% $states.context.Execution.Input.attempt %}",
} as const;

/** About two minutes of trying: what lasts longer is tried again by the next attempt. */
const RETRY = [
  { ErrorEquals: [...NEVER_RETRIED], MaxAttempts: 0 },
  {
    ErrorEquals: ["States.ALL"],
    IntervalSeconds: 2,
    MaxAttempts: 4,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: "FULL",
  },
] as const;

/** How long after a function's own time-out an answer that never came is given up. */
const ANSWER_SLACK_SECONDS = 30;

/** Returns a step of the procedure: a function invoked with the step's reference and, if named, more. */
export function step(
  name: FunctionName,
  { next, more = {} }: { readonly next: string; readonly more?: Readonly<Record<string, string>> },
): State {
  return {
    ...invocation(name, more),
    // The name alone: the text of an error may hold what no later step should see.
    Catch: [
      {
        ErrorEquals: ["States.ALL"],
        Next: ON_FAILURE,
        Output: { errorName: "{% $states.errorOutput.Error %}" },
      },
    ],
    Next: next,
  };
}

/** Returns the step that writes down why a run ended early. */
export function failureStep(
  name: FunctionName,
  { next, orElse }: { readonly next: string; readonly orElse: string },
): State {
  return {
    ...invocation(name, { errorName: "{% $states.input.errorName %}" }),
    Catch: [{ ErrorEquals: ["States.ALL"], Next: orElse, Output: {} }],
    Next: next,
  };
}

/** Returns a choice by what the step before answered; an answer that is not listed fails the run. */
export function choice(branches: readonly (readonly [condition: string, next: string])[]): State {
  return {
    Type: "Choice",
    Choices: branches.map(([condition, Next]) => ({
      Condition: `{% $states.input.${condition} %}`,
      Next,
    })),
  };
}

/** Returns the name under which a function's ARN is put into the definition. */
export function substitutionOf(name: FunctionName): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

function invocation(name: FunctionName, more: Readonly<Record<string, string>>): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: `\${${substitutionOf(name)}}`, Payload: { ...STEP, ...more } },
    TimeoutSeconds: FUNCTIONS[name].timeoutSeconds + ANSWER_SLACK_SECONDS,
    Retry: RETRY,
    Output: "{% $states.result.Payload %}",
  };
}
