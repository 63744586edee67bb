import { expect, it } from "vitest";
import { ProcessKilled } from "../world/mortal-process.ts";
import { mortalProcesses } from "./mortal-ports.ts";
import { seededRandom } from "./seeded-random.ts";

it("lets nothing of a dead process come any more, and the next one live", async () => {
  let deaths = 0;
  const processes = mortalProcesses(seededRandom(1), 0.5, () => {
    deaths += 1;
  });
  const port = processes.reaching({ told: 0, tell: async () => "told" });
  const untilDead = async (): Promise<void> => {
    while (true) await port.tell();
  };
  await expect(untilDead()).rejects.toThrow(ProcessKilled);
  // Refused as a port of AWS refuses: what was called just before is waited for all the same.
  const refused = Array.from({ length: 20 }, () => port.tell());
  for (const one of refused) await expect(one).rejects.toThrow(ProcessKilled);
  expect(deaths).toBe(1);
  processes.startNext();
  await expect(untilDead()).rejects.toThrow(ProcessKilled);
  expect({ deaths, told: port.told }).toEqual({ deaths: 2, told: 0 });
});

it("dies before what is called has happened, and after it", async () => {
  const ends = new Set<string>();
  const processes = mortalProcesses(seededRandom(1), 1, () => undefined);
  let told = 0;
  const port = processes.reaching({
    tell: async () => {
      told += 1;
    },
  });
  const tell = async (): Promise<void> => port.tell();
  for (let call = 0; call < 50; call += 1) {
    told = 0;
    processes.startNext();
    const isAlive = await tell().then(
      () => true,
      () => false,
    );
    ends.add(`${isAlive ? "alive" : "dead"}, told ${told}`);
  }
  expect(ends).toEqual(new Set(["alive, told 1", "dead, told 0", "dead, told 1"]));
});
