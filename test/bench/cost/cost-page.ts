import { type CostLine, dollarsOf, sumOf } from "./cost-line.ts";
import type { MeteredPurge } from "./metered-purge.ts";
import { dollarsPerMillion, OTHER_DESIGNS } from "./other-designs.ts";
import { PRICES } from "./prices.ts";
import { cachedCosts, costsBeside, purgeCosts, serviceEventCosts } from "./purge-costs.ts";

const MILLION = 1_000_000;

/** Returns docs/cost.md from what was metered at a million and at a hundred million uploads a day. */
export function costPage(atOne: MeteredPurge, atHundred: MeteredPurge): string {
  const both = (of: (uploadsPerDay: number, metered: MeteredPurge) => readonly CostLine[]) =>
    sideBySide(of(MILLION, atOne), of(100 * MILLION, atHundred));
  return [
    "# What a purge costs",
    "",
    "`npm run bench:cost` writes this page. It lets a minute's uploads be told, become due and be deleted by the operations",
    "and the adapters that are deployed, over tables in memory that bill as DynamoDB does, and multiplies what they took by",
    "the prices below. A unit test fails if a million cost more than $1.50. Nothing here was read off a bill.",
    "",
    "US dollars for a million things that are uploaded once and purged once, a store whose things live a day:",
    "",
    ...both(purgeCosts),
    "",
    "Beside it, whether anything is purged or not: the second look at every store, and what watches. AWS gives ten metrics,",
    "ten alarms and three dashboards to every account for nothing; they are counted here all the same.",
    "",
    ...both(costsBeside),
    "",
    "A table's items cost more to reconcile than an object: nothing dates them, so each record is read at each listing.",
    "",
    "A million events that the service itself sends, such as that a generation is completed:",
    "",
    ...both((_, metered) => serviceEventCosts(metered)),
    "",
    "A million copies that a cache is told to drop, where the policy names their addresses; CloudFront bills $5,000 for a",
    "million paths beside it, Cloudflare nothing:",
    "",
    ...both(cachedCosts),
    "",
    "## Other designs",
    "",
    "| design | $ per million | how late | what it lacks |",
    "| --- | --- | --- | --- |",
    ...OTHER_DESIGNS.map(
      (design) =>
        `| ${design.name} | ${dollarsPerMillion(design).toFixed(2)} | ${design.late} | ${design.lacks} |`,
    ),
    "",
    "## Prices",
    "",
    "| what | $ | for | checked | source |",
    "| --- | --- | --- | --- | --- |",
    ...Object.values(PRICES).map(
      ({ what, dollars, per, unit, checked, source }) =>
        `| ${what} | ${dollars} | ${per.toLocaleString("en-US")} ${unit} | ${checked} | ${source} |`,
    ),
    "",
  ].join("\n");
}

function sideBySide(one: readonly CostLine[], other: readonly CostLine[]): readonly string[] {
  return [
    "| part | what | at 1 million a day | at 100 million a day |",
    "| --- | --- | --- | --- |",
    ...one.map((line, at) => {
      const same = other[at];
      return `| ${line.part} | ${line.what} | ${dollarsOf(line).toFixed(4)} | ${same ? dollarsOf(same).toFixed(4) : ""} |`;
    }),
    `| | **together** | **${sumOf(one).toFixed(2)}** | **${sumOf(other).toFixed(2)}** |`,
  ];
}
