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

type Names = ReadonlyMap<string, string>;

function valueWords(value: unknown, names: Names): string {
  if (value === null) return "none";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : value.map((one) => valueWords(one, names)).join(", ");
  }
  if (isGroup(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${keyWords(key)} ${valueWords(inner, names)}`)
      .join(", ");
  }
  return names.get(String(value)) ?? String(value);
}

/** What an entry says of itself, fact by fact: `reason: on call tonight`. Ids of people are read as their names. */
export function detailWords(detail: Readonly<Record<string, unknown>>, names: Names): readonly string[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== undefined && !(isGroup(value) && Object.keys(value).length === 0))
    .map(([key, value]) => {
      const name = typeof value === "string" ? names.get(value) : undefined;
      return name === undefined
        ? `${keyWords(key)}: ${valueWords(value, names)}`
        : `${keyWords(key).replace(/ id$/, "")}: ${name}`;
    });
}
