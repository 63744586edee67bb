import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import { type FunctionName, functionRows } from "./functions.ts";

const ROOT = join(import.meta.dirname, "..");

/** Where each function's code was bundled to, and which sources went into it. */
export interface Bundles {
  folderOf(name: FunctionName): string;
  bytesOf(name: FunctionName): number;
  /** Paths from the root, of the sources of which something was kept. */
  sourcesOf(name: FunctionName): readonly string[];
}

let made: Bundles | undefined;

/**
 * Returns one bundle for each function, made once a process in a folder that goes with it.
 *
 * The same sources give the same bytes, so that code which has not changed is not deployed again. What the Lambda
 * runtime brings is left out: https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export function bundles(): Bundles {
  made ??= bundle();
  return made;
}

function bundle(): Bundles {
  const folder = mkdtempSync(join(tmpdir(), "lethe-bundles-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(
      functionRows().flatMap(([name, { entry, threads = [] }]) => [
        [`${name}/index`, entry],
        ...threads.map((thread) => [`${name}/${basename(thread, ".ts")}`, thread]),
      ]),
    ),
    // What a file asks of where it lies, a bundle is told of where that lies.
    define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    external: ["@aws-sdk/*", "@smithy/*"],
    // Step Functions matches on the names of errors, and log lines carry the names of functions.
    keepNames: true,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  const outputsOf = (name: FunctionName) => {
    const found = Object.entries(metafile.outputs).filter(([path]) => path.includes(`/${name}/`));
    if (found.length === 0)
      throw new Error(`esbuild made no bundle for ${name}: check its entry in infra/functions.ts.`);
    return found.map(([, output]) => output);
  };
  return {
    folderOf: (name) => join(folder, name),
    bytesOf: (name) => outputsOf(name).reduce((sum, { bytes }) => sum + bytes, 0),
    sourcesOf: (name) =>
      outputsOf(name)
        .flatMap(({ inputs }) => Object.entries(inputs))
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
  };
}
