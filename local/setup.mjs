// Runs a script of this project with everything it needs: `node local/setup.mjs SCRIPT [arguments]`.
// Plain JavaScript for Node 20, because on a bare clone nothing else is there yet.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { requireNode } from "./setup/command.mjs";
import { ensurePackages } from "./setup/node-packages.mjs";
import { ensurePython } from "./setup/python-environment.mjs";
import { SetupFailed } from "./setup/setup-failed.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..");

try {
  const [script, ...scriptArguments] = process.argv.slice(2);
  if (!script) throw new SetupFailed("No script was named.", "Use: node local/setup.mjs SCRIPT [arguments]");
  requireNode();
  await ensurePackages(repository);
  await ensurePython(repository);
  run(script, scriptArguments);
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy}\n`);
  process.exitCode = 1;
}

/** Runs the script on the project's own Node, and ends as it ends. */
function run(script, scriptArguments) {
  const tools = join(repository, "node_modules", ".bin");
  const child = spawn(join(tools, "node"), [script, ...scriptArguments], {
    stdio: "inherit",
    env: {
      // Whatever is started from here begins in half the time when Node keeps what it compiled.
      NODE_COMPILE_CACHE: join(repository, ".lethe", "compiled"),
      ...process.env,
      PATH: [tools, process.env.PATH].join(delimiter),
    },
  });
  // A terminal sends Ctrl-C to the child as well; a second one from us would look like impatience.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.once("error", (error) => {
    process.stderr.write(`${join(tools, "node")} could not be started: ${error.message}\n`);
    process.stderr.write("Remove the folder node_modules and start again.\n");
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : code;
  });
}
