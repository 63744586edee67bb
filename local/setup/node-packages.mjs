import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { outputOf, runOrFail } from "./command.mjs";
import { SetupFailed } from "./setup-failed.mjs";

const OLDEST_NPM = 9;

// "npm ci" would insist on the optional binaries of every other platform, which a mirror may not carry.
// The flags undo settings that a surrounding "npm --silent" or NODE_ENV=production passes on.
const INSTALL = [
  "install",
  "--no-save",
  "--no-audit",
  "--no-fund",
  "--prefer-offline",
  "--include=dev",
  "--loglevel=error",
];

/** Makes node_modules hold what package-lock.json says, and `npx lethe` work. */
export async function ensurePackages(repository) {
  const modules = join(repository, "node_modules");
  const mark = join(modules, ".lethe-setup");
  const wanted = packagesDigest(repository);
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
    process.stderr.write("Installing the packages of package-lock.json ...\n");
    await requireNpm();
    rmSync(mark, { force: true });
    await runOrFail("npm", INSTALL, {
      cwd: repository,
      remedy: "Check the network connection, or remove the folder node_modules, and start again.",
    });
    requireOwnNode(modules);
    writeFileSync(mark, wanted);
  }
  linkOwnCommand(modules);
}

/** Says which packages these are, for which kind of machine. */
function packagesDigest(repository) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["package-lock.json", "package.json"]) hash.update(readFileSync(join(repository, file)));
  return hash.digest("hex");
}

async function requireNpm() {
  const version = await outputOf("npm", ["--version"]);
  if (version !== undefined && Number.parseInt(version, 10) >= OLDEST_NPM) return;
  throw new SetupFailed(
    version === undefined
      ? "The command npm was not found."
      : `npm ${version} is too old: ${OLDEST_NPM} or newer is needed.`,
    "Install a current Node, which brings npm, from https://nodejs.org/en/download and start again.",
  );
}

/** The package "node" fetches its program in an install script, which npm can be told to skip. */
function requireOwnNode(modules) {
  if (existsSync(join(modules, ".bin", "node"))) return;
  throw new SetupFailed(
    "npm installed the packages, but not the Node that this project runs on.",
    "Allow install scripts (npm config set ignore-scripts false), remove the folder node_modules and start again.",
  );
}

/** npm links the commands of dependencies, but not the one of the project itself. */
function linkOwnCommand(modules) {
  const link = join(modules, ".bin", "lethe");
  const target = "../../cli/lethe.mjs";
  if (linkTarget(link) === target) return;
  mkdirSync(join(modules, ".bin"), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

function linkTarget(link) {
  try {
    return readlinkSync(link);
  } catch {
    // No link yet, or a file in its place.
    return undefined;
  }
}
