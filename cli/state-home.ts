import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const REPOSITORY = join(import.meta.dirname, "..");

/** Returns the folder of the embedded AWS's state: `LETHE_HOME`, else `.lethe/local` beside the sources. */
export function localHome(environment: Readonly<Record<string, string | undefined>>): string {
  // An empty variable names no folder; taken as one it would be the current folder.
  return resolve(environment.LETHE_HOME || join(REPOSITORY, ".lethe/local"));
}

/** Returns the folder of what a deployment on AWS left here: its public keys and fetched certificates. */
export function awsHome(service: string): string {
  return join(REPOSITORY, ".lethe/aws", service);
}

/** Returns the texts of the public keys that were kept below these folders. */
export function keptKeys(homes: readonly string[]): readonly string[] {
  return homes.flatMap((home) => {
    const folder = join(home, "keys");
    return filesOf(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  });
}

/** Writes a certificate to a file and returns its path. */
export function keepCertificate(home: string, name: string, certificate: string): string {
  const folder = join(home, "certificates");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, certificate);
  return file;
}

/** Returns every folder in which deployments leave public keys. */
export function allHomes(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const onAws = join(REPOSITORY, ".lethe/aws");
  return [localHome(environment), ...filesOf(onAws).map((service) => join(onAws, service))];
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
