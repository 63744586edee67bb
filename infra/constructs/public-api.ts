import { Stack } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Permanence } from "../permanence.ts";
import { ownLogGroup } from "./own-log-group.ts";

/** Everybody may come, and a mail that many open at once is looked at by programs first; beyond it a page says to wait. */
const CALLS_PER_SECOND = 50;
const CALLS_AT_ONCE = 100;
const STAGE = "v1";

/** What API Gateway itself answers, without asking the function: it says little, and is guarded as the pages are. */
const PLAIN_ANSWERS = [
  {
    id: "refused",
    type: ResponseType.DEFAULT_4XX,
    says: "This cannot be done here, or not now: try again in a minute.",
  },
  {
    id: "failed",
    type: ResponseType.DEFAULT_5XX,
    says: "This does not work at the moment: try again in a minute.",
  },
] as const;
/** In single quotes, as API Gateway wants them, so none of them may have quotes of its own. */
const GUARDS = {
  "Content-Security-Policy": "'sandbox'",
  "Referrer-Policy": "'no-referrer'",
  "X-Content-Type-Options": "'nosniff'",
  "Cache-Control": "'no-store'",
  "Strict-Transport-Security": "'max-age=63072000'",
  "X-Frame-Options": "'DENY'",
  "X-Robots-Tag": "'noindex'",
};

/**
 * The pages for everybody, beside the API of staff: nobody signs a call here. Links of letters lead here, so no log has a
 * path, which would hold the secret of a link.
 */
export class PublicApi extends RestApi {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly service: string; readonly permanence: Permanence; readonly pages: IFunction },
  ) {
    super(scope, id, {
      restApiName: `lethe-${props.service}-pages`,
      endpointTypes: [EndpointType.REGIONAL],
      // The role is one for the account and region, which the API of staff has made.
      cloudWatchRole: false,
      deployOptions: {
        stageName: STAGE,
        // A trace would keep the address of each page.
        tracingEnabled: false,
        throttlingRateLimit: CALLS_PER_SECOND,
        throttlingBurstLimit: CALLS_AT_ONCE,
        // Lines about errors name the path as it was called.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(
          ownLogGroup(scope, `${id}-access-log`, props.permanence),
        ),
        accessLogFormat: WITHOUT_SECRETS,
      },
    });
    const pages = new LambdaIntegration(props.pages, { proxy: true, allowTestInvoke: false });
    const secretOf = (page: string) => this.root.addResource(page).addResource("{secret}");
    const status = secretOf("status");
    const resources: readonly IResource[] = [
      this.root,
      this.root.addResource("contact"),
      secretOf("confirm"),
      secretOf("form"),
      secretOf("undo"),
      status,
      status.addResource("certificate").addResource("{requestId}"),
      this.root.addResource("{proxy+}"),
    ];
    // Any method: what may not be done is said by the function, with what may.
    for (const resource of resources) resource.addMethod("ANY", pages);
    for (const { id: answer, type, says } of PLAIN_ANSWERS) {
      this.addGatewayResponse(answer, { type, responseHeaders: GUARDS, templates: { "text/plain": says } });
    }
  }

  /** Where the pages are, without a slash at the end. */
  get pagesUrl(): string {
    return `https://${this.restApiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}/${STAGE}`;
  }

  /** Where the embedded AWS has them. */
  pagesUrlAt(endpoint: string): string {
    return `${endpoint}/restapis/${this.restApiId}/${STAGE}/_user_request_`;
  }
}

/** When, what kind of page and how it ended; not from where, and the path as declared, not as called. */
const WITHOUT_SECRETS = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTime(),
    method: AccessLogField.contextHttpMethod(),
    page: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
  }),
);
