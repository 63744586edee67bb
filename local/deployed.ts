import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const deployedSchema = z.object({
  /** What the last synth was made from. */
  synthesised: z
    .object({
      policy: z.string(),
      sources: z.string(),
      time: z.string().optional(),
      /** Links to the pages begin with it. */
      endpoint: z.string().optional(),
    })
    .optional(),
  /** Digest of each stack as it was deployed and read back, by its name. */
  stacks: z.record(z.string(), z.string()),
});

/** What was synthesised and deployed last. */
export type Deployed = z.infer<typeof deployedSchema>;

/** Outputs by stack and key. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const DEPLOYED_FILE = "deployed.json";
const OUTPUTS_FILE = "outputs.json";

/** Returns what `deployed.json` records, nothing if it is not there or of another version of this program. */
export function recordedDeployment(home: string): Deployed {
  const file = join(home, DEPLOYED_FILE);
  if (!existsSync(file)) return { stacks: {} };
  const parsed = deployedSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : { stacks: {} };
}

/** Writes `deployed.json` as a whole. */
export function recordDeployment(home: string, deployed: Deployed): void {
  replaceFile(join(home, DEPLOYED_FILE), deployed);
}

/** Writes `outputs.json` as a whole. */
export function recordOutputs(home: string, outputs: Outputs): void {
  replaceFile(join(home, OUTPUTS_FILE), outputs);
}

/** A reader sees the old file or the new one, never half of one. */
function replaceFile(file: string, content: unknown): void {
  writeFileSync(`${file}.partial`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.partial`, file);
}
