import { withEachCall } from "./each-call.ts";
import type { Passage } from "./ports-through.ts";

/** A passage at one of whose calls something comes in. */
export interface Uploading extends Passage {
  readonly calls: readonly string[];
  /** Stores in which the upload was when the verifier began to look, and which it called empty. */
  readonly unseen: readonly string[];
}

/** Passes every call on, and uploads at one of them. */
export function uploading(
  at: {
    readonly atCall: number;
    readonly side: "before" | "after";
    readonly isThere: (storeId: string) => boolean;
  },
  upload: () => void,
): Uploading {
  const calls: string[] = [];
  const unseen: string[] = [];
  const call = async (name: string, method: () => unknown): Promise<unknown> => {
    const isNow = calls.push(name) - 1 === at.atCall;
    if (isNow && at.side === "before") upload();
    const lookedInto = name.endsWith(".verifier.countRemaining") ? name.split(".")[0] : undefined;
    const wasThere = lookedInto !== undefined && at.isThere(lookedInto);
    const answer = await method();
    if (wasThere && answer === 0) unseen.push(lookedInto);
    if (isNow && at.side === "after") upload();
    return answer;
  };
  return {
    calls,
    unseen,
    reaching: (name, port) => withEachCall(name, port, call),
  };
}
