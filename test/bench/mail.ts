import { cpus, loadavg } from "node:os";
import { boundedMailReader } from "../../shared/adapters/mail/bounded-mail-reader.ts";
import { mailReader } from "../../shared/adapters/mail/read-mail.ts";
import type { MailReader } from "../../shared/operations/ports.ts";
import { CORPUS_MISSING, corpusOf } from "../adapters/mail/corpus.ts";
import { mailWith } from "../adapters/mail/mails.ts";
import { answerPairs } from "./account-pairs.ts";
import { realMailTaken } from "./real-mail.ts";

/** The longest that one real mail may take, and the most memory that reading them all one after another may need. */
const MAIL_MS_MAX = 2000;
const PEAK_MEBIBYTES_MAX = 256;
const PAIRS = 1000;
/** Three standard deviations of a coin that is thrown so often: beyond it is no chance, 3 times in 1,000. */
const CHANCE = 3 * Math.sqrt(PAIRS / 4);

const corpus = corpusOf(process.env);
const reader = mailReader();
const missed: string[] = [];

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}\n`,
  "| mail | middle ms | slowest ms | processor s | peak MiB so far | requests | letters |",
  "|---|---|---|---|---|---|---|",
);
if (corpus) {
  await checkTaken("pass");
  await checkTaken("fail");
  await measure(`${corpus.length} real mails, read alone`, corpus);
  await measure(`${corpus.length} real mails, read in a thread`, corpus, boundedMailReader());
} else print(CORPUS_MISSING);
await measure("10 MiB of text in one line", [{ raw: () => mailWith({}, "a".repeat(10 * 2 ** 20 - 1000)) }]);
await measure("10 MiB of an attachment", [{ raw: attachment }]);
await measure("as many lines as are read", [{ raw: () => mailWith({}, "\n".repeat(149_900)) }]);
await checkPairs();
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** The whole of what is done with a mail, as if the server had said this of each. */
async function checkTaken(verdict: "pass" | "fail"): Promise<void> {
  const taken = await realMailTaken(verdict);
  const { mails, middleMs, slowestMs, processorSeconds, peakMebibytes, requests, letters } = taken;
  printRow(`${mails} real mails taken in, every verdict ${verdict}`, [
    ...[middleMs.toFixed(1), slowestMs.toFixed(0), processorSeconds.toFixed(2), peakMebibytes.toFixed(0)],
    ...[requests, letters],
  ]);
  if (slowestMs > MAIL_MS_MAX) missed.push(`at most ${MAIL_MS_MAX} ms for a real mail`);
  if (peakMebibytes > PEAK_MEBIBYTES_MAX) missed.push(`at most ${PEAK_MEBIBYTES_MAX} MiB for real mails`);
  if (requests > 0) missed.push(`${requests} requests were begun by mail that asks for nothing`);
  if (letters > 0) missed.push(`${letters} letters to mail that asks for nothing`);
}

async function checkPairs(): Promise<void> {
  const { otherWords, otherLength, otherCalls, slowerToLetter, slowerToEnd } = await answerPairs(PAIRS);
  print(
    "",
    `| pairs of mails | other words | other length | other calls | slower for an account | to the end, where it is told |`,
    "|---|---|---|---|---|---|",
    `| ${PAIRS} | ${otherWords} | ${otherLength} | ${otherCalls} | ${slowerToLetter} | ${slowerToEnd} |`,
  );
  if (otherWords + otherLength + otherCalls > 0) missed.push("an account is answered in other words");
  if (Math.abs(slowerToLetter - PAIRS / 2) > CHANCE)
    missed.push(`${PAIRS / 2} of ${PAIRS} slower, give or take ${CHANCE.toFixed(0)}`);
  // If even that were not seen, the count before it would show nothing.
  if (slowerToEnd - PAIRS / 2 <= CHANCE) missed.push("a difference that is there was not seen");
}

async function measure(
  what: string,
  mails: readonly { raw(): Uint8Array }[],
  by: MailReader = reader,
): Promise<void> {
  const times: number[] = [];
  const began = process.cpuUsage();
  for (const { raw } of mails) {
    const bytes = raw();
    const startedAtMs = performance.now();
    await by.read(bytes);
    times.push(performance.now() - startedAtMs);
  }
  const { user, system } = process.cpuUsage(began);
  times.sort((left, right) => left - right);
  const [middle = 0, slowestMs = 0] = [times[times.length >> 1], times.at(-1)];
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  const processor = ((user + system) / 1e6).toFixed(2);
  printRow(what, [middle.toFixed(1), slowestMs.toFixed(0), processor, peakMebibytes.toFixed(0), "", ""]);
}

function printRow(what: string, columns: readonly (string | number)[]): void {
  print(`| ${[what, ...columns].join(" | ")} |`);
}

function attachment(): Uint8Array {
  const fields = { "Content-Type": "application/zip", "Content-Transfer-Encoding": "base64" };
  return mailWith(fields, `${"A".repeat(76)}\n`.repeat(130_000));
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
