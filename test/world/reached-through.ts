import type { MailWorld } from "./mail-world.ts";
import type { Passage } from "./ports-through.ts";

/** Returns a world of mail as it is reached through one passage, such as a process that counts its calls or may die. */
export function reachedThrough(world: MailWorld, passage: Passage): MailWorld {
  const through = Object.entries(world).map(([name, port]) => {
    const isPort =
      typeof port === "object" && port !== null && !["service", "compiled", "clock"].includes(name);
    return [name, isPort ? passage.reaching(name, port) : port];
  });
  return { ...world, ...Object.fromEntries(through) };
}
