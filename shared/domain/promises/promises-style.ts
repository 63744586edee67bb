import type { PromiseStatus } from "./promise-report.ts";

/** Colours of a status: its text on its ground, in the light and in the dark; each pair has 4.5 : 1 and more. */
interface StatusColours {
  /** Of its part of a bar, which stands beside the same in numbers. */
  readonly bar: string;
  readonly light: readonly [text: string, ground: string];
  readonly dark: readonly [text: string, ground: string];
}

const COLOURS: Readonly<Record<PromiseStatus, StatusColours>> = {
  kept: { bar: "#2f9e5f", light: ["#0f4d2a", "#d3f0de"], dark: ["#a9ecc4", "#123d26"] },
  attested: { bar: "#3b7ddd", light: ["#123f7a", "#dae8fb"], dark: ["#b5d3ff", "#173460"] },
  "text-conflict": { bar: "#d64545", light: ["#7a1f1f", "#fbdedc"], dark: ["#ffc0ba", "#5c1d1b"] },
  "not-yet": { bar: "#dba53c", light: ["#5c3b00", "#fbe8c3"], dark: ["#fbd68f", "#4a3410"] },
  "not-applicable": { bar: "#8a929c", light: ["#3c444d", "#e4e7eb"], dark: ["#cfd5dc", "#343b43"] },
};

function colours(scheme: "light" | "dark"): string {
  return Object.entries(COLOURS)
    .map(([status, { bar, [scheme]: pair }]) => {
      const [text, ground] = pair;
      return `.${status}{--on:${text};--ground:${ground};--bar:${bar}}`;
    })
    .join("\n");
}

/** What the page of promises adds to the style of all pages. */
export const PROMISES_STYLE = `${colours("light")}
@media screen and (prefers-color-scheme:dark){
${colours("dark")}
}
.badge{display:inline-block;padding:.1rem .55rem;border-radius:1rem;border:1px solid var(--on);color:var(--on);background:var(--ground);font-size:.85rem;font-weight:600;white-space:nowrap;print-color-adjust:exact}
.lead{font-size:1.05rem}
dl.words{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1rem;max-width:75ch;margin:1.25rem 0}
dl.words dd{margin:0}
nav ul,.several{list-style:none;margin:0;padding:0}
nav ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:1rem;margin:1.5rem 0}
nav li li{display:flex;justify-content:space-between;gap:1rem;padding:.15rem 0}
nav>ul>li{border:1px solid var(--line);border-radius:.6rem;background:var(--raised);padding:.9rem 1rem}
nav a{font-weight:650;font-size:1.05rem}
nav .counts{display:block;margin:0;font-variant-numeric:tabular-nums}
.bar{display:block;width:100%;height:.6rem;margin:.6rem 0;border-radius:.3rem}
.bar rect{fill:var(--bar)}
.facts{max-width:none;color:var(--quiet);font-size:.9rem}
.kind,.look,.none{color:var(--quiet)}
.kind{display:block;font-weight:400;font-size:.9em}
.several li+li{margin-top:.6rem}
.look{display:block;font-size:.9em;margin-top:.15rem}
.look b{color:var(--ink)}
.look .broken{color:var(--alarm)}
.look time{white-space:nowrap}
.up{font-size:.9rem}
@media screen and (min-width:60.01rem){
.promises table{table-layout:fixed}
.promises th:nth-child(1){width:6rem}
.promises th:nth-child(3){width:8.75rem}
.promises th:nth-child(2){width:20%}
.promises th:nth-child(5){width:26%}
}
@media screen and (max-width:60rem){
dl.words{grid-template-columns:1fr;gap:.15rem}
dl.words dd{margin-bottom:.6rem}
.kind{display:inline;margin-left:.6rem}
}
@media print{.up{display:none} nav>ul>li{break-inside:avoid}}
`;
