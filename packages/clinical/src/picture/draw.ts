import type { CalendarDate } from "../calendar/types.ts";
import { holds } from "../findings/belonging.ts";
import { viewEpisode } from "../findings/episode-view.ts";
import { knownChart } from "../findings/known.ts";
import { knownOwn } from "../findings/own.ts";
import { INSTRUMENT_IDS } from "../records/codes.ts";
import type { Chart, Site } from "../records/types.ts";
import { judgedScreens } from "../summary/screen-marks.ts";
import { episodeOf, levelShown } from "../summary/summarize.ts";
import { programWeek } from "../summary/weeks.ts";
import { attendanceWeeks, sessionOnTimeline } from "./attendance.ts";
import { axisOf } from "./axis.ts";
import { decisionMark, eventMark, graveFirst } from "./flags.ts";
import { measureLane } from "./measure-lane.ts";
import { medicationLanes } from "./medication-lanes.ts";
import { injectionMarks, noteMarks } from "./own-marks.ts";
import { screenOnTimeline } from "./screen-lane.ts";
import type { EpisodePicture } from "./types.ts";

/**
 * Everything that one page draws of one episode as of a date. Pure: the order of the chart's records does not matter, and
 * what was not known on the date is not in it. Throws `RangeError` when the chart has no episode of that id.
 */
export function drawEpisode(chart: Chart, site: Site, episodeId: string, asOf: CalendarDate): EpisodePicture {
  const known = knownChart(chart, site, asOf);
  const episode = episodeOf(known, episodeId);
  const view = viewEpisode(known, site, episode);
  const axis = axisOf(known, view);
  const own = knownOwn(chart, site, asOf);
  const frame = { axis, secondsTaken: own.secondsTaken };
  const placements = known.placements.filter((placement) => placement.episodeId === episodeId);
  const onAxis = <T extends { readonly on: CalendarDate }>(records: readonly T[]): readonly T[] =>
    records.filter((record) => holds(axis, record.on));
  return {
    episodeId,
    patientId: episode.patientId,
    programId: episode.programId,
    asOf,
    admittedOn: episode.admittedOn,
    dischargedOn: episode.dischargedOn,
    dischargeReason: episode.dischargeReason,
    levelOfCare: levelShown(view),
    daysAtLevel: view.level.daysAtLevel,
    week: programWeek(episode.admittedOn, asOf),
    ...axis,
    placements: placements.map(({ levelOfCare, startedOn, endedOn }) => ({
      levelOfCare,
      from: startedOn,
      to: endedOn,
    })),
    measures: INSTRUMENT_IDS.map((instrument) => measureLane(known, view, frame, instrument)),
    sessions: onAxis(view.sessions).map((session) => sessionOnTimeline(session, view, site.zone)),
    attendanceWeeks: attendanceWeeks(view, placements),
    screens: judgedScreens({ ...view, screens: onAxis(view.screens) }).map((screen) =>
      screenOnTimeline(screen, known.medicationChanges),
    ),
    medications: medicationLanes(known.medicationChanges, axis),
    events: graveFirst(onAxis(view.windowEvents).map(eventMark)),
    decisions: onAxis(view.decisions).map(decisionMark),
    notes: noteMarks(own, axis),
    injections: injectionMarks(own, axis),
  };
}
