import { cpus, loadavg } from "node:os";
import { Command } from "commander";
import { seedDemo } from "../../local/demo/seed.ts";
import { openLocalMail } from "../../local/mail/local-mail.ts";
import { letterWith, write } from "../../local/measure/asked-by-mail.ts";
import { positive } from "../../local/start-options.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { type Service, startService } from "../journeys/service.ts";
import { measuredErasure } from "./measured-erasure.ts";
import { queuedMail } from "./queued-mail.ts";

/** From a mail to the letter that says that it is here. */
const ACKNOWLEDGED_SECONDS_MAX = 10;
const OBJECTS_EACH = 2;

const program = new Command("npm run bench:mail-queue --")
  .description(
    "Measures on the embedded AWS how soon mail is answered, and what queued mail costs an erasure.",
  )
  .option("--mails <n>", "how many wait beside the erasures", positive, 10_000)
  .option("--asking <n>", "how many ask one after another", positive, 10)
  .option("--erasures <n>", "how many are measured without and with mail beside them", positive, 5)
  .showHelpAfterError("(add --help for what it takes)")
  .parse();
const { mails, asking, erasures } = program.opts<{
  readonly mails: number;
  readonly asking: number;
  readonly erasures: number;
}>();
const missed: string[] = [];

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}`,
);
const service = await startService();
try {
  const wanted = { subjects: asking + 3 * erasures + 1, objects: OBJECTS_EACH };
  const people = await seedDemo({ ...service.demo, home: service.home }, wanted, () => undefined);
  await measureAnswers(service, people.slice(0, asking));
  await measureBesideMail(service, people.slice(asking));
} finally {
  await service.stop();
}
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** Through the door, the queue and the function, as any mail comes. */
async function measureAnswers(service: Service, people: readonly SubjectId[]): Promise<void> {
  const { aws, home, outputs } = service;
  const mail = await openLocalMail({ aws, home, outputs, log: () => undefined });
  try {
    const seconds: number[] = [];
    for (const person of people) {
      const startedAtMs = performance.now();
      await write({ aws, mail, person }, { subject: "Privacy Request", text: "Please delete my account." });
      await letterWith({ aws, mail, person }, "/status/");
      seconds.push((performance.now() - startedAtMs) / 1000);
    }
    const slowest = Math.max(...seconds);
    print(
      "",
      "| mails, one after another | middle s to the acknowledgement | slowest s | goal |",
      "|---|---|---|---|",
      `| ${people.length} | ${middleOf(seconds).toFixed(1)} | ${slowest.toFixed(1)} | ${ACKNOWLEDGED_SECONDS_MAX} |`,
    );
    if (slowest > ACKNOWLEDGED_SECONDS_MAX)
      missed.push(`an acknowledgement within ${ACKNOWLEDGED_SECONDS_MAX} s`);
  } finally {
    await mail.stop();
  }
}

async function measureBesideMail(service: Service, [warm, ...people]: readonly SubjectId[]): Promise<void> {
  if (warm !== undefined) await measuredErasure(service, warm);
  const alone = await secondsOf(service, people.slice(0, erasures));
  const mail = queuedMail(service);
  await mail.setTaken(false);
  await mail.queue(mails);
  const before = await mail.waiting();
  // What the queue itself costs is one thing, and what the two processors do beside an erasure another.
  const besideQueue = await secondsOf(service, people.slice(erasures, 2 * erasures));
  const held = await mail.waiting();
  await mail.setTaken(true);
  const besideWork = await secondsOf(service, people.slice(2 * erasures));
  const after = await mail.waiting();
  const row = (what: string, seconds: readonly number[]) =>
    `| ${what} | ${erasures} | ${middleOf(seconds).toFixed(2)} | ${(middleOf(seconds) / middleOf(alone)).toFixed(2)} |`;
  print(
    "",
    `${before} mails waited, ${held} after those that none was taken beside, ${after} in the end`,
    "| beside | erasures | middle s | of alone |",
    "|---|---|---|---|",
    row("nothing", alone),
    row("mail that waits", besideQueue),
    row("mail that waits and is taken in, five at a time", besideWork),
  );
  if (held < mails) missed.push("mail that waits while none is taken: it cannot be said what waiting costs");
  if (after === 0) missed.push("mail that waits until the last erasure has ended: take more of them");
}

async function secondsOf(service: Service, people: readonly SubjectId[]): Promise<readonly number[]> {
  const seconds: number[] = [];
  for (const person of people) seconds.push((await measuredErasure(service, person)).seconds);
  return seconds;
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
