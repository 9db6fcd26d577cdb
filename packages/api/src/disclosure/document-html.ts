import { createHash } from "node:crypto";
import type { Document } from "./document.ts";
import type { Part } from "./rows.ts";

const STYLE = `body{font:11pt/1.4 sans-serif;color:#000;background:#fff;margin:2em}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.2em .6em .2em 0}
.rows td,.rows th{border-bottom:1px solid #999}
.rows tr{break-inside:avoid}
h1{font-size:15pt}h2{font-size:12pt;margin:1.4em 0 .3em;break-after:avoid}
.notice{font-size:8.5pt;border-top:1px solid #000;padding-top:.6em}
dt{font-weight:bold}dd{margin:0 0 .4em}
@page{margin:15mm}@media print{body{margin:0}}`;

/** Nothing in the file may run or load anything; its own style is named by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const COLUMNS = ["Date", "What", "Value", "Unit", "Remark"];

function sectionOf({ title, rows }: Part): string {
  const head = COLUMNS.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows
    .map((row) => [row.date, row.what, row.value, row.unit, row.remark])
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<h2>${escaped(title)}</h2>
<table class="rows"><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>`;
}

/**
 * A document as a page to print, complete in itself, without a script. The whole is one table whose foot holds the notice:
 * a foot is repeated on every sheet, also where the page's style does not apply.
 */
export function documentAsHtml({ notice, about, parts }: Document): string {
  const facts = about
    .map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>Disclosed record</title>
<style>${STYLE}</style>
</head>
<body>
<table role="presentation">
<tfoot><tr><td class="notice">${escaped(notice)}</td></tr></tfoot>
<tbody><tr><td>
<h1>Disclosed record</h1>
<dl>
${facts}
</dl>
${parts.map(sectionOf).join("\n")}
</td></tr></tbody>
</table>
</body>
</html>
`;
}
