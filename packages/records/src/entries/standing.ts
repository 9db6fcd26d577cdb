import type { Shape } from "../kinds/shapes.ts";

/** The condition that a row, read under the alias `t`, was not marked as entered in error; the kind is ours, never typed. */
export function stands(kind: string, { key }: Shape): string {
  const column = key[0]?.column ?? "";
  return `not exists (select 1 from "taken_back" as b where b."record_kind" = '${kind}' and b."record_key" = t."${column}")`;
}
