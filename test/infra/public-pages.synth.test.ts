import { describe, expect, it } from "vitest";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const { erasure } = synthesised();
const text = (value: unknown) => JSON.stringify(value);
const [pages, ...otherPages] = resourcesOf(erasure, "AWS::ApiGateway::RestApi").filter(({ logicalId }) =>
  logicalId.startsWith("pages"),
);
const ofPages = (type: string) =>
  resourcesOf(erasure, type).filter(({ Properties }) =>
    text(Properties.RestApiId).includes(pages?.logicalId ?? "-"),
  );
const pagesUrlOf = (template: typeof erasure, name: string) => {
  const fn = resourcesOf(template, "AWS::Lambda::Function").find(({ logicalId }) =>
    logicalId.startsWith(name),
  );
  return text(fn?.Properties.Environment).match(
    new RegExp(`"${DEPLOYMENT_VARIABLES.pagesUrl}":([^}]*)`),
  )?.[1];
};

describe("the API of the public pages", () => {
  it("is one of its own, for everybody, and only for the pages that there are", () => {
    expect(otherPages).toEqual([]);
    expect(pages?.Properties).toMatchObject({ EndpointConfiguration: { Types: ["REGIONAL"] } });
    const methods = ofPages("AWS::ApiGateway::Method");
    expect(methods).toHaveLength(8);
    for (const { Properties } of methods) {
      expect([Properties.HttpMethod, Properties.AuthorizationType]).toEqual(["ANY", "NONE"]);
      expect(text(Properties.Integration)).toContain("publicpages");
    }
    expect(
      ofPages("AWS::ApiGateway::Resource")
        .map(({ Properties }) => Properties.PathPart)
        .sort(),
    ).toEqual([
      "certificate",
      "confirm",
      "contact",
      "form",
      "status",
      "undo",
      "{proxy+}",
      "{requestId}",
      "{secret}",
      "{secret}",
      "{secret}",
      "{secret}",
    ]);
  });

  it("keeps no path, which would hold the secret of a link: not in the access log, no other log, no trace", () => {
    const [stage, ...otherStages] = ofPages("AWS::ApiGateway::Stage");
    expect(otherStages).toEqual([]);
    const { AccessLogSetting, MethodSettings, TracingEnabled } = stage?.Properties ?? {};
    const [, ...names] = text(AccessLogSetting).split("$context.");
    expect(names.map((name) => /^[\w.]+/.exec(name)?.[0])).toEqual([
      "requestId",
      "requestTime",
      "httpMethod",
      "resourcePath",
      "status",
    ]);
    expect(TracingEnabled).toBe(false);
    expect(MethodSettings).toMatchObject([
      { LoggingLevel: "OFF", DataTraceEnabled: false, ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    ]);
  });

  it("guards what API Gateway answers by itself as well", () => {
    const answers = ofPages("AWS::ApiGateway::GatewayResponse");
    expect(answers.map(({ Properties }) => Properties.ResponseType).sort()).toEqual([
      "DEFAULT_4XX",
      "DEFAULT_5XX",
    ]);
    for (const { Properties } of answers) {
      expect(Properties.ResponseParameters).toMatchObject({
        "gatewayresponse.header.Content-Security-Policy": "'sandbox'",
        "gatewayresponse.header.X-Frame-Options": "'DENY'",
        "gatewayresponse.header.Cache-Control": "'no-store'",
        "gatewayresponse.header.Referrer-Policy": "'no-referrer'",
        "gatewayresponse.header.Strict-Transport-Security": "'max-age=63072000'",
      });
    }
  });

  it("is where letters lead, unless a domain of the service's own is named; the pages themselves do not know", () => {
    expect(erasure.findOutputs("PagesUrl").PagesUrl?.Value).toBeDefined();
    expect(pagesUrlOf(erasure, "takemail")).toContain(pages?.logicalId);
    expect(pagesUrlOf(erasure, "publicpages")).toBeUndefined();
    const named = synthesised({ pagesUrl: "https://privacy.service.example" }).erasure;
    expect(pagesUrlOf(named, "takemail")).toMatch(/^"https:\/\/privacy\.service\.example"/);
    const local = synthesised({ local: true, localEndpoint: "http://127.0.0.1:4566" }).erasure;
    expect(pagesUrlOf(local, "takemail")).toContain('"http://127.0.0.1:4566/restapis/",{"Ref":"pages');
  });
});
