import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** One stack as it was synthesised. */
export interface SynthesisedStack {
  /** Name in CloudFormation. */
  readonly name: string;
  /** What the CDK command calls it, e.g. `eu-central-1/storage`. */
  readonly path: string;
  readonly region: string;
  readonly template: Template;
  /** Changes with the template and with the content of every asset. */
  readonly digest: string;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The part of a CloudFormation template that is looked at here. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      displayName: z.string().optional(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          stackName: z.string().optional(),
          templateFile: z.string().optional(),
          directoryName: z.string().optional(),
          file: z.string().optional(),
        })
        .default({}),
    }),
  ),
});

type Artifacts = z.infer<typeof manifestSchema>["artifacts"];

/**
 * Returns every stack of a cloud assembly, those of nested assemblies (one for each CDK Stage) included,
 * each after the stacks that it depends on.
 *
 * @param folder an output folder of `cdk synth`.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies
 */
export function stacksOf(folder: string): readonly SynthesisedStack[] {
  const { artifacts } = manifestSchema.parse(json(folder, "manifest.json"));
  return inOrder(artifacts).flatMap((id) => {
    const artifact = artifacts[id];
    if (artifact?.type === "cdk:cloud-assembly") {
      return stacksOf(join(folder, artifact.properties.directoryName ?? ""));
    }
    return artifact?.type === "aws:cloudformation:stack" ? [synthesisedStack(folder, id, artifact)] : [];
  });
}

function synthesisedStack(folder: string, id: string, artifact: Artifacts[string]): SynthesisedStack {
  const file = artifact.properties.templateFile ?? "";
  const hash = createHash("sha256").update(readFileSync(join(folder, file)));
  // Asset lists name every asset by the hash of its content.
  for (const assets of artifact.dependencies) {
    const list = readAssetList(folder, assets);
    if (list) hash.update(list);
  }
  return {
    name: artifact.properties.stackName ?? id,
    path: artifact.displayName ?? id,
    // aws://ACCOUNT/REGION
    region: artifact.environment?.split("/").at(-1) ?? "",
    template: templateSchema.parse(json(folder, file)),
    digest: hash.digest("hex"),
  };
}

function readAssetList(folder: string, artifactId: string): Buffer | undefined {
  const { artifacts } = manifestSchema.parse(json(folder, "manifest.json"));
  const artifact = artifacts[artifactId];
  if (artifact?.type !== "cdk:asset-manifest" || artifact.properties.file === undefined) return undefined;
  return readFileSync(join(folder, artifact.properties.file));
}

/** Puts each artifact after its dependencies; a synthesised app has no circles. */
function inOrder(artifacts: Artifacts): readonly string[] {
  const ordered = new Set<string>();
  const place = (id: string) => {
    if (ordered.has(id)) return;
    for (const dependency of artifacts[id]?.dependencies ?? []) place(dependency);
    ordered.add(id);
  };
  for (const id of Object.keys(artifacts)) place(id);
  return [...ordered];
}

function json(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}
