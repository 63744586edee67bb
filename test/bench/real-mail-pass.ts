import { corpusOf } from "../adapters/mail/corpus.ts";
import { takeRealMail } from "../operations/mail/take-real-mail.ts";

// A process of its own: what taking real mail in needs is told apart from what was measured before.
const corpus = corpusOf(process.env) ?? [];
const began = process.cpuUsage();
const { world, taken } = await takeRealMail(corpus, process.argv[2] === "pass" ? "pass" : "fail");
const { user, system } = process.cpuUsage(began);
const sorted = taken.map(({ ms }) => ms).toSorted((left, right) => left - right);
const report = {
  mails: taken.length,
  requests: (await world.rights.list(taken.length)).length,
  letters: world.letters.sent.length,
  middleMs: sorted[sorted.length >> 1] ?? 0,
  slowestMs: sorted.at(-1) ?? 0,
  processorSeconds: (user + system) / 1e6,
  peakMebibytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
