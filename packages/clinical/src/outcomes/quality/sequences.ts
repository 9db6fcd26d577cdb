import { isAttended } from "../../attendance/attendance.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import type { EpisodeView } from "../../findings/episode-view.ts";
import type { Known, KnownAssessment, KnownChart } from "../../findings/known.ts";
import { instrumentOf } from "../../instruments/instruments.ts";
import type { RecordKind } from "../../records/incoming.ts";
import type { Episode, Placement, Session } from "../../records/types.ts";
import type { QualityProblem } from "../quality.types.ts";

function impossible(kind: RecordKind, id: string, on: CalendarDate, text: string): QualityProblem {
  return { check: "impossible-sequence", record: { kind, id }, on, text };
}

/** The day of a transfer may be the last of one stay and the first of the next. */
function overlap(a: Episode, b: Episode): boolean {
  const aBefore = a.dischargedOn !== null && a.dischargedOn <= b.admittedOn;
  const bBefore = b.dischargedOn !== null && b.dischargedOn <= a.admittedOn;
  return !aBefore && !bBefore;
}

function staysAtOnce(chart: KnownChart, episode: Episode): readonly QualityProblem[] {
  return chart.episodes
    .filter((other) => other.episodeId !== episode.episodeId && overlap(other, episode))
    .map((other) => {
      const until = other.dischargedOn === null ? "still open" : `to ${other.dischargedOn}`;
      const text = `Another stay at the same time: admitted on ${other.admittedOn}, ${until}`;
      return impossible("episode", other.episodeId, other.admittedOn, text);
    });
}

function outside({ startedOn, endedOn }: Placement, episode: Episode): string | null {
  const { admittedOn, dischargedOn } = episode;
  if (startedOn < admittedOn) return `starts before the admission on ${admittedOn}`;
  if (dischargedOn === null) return null;
  if (startedOn > dischargedOn) return `starts after the discharge on ${dischargedOn}`;
  return endedOn !== null && endedOn > dischargedOn ? `ends after the discharge on ${dischargedOn}` : null;
}

/** A placement may begin on the day on which the one before ends; an end that nobody entered is no contradiction. */
function overNext(placement: Placement, next: Placement | undefined): boolean {
  return next !== undefined && placement.endedOn !== null && next.startedOn < placement.endedOn;
}

function placementProblems(chart: KnownChart, episode: Episode): readonly QualityProblem[] {
  const own = chart.placements.filter(({ episodeId }) => episodeId === episode.episodeId);
  return own.flatMap((placement, place) => {
    const { startedOn, endedOn, levelOfCare } = placement;
    const id = episode.episodeId;
    const name = `Placement (${levelOfCare}) of ${startedOn}`;
    const why = outside(placement, episode);
    const problems = why === null ? [] : [impossible("placement", id, startedOn, `${name} ${why}`)];
    const next = own[place + 1];
    if (next === undefined || !overNext(placement, next)) return problems;
    const text = `${name} ends on ${endedOn}, after the next one began on ${next.startedOn}`;
    return [...problems, impossible("placement", id, next.startedOn, text)];
  });
}

function formsTooEarly(forms: readonly KnownAssessment[]): readonly QualityProblem[] {
  return forms.flatMap(({ record, on, recordedOn }) => {
    if (recordedOn === null || recordedOn >= on) return [];
    const text = `${instrumentOf(record.instrument).name} recorded on ${recordedOn}, before it was given`;
    return [impossible("assessment", record.assessmentId, on, text)];
  });
}

function attendedAfter(
  sessions: readonly Known<Session>[],
  last: CalendarDate,
  what: string,
): readonly QualityProblem[] {
  return sessions
    .filter(({ record, on }) => on > last && isAttended(record))
    .map(({ record, on }) =>
      impossible("session", record.sessionId, on, `Session attended after the ${what}`),
    );
}

function afterDeath(chart: KnownChart, died: CalendarDate): readonly QualityProblem[] {
  const forms = chart.assessments
    .filter(({ on }) => on > died)
    .map(({ record, on }) => {
      const text = `${instrumentOf(record.instrument).name} given after the death`;
      return impossible("assessment", record.assessmentId, on, text);
    });
  const specimens = chart.screens
    .filter(({ record, on }) => on > died && record.disposition === "collected")
    .map(({ record, on }) => impossible("screen", record.screenId, on, "Specimen collected after the death"));
  const stays = chart.episodes
    .filter(({ admittedOn }) => admittedOn > died)
    .map(({ episodeId, admittedOn }) =>
      impossible("episode", episodeId, admittedOn, "Admitted after the death"),
    );
  return [...attendedAfter(chart.sessions, died, "death"), ...forms, ...specimens, ...stays];
}

/**
 * Records that cannot all be true, of one episode. Only what contradicts itself is named: a form given after a discharge is a
 * follow-up, and a second start of a medication may be a new dose.
 *
 * @param own the forms and sessions that belong to the episode, its window included
 */
export function sequenceProblems(
  chart: KnownChart,
  view: EpisodeView,
  own: Readonly<{ forms: readonly KnownAssessment[]; sessions: readonly Known<Session>[] }>,
): readonly QualityProblem[] {
  const { episode } = view;
  const { dischargedOn, dischargeReason } = episode;
  const ended = (last: CalendarDate): readonly QualityProblem[] =>
    dischargeReason === "deceased" ? afterDeath(chart, last) : attendedAfter(own.sessions, last, "discharge");
  return [
    ...staysAtOnce(chart, episode),
    ...placementProblems(chart, episode),
    ...formsTooEarly(own.forms),
    ...(dischargedOn === null ? [] : ended(dischargedOn)),
  ];
}
