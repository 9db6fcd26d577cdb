import { type EpisodeSet, setNamed } from "@soundings/clinical";

/** Whose way a ribbon is, by its key; null for what is no ribbon. */
export function linkSet(key: string): EpisodeSet | null {
  const set = setNamed(key);
  return set?.of === "moved" ? set : null;
}
