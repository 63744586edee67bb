import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A process of a function that the embedded AWS runs. */
interface FunctionProcess {
  readonly pid: number;
  readonly functionName: string;
}

/** Returns the processes of functions that this embedded AWS runs now, busy or idle. */
export async function functionProcesses(emulatorPid: number): Promise<readonly FunctionProcess[]> {
  // With `e`, ps adds the environment, in which every function finds its own name.
  const { stdout } = await promisify(execFile)("ps", ["axeww", "-o", "pid=,ppid=,command="], {
    maxBuffer: 50_000_000,
  });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s/.exec(line) ?? [];
    const [, functionName] = / AWS_LAMBDA_FUNCTION_NAME=(\S+)/.exec(line) ?? [];
    return functionName && Number(parent) === emulatorPid ? [{ pid: Number(pid), functionName }] : [];
  });
}

/** Kills a process as a machine that fails would; one that has ended already is as good. */
export function kill({ pid }: FunctionProcess): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
