import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { DefinitionBody, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { FunctionName } from "../functions.ts";
import type { Permanence } from "../permanence.ts";
import { ERASURE_WORKFLOW, STEP_FUNCTIONS } from "../workflows/erasure.ts";
import { substitutionOf } from "../workflows/task-states.ts";
import { ownLogGroup } from "./own-log-group.ts";

/** The state machine that runs the erasure workflow; it may call the functions of its steps. */
export class ErasureStateMachine extends StateMachine {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly permanence: Permanence;
      readonly functions: Readonly<Record<FunctionName, IFunction>>;
    },
  ) {
    const arns = STEP_FUNCTIONS.map(
      (name) => [substitutionOf(name), props.functions[name].functionArn] as const,
    );
    super(scope, id, {
      definitionBody: DefinitionBody.fromString(JSON.stringify(ERASURE_WORKFLOW)),
      definitionSubstitutions: Object.fromEntries(arns),
      tracingEnabled: true,
      logs: {
        destination: ownLogGroup(scope, `${id}-log`, props.permanence),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    this.addToRolePolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: arns.map(([, arn]) => arn) }),
    );
  }
}
