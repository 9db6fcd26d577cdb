const NEEDS_QUOTES = /[",\r\n]/;

/** A cell as RFC 4180 writes it: in quotes only where it must be. */
export function csvCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record as RFC 4180 writes it, with a line feed at its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}
