import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, CfnResource, Stack, Validations } from "aws-cdk-lib";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addChecks } from "../../infra/checks/add-checks.ts";
import { DATA_HOLDERS } from "../../infra/checks/data-holders.ts";
import { markStores } from "../../infra/checks/marks.ts";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { loadPolicy, policyNames } from "../../infra/load-policy.ts";
import { policy } from "../../policies/dream-portraits.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";

const KEY = { partitionKey: { name: "pk", type: AttributeType.STRING } };
const ReportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({
          ruleName: z.string(),
          description: z.string(),
          suggestedFix: z.string().default(""),
        }),
      ),
    }),
  ),
});

describe("what no policy declares", () => {
  const folder = mkdtempSync(join(tmpdir(), "lethe-declared-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(policyNames())("is nowhere, and nothing else is wrong, in the app of %s", async (name) => {
    const { declaration } = await loadPolicy(name);
    expect(violationsOf(() => undefined, declaration)).toEqual([]);
  });

  it("blocks a table that somebody added to a stack of the stage, naming it, its type and the remedy", () => {
    const found = violationsOf(({ stage }) => new Table(stage.storage, "rogue", KEY));
    expect(found).toEqual([
      expect.stringMatching(
        /^Lethe-Undeclared: eu-central-1\/storage\/rogue\/Resource \(AWS::DynamoDB::Table\)/,
      ),
    ]);
    expect(found[0]).toContain("policies/NAME.ts");
  });

  it("blocks a table in a stack of its own", () => {
    const found = violationsOf(({ app }) => new Table(new Stack(app, "extra"), "rogue", KEY));
    expect(found).toEqual([expect.stringContaining("extra/rogue/Resource (AWS::DynamoDB::Table)")]);
  });

  it("blocks a bucket, whatever stands in its name", () => {
    const found = violationsOf(({ stage }) => new Bucket(stage.evidence, "records-2"));
    expect(found).toEqual([expect.stringContaining("evidence/records-2/Resource (AWS::S3::Bucket)")]);
  });

  it("blocks every type that keeps what is put into it", () => {
    const types = Object.keys(DATA_HOLDERS);
    const found = violationsOf(({ app }) => {
      const stack = new Stack(app, "extra");
      for (const type of types) new CfnResource(stack, type, { type });
    });
    expect(types.length).toBeGreaterThan(40);
    expect(found).toEqual(types.map((type) => expect.stringContaining(`(${type}) can hold`)));
  });

  it("blocks what a template brings along", () => {
    const templateFile = join(folder, "template.json");
    writeFileSync(templateFile, JSON.stringify({ Resources: { rogue: { Type: "AWS::SQS::Queue" } } }));
    const found = violationsOf(
      ({ app }) => new CfnInclude(new Stack(app, "extra"), "included", { templateFile }),
    );
    expect(found).toEqual([expect.stringContaining("(AWS::SQS::Queue)")]);
  });

  it("blocks a function whose lines go to a log group that nobody made", () => {
    const found = violationsOf(
      ({ app }) =>
        new LambdaFunction(new Stack(app, "extra"), "rogue", {
          runtime: Runtime.NODEJS_24_X,
          handler: "index.handler",
          code: Code.fromInline("exports.handler = () => 1"),
        }),
    );
    expect(found).toEqual([expect.stringContaining("Lethe-LogsAnywhere: extra/rogue/Resource")]);
  });

  it("is no longer so when it is declared", () => {
    const stores = [...policy.stores, { ...policy.stores[3], id: "rogue" }];
    expect(violationsOf(() => undefined, { ...policy, stores })).toEqual([]);
  });

  it("is not to be had by giving a store two places", () => {
    const found = violationsOf(({ stage }) => {
      const [photos] = compilePolicy(policy).policy.stores;
      markStores(new Bucket(stage.storage, "photos-2"), photos ? [photos] : []);
    });
    expect(found).toEqual([
      expect.stringContaining("Lethe-PlacedTwice: The store eu-central-1 photos has more"),
    ]);
  });

  it("cannot be acknowledged away", () => {
    const found = violationsOf(({ stage }) => {
      const rogue = new Bucket(stage.storage, "rogue");
      Validations.of(rogue).acknowledge({ id: "Lethe::Lethe-Undeclared", reason: "I say so." });
    });
    expect(found).toHaveLength(1);
  });

  /** Returns what the checks of Lethe and cdk-nag say of an app, one line each; cdk-nag only of what is ours. */
  function violationsOf(
    add: (made: { readonly app: App; readonly stage: LetheStage }) => unknown,
    declaration: unknown = policy,
  ): readonly string[] {
    const app = new App({ outdir: mkdtempSync(join(folder, "app-")) });
    const region = "eu-central-1";
    const stage = new LetheStage(app, declaration, { region, local: true });
    add({ app, stage });
    addChecks(app);
    try {
      app.synth();
    } catch {
      // What was found stands in the report.
    }
    const text = readFileSync(join(app.outdir, "validation-report.json"), "utf8");
    const { pluginReports } = ReportSchema.parse(JSON.parse(text));
    return (
      pluginReports
        // What cdk-nag says of the intruder is not the point here.
        .filter(({ pluginName }) => pluginName === "Lethe" || add.length === 0)
        .filter(({ pluginName }) => ["Lethe", "AwsSolutions", "Serverless"].includes(pluginName))
        .flatMap(({ violations }) =>
          violations.map((one) => `${one.ruleName}: ${one.description} ${one.suggestedFix}`),
        )
    );
  }
});
