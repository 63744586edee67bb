import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputOf, runOrFail } from "./command.mjs";
import { SetupFailed } from "./setup-failed.mjs";

const OLDEST_PYTHON = { major: 3, minor: 10 };
const NAMES = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
const PARTIAL = "python-partial-";

const DESCRIBE = `
import importlib.util, sys
print(sys.version_info.major, sys.version_info.minor,
      all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")))
`;

const INSTALL_PYTHON =
  "Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv; macOS: brew install python3), " +
  "or name one in the variable LETHE_PYTHON, and start again.";

/** Makes `.lethe/python` a Python with the embedded AWS in it, as requirements.txt pins it. */
export async function ensurePython(repository) {
  const folder = join(repository, ".lethe");
  const requirements = join(repository, "local", "emulator", "requirements.txt");
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (await isUsable(join(folder, "python"), wanted)) return;
  process.stderr.write("Setting up the embedded AWS in .lethe/python ...\n");
  const python = await findPython();
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  // A kill half-way leaves a folder of another name, which nobody uses.
  const partial = join(folder, `${PARTIAL}${process.pid}`);
  await runOrFail(python.command, ["-m", "venv", partial], { remedy: INSTALL_PYTHON });
  await runOrFail(
    join(partial, "bin", "python"),
    ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "-r", requirements],
    { remedy: "Check the network connection and start again; pip's own settings (mirror, proxy) apply." },
  );
  writeFileSync(join(partial, "lethe-setup"), mark(wanted, python.version));
  rmSync(join(folder, "python"), { recursive: true, force: true });
  renameSync(partial, join(folder, "python"));
}

/** Says whether the environment has these pins and still runs on the Python it was made with. */
async function isUsable(environment, wanted) {
  const file = join(environment, "lethe-setup");
  if (!existsSync(file)) return false;
  // -S skips the packages, so that this takes a few milliseconds.
  const version = await outputOf(join(environment, "bin", "python"), ["-I", "-S", "-c", DESCRIBE]);
  return version !== undefined && readFileSync(file, "utf8") === mark(wanted, versionIn(version));
}

function mark(requirementsDigest, version) {
  return `${requirementsDigest} ${version}\n`;
}

/** Returns the first Python that is new enough and can make a virtual environment. */
async function findPython() {
  const chosen = process.env.LETHE_PYTHON;
  const found = [];
  for (const command of chosen ? [chosen] : NAMES) {
    const description = await outputOf(command, ["-I", "-c", DESCRIBE]);
    if (description === undefined) continue;
    const [major, minor, complete] = description.split(" ");
    const newEnough = Number(major) === OLDEST_PYTHON.major && Number(minor) >= OLDEST_PYTHON.minor;
    if (newEnough && complete === "True") return { command, version: versionIn(description) };
    found.push({ command, version: versionIn(description), newEnough });
  }
  throw noPython(chosen, found);
}

function versionIn(description) {
  return description.split(" ").slice(0, 2).join(".");
}

/** Says what is missing: Python, a newer one, or the part of it that makes virtual environments. */
function noPython(chosen, found) {
  const incomplete = found.find(({ newEnough }) => newEnough);
  if (incomplete) {
    return new SetupFailed(
      `${incomplete.command} (Python ${incomplete.version}) lacks the modules venv and ensurepip.`,
      "Install them (Debian, Ubuntu: sudo apt-get install python3-venv; macOS: brew install python3) and start again.",
    );
  }
  const oldest = `${OLDEST_PYTHON.major}.${OLDEST_PYTHON.minor}`;
  const [old] = found;
  if (old) {
    return new SetupFailed(
      `${old.command} is Python ${old.version}: the embedded AWS needs ${oldest} or a newer Python 3.`,
      INSTALL_PYTHON,
    );
  }
  const where = chosen ? `LETHE_PYTHON names ${chosen}, which does not run as Python` : "No Python was found";
  return new SetupFailed(`${where}: the embedded AWS needs Python ${oldest} or newer.`, INSTALL_PYTHON);
}

/** Removes what earlier setups left that were killed; one that still works keeps its folder. */
function removeLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(PARTIAL) || isAlive(Number(name.slice(PARTIAL.length)))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process, or not one of ours.
    return false;
  }
}
