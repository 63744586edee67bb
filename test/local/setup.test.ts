import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REPOSITORY } from "../../local/local-environment.ts";
import { writeProgram } from "./programs.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

/** The setup is plain JavaScript, so its shapes are written down here. */
const { requireNode }: { requireNode(version?: string): void } = await setupModule("command.mjs");
const { ensurePython }: { ensurePython(repository: string): Promise<void> } =
  await setupModule("python-environment.mjs");
const { SetupFailed }: { SetupFailed: new () => Error } = await setupModule("setup-failed.mjs");

/** Does what the setup asks of a Python 3.12, without a network. */
const GOOD_PYTHON = [
  'case "$2" in',
  '  venv) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;',
  "  pip) exit 0 ;;",
  "  *) echo 3 12 True ;;",
  "esac",
];

describe("the setup", () => {
  let folder: TemporaryFolder;
  let repository: string;
  let said: string[];

  beforeEach(() => {
    folder = temporaryFolder();
    repository = join(folder.path, "repository");
    mkdirSync(join(repository, "local/emulator"), { recursive: true });
    mkdirSync(join(folder.path, "bin"));
    writeFileSync(join(repository, "local/emulator/requirements.txt"), "ministack==1.5.33\n");
    said = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    folder.remove();
  });

  const command = (name: string, ...lines: readonly string[]) =>
    writeProgram(join(folder.path, "bin", name), ...lines);
  /** The only commands there are; those of the machine are out of sight. */
  const onlyOwnCommands = () => {
    vi.stubEnv("PATH", join(folder.path, "bin"));
    vi.stubEnv("LETHE_PYTHON", undefined);
  };
  const madeFolders = () => readdirSync(join(repository, ".lethe")).toSorted();

  it("accepts the oldest Node that can start the rest, and refuses the one before with what to do", () => {
    for (const version of ["20.0.0", "24.21.0", "100.0.0"]) expect(() => requireNode(version)).not.toThrow();
    for (const version of ["19.9.0", "8.17.0"]) {
      const refused = caught(() => requireNode(version));
      expect(refused).toBeInstanceOf(SetupFailed);
      expect(refused).toMatchObject({
        message: `Node ${version} is too old: setting up needs Node 20 or newer.`,
        remedy: expect.stringContaining("https://nodejs.org/en/download"),
      });
    }
  });

  it("says how to install Python where there is none", async () => {
    onlyOwnCommands();
    await expect(ensurePython(repository)).rejects.toMatchObject({
      name: "SetupFailed",
      message: "No Python was found: the embedded AWS needs Python 3.10 or newer.",
      remedy: expect.stringContaining("sudo apt-get install python3 python3-venv"),
    });
    expect(existsSync(join(repository, ".lethe"))).toBe(false);
  });

  it("says that the Python which was named is none", async () => {
    vi.stubEnv("LETHE_PYTHON", join(folder.path, "nothing"));
    await expect(ensurePython(repository)).rejects.toMatchObject({
      message: expect.stringContaining(
        `LETHE_PYTHON names ${join(folder.path, "nothing")}, which does not run as Python`,
      ),
      remedy: expect.stringContaining("LETHE_PYTHON"),
    });
  });

  it.each(["3 9 True", "2 7 False"])("refuses a Python that is not new enough: %s", async (is) => {
    onlyOwnCommands();
    command("python3", `echo ${is}`);
    const [major, minor] = is.split(" ");
    await expect(ensurePython(repository)).rejects.toMatchObject({
      message: `python3 is Python ${major}.${minor}: the embedded AWS needs 3.10 or a newer Python 3.`,
      remedy: expect.stringContaining("brew install python3"),
    });
  });

  it("refuses a Python 4, which nobody has tried", async () => {
    onlyOwnCommands();
    command("python3", "echo 4 12 True");
    await expect(ensurePython(repository)).rejects.toThrow("python3 is Python 4.12");
  });

  it("refuses a Python that cannot make environments, and names the package that adds it", async () => {
    onlyOwnCommands();
    command("python3", "echo 3 12 False");
    await expect(ensurePython(repository)).rejects.toMatchObject({
      message: "python3 (Python 3.12) lacks the modules venv and ensurepip.",
      remedy: expect.stringContaining("sudo apt-get install python3-venv"),
    });
  });

  it("looks on when the first Python is too old", async () => {
    vi.stubEnv("PATH", `${join(folder.path, "bin")}:/usr/bin:/bin`);
    vi.stubEnv("LETHE_PYTHON", undefined);
    command("python3", "echo 3 9 True");
    command("python", ...GOOD_PYTHON);
    await ensurePython(repository);
    expect(madeFolders()).toEqual(["python"]);
  });

  it("makes the environment once, and again when the pins change", async () => {
    vi.stubEnv("LETHE_PYTHON", command("python3", ...GOOD_PYTHON));
    await ensurePython(repository);
    expect(said).toEqual(["Setting up the embedded AWS in .lethe/python ...\n"]);

    await ensurePython(repository);
    expect(said).toHaveLength(1);

    writeFileSync(join(repository, "local/emulator/requirements.txt"), "ministack==1.5.34\n");
    await ensurePython(repository);
    expect(said).toHaveLength(2);
    expect(madeFolders()).toEqual(["python"]);
  });

  it("makes the environment again when its Python is another one or is gone", async () => {
    vi.stubEnv("LETHE_PYTHON", command("python3", ...GOOD_PYTHON));
    await ensurePython(repository);
    for (const now of ["echo 3 13 True", "exit 127"]) {
      said = [];
      writeProgram(join(repository, ".lethe/python/bin/python"), now);
      await ensurePython(repository);
      expect(said, now).toHaveLength(1);
    }
  });

  it("leaves no environment that is not complete", async () => {
    const fails = GOOD_PYTHON.map((line) => line.replace("pip) exit 0", "pip) exit 1"));
    vi.stubEnv("LETHE_PYTHON", command("python3", ...fails));
    await expect(ensurePython(repository)).rejects.toMatchObject({
      name: "SetupFailed",
      message: expect.stringMatching(/-m pip install .* failed: it ended with exit code 1\.$/),
      remedy: expect.stringContaining("network connection"),
    });
    expect(existsSync(join(repository, ".lethe/python"))).toBe(false);
  });

  it("removes what killed setups left, and keeps the folder of one that still works", async () => {
    const killed = `python-partial-${endedProcess()}`;
    const working = `python-partial-${process.ppid}`;
    for (const name of [killed, working]) mkdirSync(join(repository, ".lethe", name), { recursive: true });
    vi.stubEnv("LETHE_PYTHON", command("python3", ...GOOD_PYTHON));

    await ensurePython(repository);

    expect(madeFolders()).toEqual(["python", working].toSorted());
  });
});

function setupModule(name: string) {
  return import(/* @vite-ignore */ pathToFileURL(join(REPOSITORY, "local/setup", name)).href);
}

function caught(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Returns the id of a process that is over. */
function endedProcess(): number {
  return spawnSync("true").pid;
}
