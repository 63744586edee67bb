import {
  ageSecondsOf,
  lateSecondsOf,
  type StoreAges,
  type WatchedThing,
} from "../local/demo/watched-thing.ts";
import { escapedHtml, htmlPage } from "../shared/domain/html-page.ts";
import { htmlTable } from "../shared/domain/html-table.ts";
import { ageText } from "../shared/domain/retention/age-text.ts";
import { axisSecondsOf, headline } from "./ages-chart.ts";

const [WIDTH, HEIGHT] = [720, 220];
/** Room for what stands beside the axes. */
const [LEFT, BOTTOM, TOP] = [64, 28, 10];
const DOT_RADIUS = 3.5;

const STYLE = `
.chart{width:100%;max-width:${WIDTH}px;height:auto;display:block}
.chart text{fill:var(--quiet);font-size:12px}
.chart .axis{stroke:var(--line)}
.chart .promise{stroke:var(--alarm);stroke-width:2}
.chart .due{stroke:var(--link);stroke-dasharray:6 4}
.chart .gone{fill:var(--link)}
.chart .late{fill:var(--alarm)}
.chart .living{fill:none;stroke:var(--quiet);stroke-width:1.5}
figure{margin:0}
figcaption{color:var(--quiet);max-width:75ch}
`;

/** What the page is about. */
export interface AgesPage {
  readonly service: string;
  readonly stores: readonly StoreAges[];
  /** By the clock of the service, ISO 8601 UTC. */
  readonly now: string;
  readonly timeScale: number;
}

/** Returns one page with a chart a store: each thing as a dot, by when it was stored and how old it became. */
export function agesHtml({ service, stores, now, timeScale }: AgesPage): string {
  const scaled = timeScale === 1 ? "" : ` Time ran ${timeScale} times as fast as real time.`;
  return htmlPage({
    title: `Ages and deadlines at ${service}`,
    madeBy: "Made by npx lethe demo run --html: run it again instead of changing this file.",
    style: STYLE,
    body: [
      `<p>As of <time datetime="${escapedHtml(now)}">${escapedHtml(now.slice(0, 16).replace("T", " "))}</time> UTC.${scaled} A filled dot is a thing that is gone, at the age that it became; a ring is one that lives, or was saved. The red line is the age that was promised at most, the dashed one is where our clock acts.</p>`,
      ...stores.flatMap((store) => section(store, now)),
    ],
  });
}

function section(store: StoreAges, now: string): readonly string[] {
  const id = escapedHtml(store.store);
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${id}</h2>`,
    "<figure>",
    chart(store, now),
    `<figcaption>${escapedHtml(headline(store, now))}</figcaption>`,
    "</figure>",
    ...htmlTable({
      caption: "What ended them",
      columns: ["Ended by", "Living", "Gone", "Latest"],
      rows: endings(store).map((row) => row.map(escapedHtml)),
    }),
    "</section>",
  ];
}

function chart(store: StoreAges, now: string): string {
  const starts = store.things.map(({ storedAt }) => Date.parse(storedAt));
  const first = starts.reduce((least, one) => Math.min(least, one), Date.parse(now));
  const lengthMs = Math.max(1, Date.parse(now) - first);
  const longest = axisSecondsOf(store, now);
  const x = (at: string) => LEFT + ((Date.parse(at) - first) / lengthMs) * (WIDTH - LEFT - DOT_RADIUS);
  const y = (seconds: number) => HEIGHT - BOTTOM - (seconds / longest) * (HEIGHT - BOTTOM - TOP);
  const { limitSeconds, marginSeconds } = store;
  return [
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapedHtml(headline(store, now))}">`,
    across("axis", y(0), "0"),
    ...(limitSeconds === undefined
      ? [across("axis", y(longest), ageText(longest))]
      : [
          across("promise", y(limitSeconds), ageText(limitSeconds)),
          across("due", y(limitSeconds - marginSeconds), ""),
        ]),
    ...store.things.map((thing) => dot(thing, x(thing.storedAt), y(ageSecondsOf(thing, now)))),
    `<text x="${LEFT}" y="${HEIGHT - 8}">stored ${ageText(lengthMs / 1000)} ago</text>`,
    `<text x="${WIDTH}" y="${HEIGHT - 8}" text-anchor="end">now</text>`,
    "</svg>",
  ].join("");
}

function across(kind: string, y: number, label: string): string {
  const at = y.toFixed(1);
  const text =
    label === ""
      ? ""
      : `<text x="${LEFT - 6}" y="${at}" text-anchor="end" dominant-baseline="middle">${escapedHtml(label)}</text>`;
  return `<line class="${kind}" x1="${LEFT}" x2="${WIDTH}" y1="${at}" y2="${at}"/>${text}`;
}

function dot(thing: WatchedThing, x: number, y: number): string {
  const isLate = thing.endedBy === "limit" && (lateSecondsOf(thing) ?? 0) > 0;
  const kind = thing.goneAt === undefined ? "living" : isLate ? "late" : "gone";
  return `<circle class="${kind}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT_RADIUS}"/>`;
}

function endings({ things }: StoreAges): readonly (readonly string[])[] {
  return [...new Set(things.map(({ endedBy }) => endedBy))].map((endedBy) => {
    const own = things.filter((thing) => thing.endedBy === endedBy);
    const gone = own.filter(({ goneAt }) => goneAt !== undefined);
    const latest = Math.max(...gone.flatMap((thing) => lateSecondsOf(thing) ?? []));
    return [
      endedBy,
      String(own.length - gone.length),
      String(gone.length),
      Number.isFinite(latest) ? latestText(endedBy, latest) : "-",
    ];
  });
}

function latestText(endedBy: WatchedThing["endedBy"], seconds: number): string {
  if (endedBy !== "limit") return `${ageText(Math.max(0, seconds))} after it was told`;
  return `${ageText(Math.abs(seconds))} ${seconds > 0 ? "after" : "before"} the promised moment`;
}
