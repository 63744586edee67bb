import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deployLocally } from "../../local/deploy.ts";
import { startEmulatedAws } from "../../local/emulated-aws.ts";
import { REPOSITORY } from "../../local/local-environment.ts";
import { sourceDigest } from "../../local/source-digest.ts";

const KEPT = join(REPOSITORY, ".lethe", "deployed-for-journeys");
/** All that a deployment and the embedded AWS are made from. */
const SOURCES = ["infra", "functions", "shared", "policies", "local", "cdk.json", "package-lock.json"];

/**
 * Fills an empty folder with an embedded AWS, stopped, in which a policy is deployed: a deployment takes half a minute
 * of both cores, and nothing has happened yet in what each journey begins with.
 */
export async function deployedOnce(policy: string, home: string): Promise<void> {
  // One for each that runs at once: two that begin with the same would have the same address.
  const slot = process.env.VITEST_POOL_ID ?? "0";
  const deployed = join(KEPT, sourceDigest(REPOSITORY, SOURCES), `${policy}-${slot}`);
  // A folder that was only begun has another name.
  await cp(deployed, home, { recursive: true }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await deploy(policy, deployed);
    await cp(deployed, home, { recursive: true });
  });
}

async function deploy(policy: string, deployed: string): Promise<void> {
  await removeOthers(dirname(deployed));
  const begun = `${deployed}-begun-${process.pid}`;
  await mkdir(begun, { recursive: true });
  const log = () => undefined;
  const aws = await startEmulatedAws({ home: begun, log });
  try {
    await deployLocally({ aws, home: begun, policy, log });
  } finally {
    await aws.stop();
  }
  await rename(begun, deployed).catch(async (error: NodeJS.ErrnoException) => {
    // Another journey that begins with the same was there before.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    await rm(begun, { recursive: true });
  });
}

/** What was made from other sources is of no use any more. */
async function removeOthers(current: string): Promise<void> {
  await mkdir(current, { recursive: true });
  for (const name of await readdir(KEPT)) {
    if (join(KEPT, name) !== current) await rm(join(KEPT, name), { recursive: true, force: true });
  }
}
