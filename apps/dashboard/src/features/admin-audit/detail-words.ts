/** `recordNumber` and `record_number` as `record number`. */
function keyWords(key: string): string {
  return key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueWords(value: unknown): string {
  if (value === null) return "none";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueWords).join(", ");
  if (isGroup(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${keyWords(key)} ${valueWords(inner)}`)
      .join(", ");
  }
  return String(value);
}

/** What an entry says of itself, a line for each fact: `reason: on call tonight`. */
export function detailWords(detail: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== undefined && !(isGroup(value) && Object.keys(value).length === 0))
    .map(([key, value]) => `${keyWords(key)}: ${valueWords(value)}`);
}
