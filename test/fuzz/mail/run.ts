import { parseArgs } from "node:util";
import { z } from "zod";
import { fuzzMail } from "./fuzz-mail.ts";

const { values } = parseArgs({
  options: { mails: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
// npm run fuzz:mail -- --mails N --seed N
const { mails, seed } = z
  .object({ mails: z.coerce.number().int().positive(), seed: z.coerce.number().int() })
  .parse(values);
const began = process.cpuUsage();
const { mailboxes, doubtful, unread, slowestMs, faults } = await fuzzMail(mails, seed);
const { user, system } = process.cpuUsage(began);
print(
  `${mails} mails, seed ${seed}: ${mailboxes} of one mailbox, ${doubtful} doubtful, ${unread} unreadable`,
  `${((user + system) / 1e6).toFixed(0)} s of processor, slowest ${slowestMs.toFixed(0)} ms, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`,
  `${faults.length} faults`,
  ...faults,
);
process.exitCode = faults.length > 0 ? 1 : 0;

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
