import { cpus, loadavg } from "node:os";
import { Command } from "commander";
import { positive } from "../../local/start-options.ts";
import { dynamodbTokens } from "../../shared/adapters/rights/dynamodb-tokens.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { newKeyedTable } from "../keyed-table.ts";
import { inMemoryDocuments } from "../world/dynamodb/in-memory-documents.ts";
import { confirmTwice } from "./confirmed-once.ts";

const TABLE = "rights";
const TOLD_EVERY = 1_000;

const { rounds, inProcess } = new Command("npm run bench:confirm --")
  .description("Uses one-time links twice at the same moment: exactly one use of each may win.")
  .option("--rounds <n>", "how many links", positive, 10_000)
  .option("--in-process", "in a table in memory, not on the embedded AWS", false)
  .showHelpAfterError("(add --help for what it takes)")
  .parse()
  .opts<{ readonly rounds: number; readonly inProcess: boolean }>();

const aws = inProcess ? undefined : await startBareEmbeddedAws();
try {
  const tokens = aws
    ? dynamodbTokens(...(await newKeyedTable(aws, TABLE)))
    : dynamodbTokens(inMemoryDocuments().documents, TABLE);
  const { none, one, several, seconds } = await confirmTwice(tokens, rounds, (done) => {
    if (done % TOLD_EVERY === 0) process.stderr.write(`${done} of ${rounds} links\n`);
  });
  const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`;
  print(
    `${new Date().toISOString().slice(0, 10)}, ${machine}, ${aws ? "embedded AWS" : "a table in memory"}`,
    "",
    "| links | one use won | none won | both won | s |",
    "|---|---|---|---|---|",
    `| ${rounds} | ${one} | ${none} | ${several} | ${seconds.toFixed(1)} |`,
  );
  if (one !== rounds) print(`MISSED: ${rounds - one} links did not work exactly once`);
  process.exitCode = one === rounds ? 0 : 1;
} finally {
  await aws?.stop();
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
