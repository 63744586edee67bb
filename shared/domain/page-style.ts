/** Below this a row becomes a card: nine columns need about as much. */
const CARDS_BELOW = "60rem";

/** How every page of ours looks: light and dark, on a phone, on paper. Quiet text has 4.5 : 1 at least. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--quiet:#545c66;--paper:#fff;--raised:#f5f6f8;--line:#cfd4da;--link:#0b57b0;--alarm:#a32020}
@media (prefers-color-scheme:dark){
:root{--ink:#e7e9ec;--quiet:#a4acb6;--paper:#14171b;--raised:#1d2126;--line:#3b424a;--link:#86b7ff;--alarm:#ff9d94}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;font-family:system-ui,sans-serif;line-height:1.5;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
main{max-width:90rem;margin:0 auto;padding:clamp(1rem,3vw,2.5rem)}
h1{font-size:clamp(1.5rem,1.2rem + 1.4vw,2.1rem);line-height:1.2;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .5rem}
p{max-width:75ch;margin:.5rem 0}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code{font-family:ui-monospace,monospace;font-size:.9em}
table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.925rem}
caption{text-align:left;color:var(--quiet);padding:.5rem 0}
th,td{border-bottom:1px solid var(--line);padding:.65rem .75rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--quiet);background:var(--raised);font-size:.85rem}
td,tbody th{hyphens:auto}
@media screen and (max-width:${CARDS_BELOW}){
table{table-layout:fixed}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody,tbody tr,tbody th,td{display:block}
tbody tr{border:1px solid var(--line);border-radius:.6rem;margin:0 0 1rem;overflow:hidden}
th,td{overflow-wrap:anywhere;hyphens:manual}
tbody th{background:var(--raised);font-size:1rem}
tbody td{border-bottom:0;padding:.4rem .75rem}
td:last-child{padding-bottom:.75rem}
td::before{content:attr(data-label);display:block;color:var(--quiet);font-size:.8rem}
}
@media print{
@page{margin:14mm}
:root{color-scheme:light;--ink:#000;--quiet:#444;--paper:#fff;--raised:#f2f2f2;--line:#999;--link:#000;--alarm:#000}
main{max-width:none;padding:0}
table{font-size:.8rem}
tr{break-inside:avoid}
h2{break-after:avoid}
a{text-decoration:none}
}
`;
