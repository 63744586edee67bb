import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const ReportSchema = z.strictObject({
  mails: z.number(),
  requests: z.number(),
  letters: z.number(),
  middleMs: z.number(),
  slowestMs: z.number(),
  processorSeconds: z.number(),
  peakMebibytes: z.number(),
});

/** What it took to take all real mails in, one after another, and what came of them. */
export type RealMailTaken = z.infer<typeof ReportSchema>;

/** Without it V8 lets garbage pile up on a machine with room for it, which says nothing about what is needed. */
const HEAP_MEBIBYTES = 128;
const PASS_MS_MAX = 5 * 60_000;

/** Takes the mails of `MAIL_CORPUS` in, in a process of its own, as if every verdict about each of them had been this. */
export async function realMailTaken(verdict: "pass" | "fail"): Promise<RealMailTaken> {
  const pass = join(import.meta.dirname, "real-mail-pass.ts");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEBIBYTES}`, pass, verdict],
    { timeout: PASS_MS_MAX },
  );
  return ReportSchema.parse(JSON.parse(stdout));
}
