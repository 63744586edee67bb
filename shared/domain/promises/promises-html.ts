import { escapedHtml, htmlPage } from "../html-page.ts";
import { htmlTable } from "../html-table.ts";
import { countsText, promiseCounts, STATUS_TEXT, STATUSES } from "./promise-counts.ts";
import type { Keeper, PromiseRow, PromiseStatus, SeenLook } from "./promise-report.ts";
import { PROMISES_STYLE } from "./promises-style.ts";

/** The promises of one policy, as they stand. */
export interface PolicyPromises {
  /** Its id, by which deployments and measurements name it. */
  readonly policy: string;
  /** Name of the service. */
  readonly name: string;
  readonly digest: string;
  readonly rows: readonly PromiseRow[];
}

const MEANINGS: Readonly<Record<PromiseStatus, string>> = {
  kept: "Something that runs keeps it, and was seen doing so under the policy in force.",
  attested: "People keep it. A document says so; it has an owner and a day on which it is reviewed.",
  "text-conflict":
    "The published text contradicts itself or the world. The stricter reading is kept as far as it can be.",
  "not-yet": "Something is missing, or nobody has looked. What is missing is said beside it.",
  "not-applicable": "It speaks of something that the service does not do.",
};

/** Returns one page about the promises of policies. The only times in it are those of the measurements. */
export function promisesHtml(policies: readonly PolicyPromises[]): string {
  return htmlPage({
    title: "What was promised, and what keeps it",
    madeBy: "Made by npx lethe promises --html: measure again instead of changing this file.",
    style: PROMISES_STYLE,
    body: [
      '<p class="lead">Each promise of each published policy, in our own words, with what keeps it, what was seen of that, and what is missing. Nothing is called kept because somebody says so.</p>',
      ...meanings(policies),
      '<nav id="policies" aria-label="Policies">',
      "<ul>",
      ...policies.map(summary),
      "</ul>",
      "</nav>",
      ...policies.flatMap(section),
      ...origin(),
    ],
  });
}

function meanings(policies: readonly PolicyPromises[]): readonly string[] {
  const used = STATUSES.filter((status) => {
    return policies.some(({ rows }) => promiseCounts(rows).some((count) => count.status === status));
  });
  return [
    '<dl class="words">',
    ...used.map((status) => `<dt>${badge(status)}</dt><dd>${MEANINGS[status]}</dd>`),
    "</dl>",
  ];
}

/** The bar says nothing that the counts below it do not. */
function summary({ policy, name, rows }: PolicyPromises): string {
  const counts = promiseCounts(rows);
  const bars = counts.map(({ status, count }, at) => {
    const start = counts.slice(0, at).reduce((sum, before) => sum + before.count, 0);
    return count === 0 ? "" : `<rect class="${status}" x="${start}" width="${count}" height="1"/>`;
  });
  const lines = counts.map(({ status, count }) => `<li>${badge(status)}<span>${count}</span></li>`);
  return [
    `<li><a href="#${escapedHtml(policy)}">${escapedHtml(name)}</a>`,
    `<svg class="bar" viewBox="0 0 ${rows.length} 1" preserveAspectRatio="none" aria-hidden="true">${bars.join("")}</svg>`,
    `<ul class="counts">${lines.join("")}</ul></li>`,
  ].join("");
}

function section({ policy, name, digest, rows }: PolicyPromises): readonly string[] {
  return [
    `<section class="promises" aria-labelledby="${escapedHtml(policy)}">`,
    `<h2 id="${escapedHtml(policy)}">${escapedHtml(name)}</h2>`,
    `<p class="facts">Policy ${escapedHtml(policy)}, digest <code>${escapedHtml(digest)}</code></p>`,
    ...htmlTable({
      caption: `${rows.length === 1 ? "1 promise" : `${rows.length} promises`}: ${countsText(rows)}`,
      columns: ["Promise", "In words", "Status", "What is to keep it, and what was seen", "What is missing"],
      rows: rows.map(rowCells),
    }),
    '<p class="up"><a href="#policies">All policies</a></p>',
    "</section>",
  ];
}

function rowCells(row: PromiseRow): readonly string[] {
  const { id, kind, says, status, gaps } = row;
  return [
    `${escapedHtml(id)}<span class="kind">${escapedHtml(kind)}</span>`,
    escapedHtml(says),
    badge(status),
    keptCell(row),
    gaps.length === 0 ? none("Nothing") : list(gaps.map(escapedHtml)),
  ];
}

function keptCell({ keepers, evidence }: PromiseRow): string {
  const items = keepers.length > 0 ? keepers.map(keeperText) : evidence.map(escapedHtml);
  return items.length === 0 ? none("Nothing yet") : list(items);
}

function keeperText({ text, looks }: Keeper): string {
  const seen = looks.length === 0 ? '<span class="look">not measured</span>' : looks.map(lookText).join("");
  return `${escapedHtml(text)}${seen}`;
}

function lookText({ held, from, to, looks, where, commit, how }: SeenLook): string {
  const window = looks === 1 ? `on ${time(to)} UTC` : `${looks} times, from ${time(from)} to ${time(to)} UTC`;
  const what = held ? "<b>held</b>" : '<b class="broken">did not hold</b>';
  const place = `on ${escapedHtml(where)}, commit <code>${escapedHtml(commit)}</code>`;
  return `<span class="look">${what} ${window}, ${place}: ${escapedHtml(how)}</span>`;
}

function time(instant: string): string {
  const shown = instant.slice(0, "2026-11-24T10:00".length).replace("T", " ");
  return `<time datetime="${escapedHtml(instant)}">${escapedHtml(shown)}</time>`;
}

function badge(status: PromiseStatus): string {
  return `<span class="badge ${status}">${STATUS_TEXT[status]}</span>`;
}

/** One item needs no mark; several are told apart by space. */
function list(items: readonly string[]): string {
  return `<ul class="several">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function none(text: string): string {
  return `<span class="none">${text}</span>`;
}

function origin(): readonly string[] {
  return [
    "<section>",
    "<h2>Where this comes from</h2>",
    "<p>A promise is kept only if each thing that keeps it was measured on a deployment of exactly this version of the policy, and held. What is done by configuration, such as permissions and lifecycles, counts only if it was read back on AWS, because the embedded AWS does not enforce it.</p>",
    "<p>Measure again with <code>npm start -- --policy NAME</code>, then make this page again.</p>",
    "</section>",
  ];
}
