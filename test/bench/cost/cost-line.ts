import { dollarsFor, type PriceName } from "./prices.ts";

/** Of what a purge is made up, in the order in which it happens. */
export const PARTS = [
  "intake",
  "row",
  "sweep",
  "delete",
  "proof",
  "cache",
  "reconciler",
  "watching",
] as const;

/** One thing that is paid for. */
export interface CostLine {
  readonly part: (typeof PARTS)[number];
  readonly what: string;
  readonly price: PriceName;
  /** How much of it a million purged things take. */
  readonly perMillion: number;
}

/** Returns what a line costs for a million purged things, in US dollars. */
export function dollarsOf({ price, perMillion }: CostLine): number {
  return dollarsFor(price, perMillion);
}

/** Returns what lines cost together. */
export function sumOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + dollarsOf(line), 0);
}
