import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Returns a digest of everything below these paths: names and contents, in an order that does not depend on
 * the file system. A path that is not there counts as absent, not as an error.
 *
 * @param root folder that the paths, and the names in the digest, are relative to.
 */
export function sourceDigest(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.toSorted()) {
    for (const file of filesBelow(join(root, path))) {
      const content = readFileSync(file);
      // The length keeps two files from reading as one.
      hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

function filesBelow(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}
