import { cpus, loadavg } from "node:os";
import { mailReader } from "../../shared/adapters/mail/read-mail.ts";
import { CORPUS_MISSING, corpusOf } from "../adapters/mail/corpus.ts";
import { mailWith } from "../adapters/mail/mails.ts";

/** The longest that one real mail may take, and the most memory that reading them all one after another may need. */
const MAIL_MS_MAX = 2000;
const PEAK_MEBIBYTES_MAX = 256;

const corpus = corpusOf(process.env);
const reader = mailReader();
const missed: string[] = [];

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}\n`,
  "| mail | p50 ms | slowest ms | processor s | peak MiB so far |",
  "|---|---|---|---|---|",
);
if (corpus) checkGoals(await measure(`${corpus.length} real mails`, corpus));
else print(CORPUS_MISSING);
await measure("10 MiB of text in one line", [{ raw: () => mailWith({}, "a".repeat(10 * 2 ** 20 - 1000)) }]);
await measure("10 MiB of an attachment", [{ raw: attachment }]);
await measure("as many lines as are read", [{ raw: () => mailWith({}, "\n".repeat(149_900)) }]);
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

interface Measured {
  readonly slowestMs: number;
  readonly peakMebibytes: number;
}

function checkGoals({ slowestMs, peakMebibytes }: Measured): void {
  if (slowestMs > MAIL_MS_MAX) missed.push(`at most ${MAIL_MS_MAX} ms for a real mail`);
  if (peakMebibytes > PEAK_MEBIBYTES_MAX) missed.push(`at most ${PEAK_MEBIBYTES_MAX} MiB for real mails`);
}

async function measure(what: string, mails: readonly { raw(): Uint8Array }[]): Promise<Measured> {
  const times: number[] = [];
  const began = process.cpuUsage();
  for (const { raw } of mails) {
    const bytes = raw();
    const startedAtMs = performance.now();
    await reader.read(bytes);
    times.push(performance.now() - startedAtMs);
  }
  const { user, system } = process.cpuUsage(began);
  times.sort((left, right) => left - right);
  const [middle = 0, slowestMs = 0] = [times[Math.floor(times.length / 2)], times.at(-1)];
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  const processor = ((user + system) / 1e6).toFixed(2);
  print(
    `| ${what} | ${middle.toFixed(1)} | ${slowestMs.toFixed(0)} | ${processor} | ${peakMebibytes.toFixed(0)} |`,
  );
  return { slowestMs, peakMebibytes };
}

function attachment(): Uint8Array {
  const fields = { "Content-Type": "application/zip", "Content-Transfer-Encoding": "base64" };
  return mailWith(fields, `${"A".repeat(76)}\n`.repeat(130_000));
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
