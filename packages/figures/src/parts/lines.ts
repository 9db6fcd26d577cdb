import { widthOfText } from "./boxes.ts";

/** A text in lines that are not wider than that; a word that is wider stands alone. */
export function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOfText(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text cut to a width, with a sign that it goes on. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOfText(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && widthOfText(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
