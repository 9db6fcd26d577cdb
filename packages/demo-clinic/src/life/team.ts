import { HABITS } from "../programs.ts";
import { drawsOf } from "../random.ts";
import type { CoverOfDemo, MeetingOfDemo, OpeningOfDemo, Scene } from "./types.ts";

const WEEK = 7;

/** One cover that runs, and one of the week ahead. */
export function coversOf({ days }: Scene): CoverOfDemo[] {
  const nextMonday = WEEK - days.weekday(0);
  return [
    {
      awayStaffId: "T-05",
      coveringStaffId: "T-06",
      programId: HABITS.B.programId,
      startsOn: days.date(0),
      endsOn: days.date(1),
      note: "Out sick; back after tomorrow.",
    },
    {
      awayStaffId: "T-07",
      coveringStaffId: "T-08",
      programId: HABITS.C.programId,
      startsOn: days.date(nextMonday),
      endsOn: days.date(nextMonday + 4),
      note: "Vacation, handed over in writing.",
    },
  ];
}

/** The team meeting of today, and the same a week on. */
export function meetingsOf({ days }: Scene): MeetingOfDemo[] {
  const { name, programId, therapists, prescribers } = HABITS.E;
  return [0, WEEK].map((day) => ({
    name: `Weekly team meeting, ${name}`,
    programId,
    startsOn: days.date(day),
    endsOn: days.date(day),
    staffIds: ["L-03", ...therapists, ...prescribers],
  }));
}

/** A therapist of one program helps a patient of another, whom the directors then find among their notices. */
export function openingOf({ seed, treated }: Scene): OpeningOfDemo {
  const others = treated.filter(({ programId }) => programId === HABITS.A.programId);
  return {
    staffId: "T-04",
    patientId: drawsOf(seed, "life", "opening").pick(others).patientId,
    reason: "Came to our desk in distress while the own therapist was away; safety plan needed at once.",
    minutesAgo: 190,
  };
}
