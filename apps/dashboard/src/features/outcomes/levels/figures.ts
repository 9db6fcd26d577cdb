import { type EpisodeSet, setNamed } from "@soundings/clinical";

/** Whose way a ribbon is; null for what is no ribbon, such as a level itself. */
export function linkSet(key: string): EpisodeSet | null {
  const set = setNamed(key.startsWith("moved/") ? key : `moved/${key}`);
  return set?.of === "moved" ? set : null;
}
