import type { EpisodeListing } from "@soundings/contract";

const FAR = "9999-12-31";
const endOf = ({ dischargedOn }: EpisodeListing) => dischargedOn ?? FAR;

/** A transfer ends one stay and begins the next on one day; only more than that is an overlap. */
function overlap(a: EpisodeListing, b: EpisodeListing): boolean {
  return a.admittedOn < endOf(b) && b.admittedOn < endOf(a);
}

/** The other stays that overlap the one that is shown. */
export function overlapping(episodes: readonly EpisodeListing[], episodeId: string): EpisodeListing[] {
  const shown = episodes.find((episode) => episode.episodeId === episodeId);
  if (!shown) return [];
  return episodes.filter((episode) => episode !== shown && overlap(episode, shown));
}
