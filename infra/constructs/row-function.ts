import { Duration, Tags } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { DEPLOYMENT_VARIABLES, TIME_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { bundles } from "../bundles.ts";
import type { FunctionName, FunctionRow } from "../functions.ts";
import type { Permanence } from "../permanence.ts";
import type { ScaledTime } from "../scaled-time.ts";
import { ownLogGroup } from "./own-log-group.ts";
import { ERASURE_PURPOSE, EXPIRY_PURPOSE, PURPOSE_TAG } from "./purpose-tag.ts";

/** The function of one row, which may write its own log and nothing else until ports are granted. */
export class RowFunction extends LambdaFunction {
  constructor(
    scope: Construct,
    name: FunctionName,
    row: FunctionRow,
    props: {
      readonly service: string;
      readonly permanence: Permanence;
      readonly undelivered: IQueue;
      /** Only on the embedded AWS: its time runs faster. */
      readonly time?: ScaledTime | undefined;
    },
  ) {
    const logGroup = ownLogGroup(scope, `${name}-log`, props.permanence);
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    // Stores refuse readers without a declared purpose; a role that opens none carries none.
    const purpose = purposeOf(row);
    if (purpose !== undefined) Tags.of(role).add(PURPOSE_TAG, purpose);
    role.addToPolicy(
      new PolicyStatement({
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, name, {
      role,
      logGroup,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundles().folderOf(name)),
      handler: "index.handler",
      timeout: Duration.seconds(row.timeoutSeconds),
      memorySize: row.memoryMiB,
      tracing: Tracing.ACTIVE,
      environment: {
        [DEPLOYMENT_VARIABLES.service]: props.service,
        POWERTOOLS_SERVICE_NAME: "lethe",
        ...(props.time
          ? {
              [TIME_VARIABLES.scale]: String(props.time.scale),
              [TIME_VARIABLES.origin]: props.time.origin,
            }
          : {}),
      },
      ...(row.atOnceMax === undefined ? {} : { reservedConcurrentExecutions: row.atOnceMax }),
      ...(row.calledWithoutWaiting
        ? {
            retryAttempts: row.calledWithoutWaiting.retries,
            maxEventAge: Duration.minutes(row.calledWithoutWaiting.longestWaitMinutes),
            onFailure: new SqsDestination(props.undelivered),
          }
        : {}),
    });
  }
}

function purposeOf({ ports }: FunctionRow): string | undefined {
  if (ports.some((port) => ["stores:expire", "stores:look", "quarantine", "people:list"].includes(port))) {
    return EXPIRY_PURPOSE;
  }
  return ports.some((port) => port.startsWith("stores:")) ? ERASURE_PURPOSE : undefined;
}
