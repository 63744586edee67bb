import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DNSResolver } from "mailauth";
import { z } from "zod";

/** Answers by name and type; a `*` in a name stands for one label or more. */
const ZoneSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** Stands for the public key that was made for this run. */
const DEMO_KEY = "{demo key}";

/** There is no such name, or it has nothing of this type; named as Node names it. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly code = "ENODATA";
}

/**
 * Returns what answers questions about sender domains from `dns.json`, and asks nobody.
 *
 * @param demoKey public key of the demo senders, as it stands in a DKIM record.
 */
export function zoneResolver(demoKey: string, file = join(import.meta.dirname, "dns.json")): DNSResolver {
  const zone = ZoneSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return async (name, type) => {
    const answers = (zone[name.toLowerCase()] ?? wildcardOf(zone, name.toLowerCase()))?.[type] ?? [];
    if (answers.length === 0) throw new NoAnswer(`The zone of this machine has no ${type} of that name.`);
    const texts = answers.map((answer) => answer.replace(DEMO_KEY, demoKey));
    return type === "TXT" ? texts.map((text) => [text]) : texts;
  };
}

/** Returns the records of the most exact name with a `*`: the one that says the most besides. */
function wildcardOf(zone: z.infer<typeof ZoneSchema>, name: string) {
  const fitting = Object.entries(zone).filter(([pattern]) => fits(pattern, name));
  return fitting.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

function fits(pattern: string, name: string): boolean {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return false;
  const between = name.slice(before.length, name.length - after.length);
  return name === `${before}${between}${after}` && between !== "" && !between.startsWith("_");
}
