import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Says whether a process works; one that ended, but that nobody asked about yet, does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    // No such process.
    return false;
  }
  // After the name, which is in parentheses, comes the state.
  return !/\) Z /.test(readOrEmpty(`/proc/${pid}/stat`));
}

/** Returns the ids of all processes with this text in their command line, or, where it can be read, their environment. */
export function processesNaming(text: string): readonly number[] {
  if (existsSync("/proc/self/cmdline")) {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) =>
        `${readOrEmpty(`/proc/${pid}/cmdline`)}${readOrEmpty(`/proc/${pid}/environ`)}`.includes(text),
      )
      .map(Number)
      .filter(isRunning);
  }
  return execFileSync("ps", ["-ww", "-A", "-o", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10));
}

/** Ends processes by their ids; one that has ended since is no matter. */
export function endAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It is not there any more.
    }
  }
}

/** A process may end while it is looked at, and that of another user cannot be read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
