/**
 * What the public pages add: one narrow column, and forms. Borders of fields have 3 : 1 at least, targets are as large as a
 * thumb, and what has the focus shows it without colour alone.
 */
export const PUBLIC_STYLE = `
main{max-width:44rem}
h2{font-size:1.2rem;margin-top:2rem}
.lead{font-size:1.1rem}
.asked{border-left:.3rem solid var(--link);background:var(--raised);padding:.75rem 1rem;font-weight:600}
.final{border:2px solid var(--alarm);border-radius:.4rem;padding:.75rem 1rem;font-weight:600}
form{margin:1.5rem 0}
label,.label{display:block;font-weight:600;margin:1.25rem 0 .15rem}
.hint{color:var(--quiet);margin:.1rem 0 .35rem;font-size:.925rem}
.error{color:var(--alarm);font-weight:600;margin:.1rem 0 .35rem}
.error::before{content:"\\26A0\\FE0E\\20" / ""}
input,select,textarea{display:block;width:100%;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);border-radius:.4rem;padding:.6rem .7rem;min-height:2.75rem}
textarea{min-height:11rem;resize:vertical}
[aria-invalid="true"]{border:2px solid var(--alarm)}
button{font:inherit;font-weight:600;color:var(--paper);background:var(--link);border:2px solid var(--link);border-radius:.4rem;padding:.7rem 1.2rem;min-height:2.75rem;margin-top:1.5rem;cursor:pointer;max-width:100%}
button.final-button{background:var(--alarm);border-color:var(--alarm)}
input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
dl{margin:1rem 0}
dt{color:var(--quiet);font-size:.925rem;margin-top:.75rem}
dd{margin:0}
li{margin:.35rem 0}
a.big{display:inline-block;padding:.6rem 0;font-weight:600}
pre{background:var(--raised);border-radius:.4rem;padding:.75rem 1rem;white-space:pre-wrap}
.trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
footer{max-width:44rem;margin:0 auto;padding:1rem clamp(1rem,3vw,2.5rem) 2.5rem;color:var(--quiet);font-size:.925rem}
footer a{display:inline-block}
@media (forced-colors:active){button{border-color:ButtonText}}
@media print{button{display:none}}
`;
