import type { EpisodePicture, MeasureLane } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";
import { LEVEL_MARKS } from "../ui/marks/levels.ts";
import { counted, signed } from "../ui/numbers.ts";
import { lineMarks } from "./segments.ts";

function measureWords(lane: MeasureLane): string {
  const last = lineMarks(lane).at(-1);
  if (!last || last.score === null) return `${lane.name}: no data.`;
  const latest = `${last.score}${last.band ? `, ${last.band},` : ""} on ${dateWords(last.on)}`;
  if (!lane.baseline) return `${lane.name}: ${latest}; no baseline.`;
  if (lane.baseline.assessmentId === last.assessmentId) return `${lane.name}: ${latest}, the baseline.`;
  const { score, on } = lane.baseline;
  return `${lane.name}: ${score} at baseline on ${dateWords(on)}, ${latest} (${signed(last.score - score)}).`;
}

function attendanceWords({ sessions }: EpisodePicture): string {
  const count = (...marks: string[]) => sessions.filter(({ mark }) => marks.includes(mark)).length;
  const [there, away] = [count("attended", "partial"), count("absent")];
  return there + away === 0
    ? "Attendance: no data."
    : `Attended ${there} of ${counted(there + away, "session")} that count.`;
}

function screenWords({ screens }: EpisodePicture): string {
  const last = screens.at(-1);
  return last
    ? `${counted(screens.length, "drug screen")}, the last on ${dateWords(last.on)}: ${last.text}.`
    : "No drug screens.";
}

function medicationWords({ medications, to }: EpisodePicture): string {
  const present = medications.flatMap((lane) => {
    const now = lane.segments.find(
      (segment) => segment.from <= to && (segment.to === null || segment.to >= to),
    );
    return now ? [`${lane.medication} ${now.doseText}`.trim()] : [];
  });
  return present.length === 0 ? "No current medication is recorded." : `Medication: ${present.join("; ")}.`;
}

/** The whole timeline in a few sentences, and how to read on, for whoever does not see it. */
export function spokenSummary(picture: EpisodePicture): string {
  const level = LEVEL_MARKS[picture.levelOfCare].word;
  const { events, decisions, notes } = picture;
  return [
    `Admitted ${dateWords(picture.admittedOn)}, ${level}.`,
    picture.dischargedOn ? `Discharged ${dateWords(picture.dischargedOn)}.` : "",
    ...picture.measures.map(measureWords),
    attendanceWords(picture),
    screenWords(picture),
    medicationWords(picture),
    `${counted(events.length, "event")}, ${counted(decisions.length, "decision")}, ${counted(notes.length, "note")}.`,
    "Arrow keys step through the days with records; plus and minus zoom; 0 shows the whole stay.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
