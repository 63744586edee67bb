#!/usr/bin/env node
// Runs the command with the project's own Node, whichever one started this file.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const node = join(root, "node_modules", ".bin", "node");

if (!existsSync(node)) {
  console.error("Lethe is not set up here: run `npm start` (or `npm install`) in its folder first.");
  process.exit(1);
}
const child = spawn(
  node,
  [
    "--disable-warning=ExperimentalWarning",
    // A policy may lie in a folder that says nothing of modules.
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
    join(root, "cli", "main.ts"),
    ...process.argv.slice(2),
  ],
  {
    stdio: "inherit",
    // A command begins in half the time when Node keeps what it compiled.
    env: { NODE_COMPILE_CACHE: join(root, ".lethe", "compiled"), ...process.env },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
