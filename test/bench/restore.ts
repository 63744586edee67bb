import { availableParallelism } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import { restoresMeasured } from "./restored.ts";

const OptionsSchema = z.object({
  restores: z.coerce.number().int().positive(),
  things: z.coerce.number().int().positive(),
  seed: z.coerce.number().int().nonnegative(),
});

/** Restores a store in memory many times: so many things of the erased, as many that have ended, and some that live. */
const command = new Command("bench:restore")
  .option("--restores <count>", "how many restores", "100")
  .option("--things <count>", "how many of the erased, and how many that have ended", "10000")
  .option("--seed <number>", "of every random choice", "1");
const { restores, things, seed } = OptionsSchema.parse(command.parse().opts());
const measured = await restoresMeasured({ erased: things, expired: things, living: 1000, restores, seed });
process.stdout.write(
  `${JSON.stringify({ restores, things, seed, cores: availableParallelism(), ...measured }, null, 2)}\n`,
);
process.exitCode = measured.readable === 0 && measured.missing === 0 ? 0 : 1;
