import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

type TreeNode = DefaultTreeAdapterTypes.Node;

/** What a reader of the page does not read as its text. */
const NOT_TEXT = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "nav",
  "iframe",
  "button",
  "select",
]);

/** What stands within a line; everything else begins a block. */
const WITHIN_A_LINE = new Set([
  ...[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
  ],
  ...["mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"],
]);

/** Returns the blocks of text of a saved page: paragraphs, headings, list items, cells. */
export function blocksOfPage(text: string, name: string): readonly string[] {
  return isHtml(text, name) ? blocksOfHtml(text) : blocksOfPlainText(text);
}

function isHtml(text: string, name: string): boolean {
  return /\.x?html?$/i.test(name) || /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html)\b/i.test(text);
}

/** The parser builds the same tree as browsers do, however broken the markup is. */
function blocksOfHtml(html: string): readonly string[] {
  const blocks = [""];
  // A stack of our own: a page may be nested deeper than calls can be.
  const left: (TreeNode | "break")[] = [parse(html)];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === "break") {
      blocks.push("");
    } else if (defaultTreeAdapter.isTextNode(node)) {
      blocks.push((blocks.pop() ?? "") + node.value);
    } else if ("childNodes" in node && !NOT_TEXT.has(node.nodeName)) {
      const ends = WITHIN_A_LINE.has(node.nodeName) ? [] : (["break"] as const);
      left.push(...ends, ...node.childNodes.toReversed(), ...ends);
    }
  }
  return blocks;
}

/** Blank lines part paragraphs; in a text that has none, each line is one. A list item begins a block of its own. */
function blocksOfPlainText(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, "\n");
  const between = /\n[^\S\n]*\n/.test(lines.trim()) ? /\n[^\S\n]*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/ : /\n/;
  return lines.split(between);
}
