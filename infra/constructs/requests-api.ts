import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  JsonSchemaType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Permanence } from "../permanence.ts";
import { ownLogGroup } from "./own-log-group.ts";

/** People open and approve requests by hand; whoever sends more a second has a fault. */
const CALLS_PER_SECOND = 10;
const CALLS_AT_ONCE = 20;
const STAGE = "v1";

/** A person presses save, and many do at once; DynamoDB takes far more. */
const SAVES_PER_SECOND = 500;

/** The API that staff and the service call: every call is signed by an IAM identity of the account. */
export class RequestsApi extends RestApi {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly service: string;
      readonly permanence: Permanence;
      readonly openRequest: IFunction;
      readonly changeRequest: IFunction;
      readonly approveRequest: IFunction;
      readonly closeTask: IFunction;
      readonly replyToRequest: IFunction;
      readonly askSender: IFunction;
      readonly placeHold: IFunction;
      readonly releaseHold: IFunction;
      readonly extendSeal: IFunction;
      readonly saveThing: IFunction;
    },
  ) {
    super(scope, id, {
      restApiName: `lethe-${props.service}`,
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
      deployOptions: {
        stageName: STAGE,
        tracingEnabled: true,
        throttlingRateLimit: CALLS_PER_SECOND,
        throttlingBurstLimit: CALLS_AT_ONCE,
        loggingLevel: MethodLoggingLevel.ERROR,
        methodOptions: {
          "/service/things/saved/POST": {
            throttlingRateLimit: SAVES_PER_SECOND,
            throttlingBurstLimit: SAVES_PER_SECOND,
            loggingLevel: MethodLoggingLevel.ERROR,
            dataTraceEnabled: false,
          },
        },
        // Bodies name the subject: they are never logged.
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(
          ownLogGroup(scope, `${id}-access-log`, props.permanence),
        ),
        accessLogFormat: WITHOUT_BODIES,
      },
    });
    const log = ownLogGroup(this, "errors-log", props.permanence, {
      logGroupName: `API-Gateway-Execution-Logs_${this.restApiId}/${STAGE}`,
    });
    this.deploymentStage.node.addDependency(log);
    const requestValidator = this.addRequestValidator("validator", {
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const requests = this.root.addResource("requests");
    requests.addMethod("POST", integration(props.openRequest), {
      requestValidator,
      requestModels: { "application/json": this.bodyWith("OpenRequest", ["subject", "scope"]) },
    });
    const request = requests.addResource("{requestId}");
    const changes = [
      ["withdrawal", request, []],
      ["refusal", request, ["ground", "reason"]],
      ["pause", request, []],
      ["resume", request, []],
      ["expedition", request, ["planDigest"]],
      ["pause", this.root, []],
      ["resume", this.root, []],
    ] as const;
    for (const [change, parent, fields] of changes) {
      const ofOne = parent === request;
      parent.addResource(change).addMethod("POST", integration(props.changeRequest), {
        requestValidator,
        ...(ofOne ? { requestParameters: { "method.request.path.requestId": true } } : {}),
        ...(fields.length > 0 ? { requestModels: this.body(change, fields) } : {}),
      });
    }
    // Apart, so that a permission tells those who act for the person from staff.
    const service = this.root.addResource("service");
    const ofPerson = service.addResource("requests");
    ofPerson.addMethod("POST", integration(props.openRequest), {
      requestValidator,
      requestModels: this.body("of-person", ["subject", "scope"]),
    });
    const back = ofPerson.addResource("{requestId}").addResource("withdrawal");
    back.addMethod("POST", integration(props.changeRequest), {
      requestValidator,
      requestParameters: { "method.request.path.requestId": true },
      requestModels: this.body("withdrawal-of-person", ["subject"]),
    });
    service
      .addResource("things")
      .addResource("saved")
      .addMethod("POST", integration(props.saveThing), {
        requestValidator,
        requestModels: this.body("save-thing", ["store", "key"]),
      });
    const approval = request.addResource("approval");
    approval.addMethod("POST", integration(props.approveRequest), {
      requestValidator,
      requestParameters: { "method.request.path.requestId": true },
      requestModels: { "application/json": this.bodyWith("ApproveRequest", ["planDigest"]) },
    });
    const rightsRequest = this.root.addResource("rights").addResource("{rightsRequestId}");
    const replies = [
      ["answer", ["text", "reference"]],
      ["refusal", ["reason"]],
      ["extension", ["reason"]],
    ] as const;
    for (const [reply, fields] of replies) {
      rightsRequest.addResource(reply).addMethod("POST", integration(props.replyToRequest), {
        requestValidator,
        requestParameters: { "method.request.path.rightsRequestId": true },
        requestModels: this.body(`reply-${reply}`, fields),
      });
    }
    const form = this.root.addResource("mail").addResource("{mailId}").addResource("form");
    form.addMethod("POST", integration(props.askSender), {
      requestValidator,
      requestParameters: { "method.request.path.mailId": true },
      requestModels: this.body("ask-sender", ["sender"]),
    });
    const holds = this.root.addResource("holds");
    holds.addMethod("POST", integration(props.placeHold), {
      requestValidator,
      requestModels: {
        "application/json": this.bodyWith("PlaceHold", [
          "holdId",
          "owner",
          "reason",
          "legalBasis",
          "reviewOn",
        ]),
      },
    });
    const hold = holds.addResource("{holdId}");
    const ofHold = { requestValidator, requestParameters: { "method.request.path.holdId": true } };
    hold.addResource("release").addMethod("POST", integration(props.releaseHold), ofHold);
    hold.addResource("extension").addMethod("POST", integration(props.extendSeal), {
      ...ofHold,
      requestModels: { "application/json": this.bodyWith("ExtendSeal", ["until"]) },
    });
    const done = this.root.addResource("tasks").addResource("{taskId}").addResource("done");
    done.addMethod("POST", integration(props.closeTask), {
      requestValidator,
      requestParameters: { "method.request.path.taskId": true },
      requestModels: { "application/json": this.bodyWith("CloseTask", ["what", "reference"]) },
    });
  }

  private body(change: string, fields: readonly string[]) {
    const name = change.replaceAll(/(?:^|-)[a-z]/g, (start) => start.replace("-", "").toUpperCase());
    return { "application/json": this.bodyWith(`${name}Body`, [...fields]) };
  }

  /** What the fields may hold is the functions' to say, which answer with a remedy. */
  private bodyWith(modelName: string, required: string[]) {
    return this.addModel(modelName, {
      modelName,
      contentType: "application/json",
      schema: {
        type: JsonSchemaType.OBJECT,
        required,
        properties: Object.fromEntries(required.map((field) => [field, { type: JsonSchemaType.STRING }])),
      },
    });
  }
}

/** When, what and how it ended; not from where, and the path as declared, not as called. */
const WITHOUT_BODIES = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTime(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
  }),
);

function integration(fn: IFunction): LambdaIntegration {
  return new LambdaIntegration(fn, { proxy: true, allowTestInvoke: false });
}
