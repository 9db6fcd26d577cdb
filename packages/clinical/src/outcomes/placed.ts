import type { CalendarDate } from "../calendar/types.ts";
import type { KnownChart } from "../findings/known.ts";
import type { LevelOfCare } from "../records/codes.ts";
import type { Episode } from "../records/types.ts";
import type { NearStay, PlacedAt } from "./facts.types.ts";

/** The placements of one episode, in the order of their start. */
export function placementsOf(chart: KnownChart, episode: Episode): readonly PlacedAt[] {
  return chart.placements
    .filter(({ episodeId }) => episodeId === episode.episodeId)
    .map(({ levelOfCare: level, startedOn, endedOn }) => ({ level, startedOn, endedOn }));
}

/** The level of the placement that holds the day, its last day included; of several, of the one begun last. */
export function levelOn(placements: readonly PlacedAt[], day: CalendarDate): LevelOfCare | null {
  const placement = placements.findLast(
    ({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day),
  );
  return placement?.level ?? null;
}

function near(chart: KnownChart, stay: Episode, day: CalendarDate): NearStay {
  const { episodeId, programId, admittedOn, dischargedOn } = stay;
  const placedAt = levelOn(placementsOf(chart, stay), day);
  return { episodeId, programId, admittedOn, dischargedOn, placedAt };
}

/** The stays around one: the one admitted last before it, and the first admitted on or after its discharge. */
export function nearStays(
  chart: KnownChart,
  episode: Episode,
): { readonly before: NearStay | null; readonly after: NearStay | null } {
  const place = chart.episodes.findIndex(({ episodeId }) => episodeId === episode.episodeId);
  const earlier = place > 0 ? chart.episodes[place - 1] : undefined;
  const { dischargedOn } = episode;
  const later =
    dischargedOn === null
      ? undefined
      : chart.episodes.slice(place + 1).find(({ admittedOn }) => admittedOn >= dischargedOn);
  return {
    before: earlier === undefined ? null : near(chart, earlier, earlier.dischargedOn ?? chart.asOf),
    after: later === undefined ? null : near(chart, later, later.admittedOn),
  };
}
