/** A name as it is searched and sorted: no case, no accents, single spaces. `Muñoz-Ávila` gives `munoz-avila`. */
export function foldName(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
