import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { policy } from "../../policies/dream-portraits.ts";
import { PolicyRefused } from "../../shared/domain/policy/compile-policy.ts";

const ROOT = join(import.meta.dirname, "../..");
const ReportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(z.object({ ruleName: z.string(), severity: z.string() })),
    }),
  ),
});

describe("the checks at synthesis", () => {
  const folder = mkdtempSync(join(tmpdir(), "lethe-synth-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("find nothing wrong, warnings included", () => {
    const ended = synth("dream-portraits");
    expect(ended.stderr).not.toContain("ERROR");
    expect(ended.status).toBe(0);
    const report = ReportSchema.parse(
      JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8")),
    );
    const nag = report.pluginReports.filter(({ pluginName }) =>
      ["AwsSolutions", "Serverless"].includes(pluginName),
    );
    expect(nag.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it("would find what nobody acknowledged", () => {
    const app = new App({ outdir: mkdtempSync(join(folder, "app-")) });
    new LetheStage(app, policy, { region: "eu-central-1", local: true });
    const checks = new AwsSolutionsChecks(app);
    Validations.of(app).addPlugins(checks);
    Object.defineProperty(checks, "isAcknowledged", { value: () => false });
    expect(() => app.synth()).toThrow();
    const text = readFileSync(join(app.outdir, "validation-report.json"), "utf8");
    const { pluginReports } = ReportSchema.parse(JSON.parse(text));
    const found = pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
    expect(found).toEqual(expect.arrayContaining(["AwsSolutions-S1", "AwsSolutions-COG8"]));
  });

  it("refuse a policy that is not there, naming those there are", () => {
    const ended = synth("another");
    expect(ended.status).not.toBe(0);
    expect(ended.stderr).toMatch(/There are: .*dream-portraits/);
  });

  it("end strictly on what is not kept yet, told as a compiler would, without a stack trace", () => {
    const ended = synth("dream-portraits", "-c", "strict=true");
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("policies/dream-portraits.ts: promises.DP8.kept");
    expect(ended.stderr).toContain("  warning promise-not-kept: It is not kept yet");
    expect(ended.stderr).not.toMatch(/^ +at /m);
  });

  it("refuse from the construct itself what is no policy, and what is a wrong one", () => {
    const stageOf = (declaration: unknown) =>
      new LetheStage(new App(), declaration, { region: "eu-central-1", local: true, file: "policies/x.ts" });
    expect(() => stageOf({})).toThrow(PolicyRefused);
    const retention = policy.retention.filter(({ category }) => category !== "original-photo");
    expect(() => stageOf({ ...policy, retention })).toThrow("policies/x.ts: categories.original-photo");
  });

  function synth(name: string, ...more: readonly string[]) {
    return spawnSync(
      join(ROOT, "node_modules/.bin/node"),
      [
        join(ROOT, "node_modules/.bin/cdk"),
        "synth",
        "**",
        "--quiet",
        "-c",
        `policy=${name}`,
        "-c",
        "account=111111111111",
        "-o",
        folder,
        ...more,
      ],
      {
        cwd: ROOT,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}`,
          NO_COLOR: "1",
        },
      },
    );
  }
});
