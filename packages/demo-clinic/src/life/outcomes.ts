import type { Day, Days } from "../days.ts";
import { HABITS, type ProgramLetter } from "../programs.ts";
import { morningOf, type TurningPoints, turningPoints } from "../turning-points.ts";
import type { OutcomeNoteOfDemo, OutcomesOfDemo } from "./types.ts";

const DAY_AFTER = 1;

/** Written by whoever directs the program on the next day of work. */
function noteOf(days: Days, letter: ProgramLetter, on: Day, text: string): OutcomeNoteOfDemo {
  const written = days.openOnOrAfter(on + DAY_AFTER);
  return {
    programId: HABITS[letter].programId,
    staffId: letter === "E" ? "L-03" : "L-02",
    on: days.date(on),
    text,
    recordedAt: morningOf(days, written),
  };
}

function notesOf(days: Days, turns: TurningPoints): OutcomeNoteOfDemo[] {
  const { eveningOpened, tabletSince, noBus, hardWeek } = turns;
  return [
    noteOf(days, "E", eveningOpened, "Evening track opened."),
    noteOf(days, "C", tabletSince, "Weekly measures moved from paper to a tablet at check-in."),
    noteOf(days, "B", noBus.from, "Bus line to the building suspended for three months; many cannot come."),
    noteOf(days, "B", noBus.to + 1, "Bus runs again. Ride vouchers stay."),
    noteOf(days, "E", hardWeek, "Evening group lost its leader without notice; stand-ins this week."),
  ];
}

/** Reaches to the first day of the ninth quarter back: with eight that are over, a chart has limits. */
const EIGHT_QUARTERS = 825;

/** What directors wrote down, kept and made among program outcomes. */
export function outcomesOfDemo(days: Days): OutcomesOfDemo {
  const turns = turningPoints(days);
  return {
    notes: notesOf(days, turns),
    views: [
      {
        staffId: "L-01",
        name: "Tidewater: completed, by quarter",
        page: "time",
        filter: {
          program: HABITS.B.programId,
          measure: "completion",
          every: "quarter",
          from: days.date(-EIGHT_QUARTERS),
        },
        shared: true,
        keptAt: morningOf(days, days.openOnOrBefore(-40)),
      },
      {
        staffId: "L-01",
        name: "Medi-Cal in Lighthouse",
        page: "overview",
        filter: { program: HABITS.A.programId, payer: "Medi-Cal", against: "all_programs" },
        shared: false,
        keptAt: morningOf(days, days.openOnOrBefore(-9)),
      },
    ],
    report: {
      staffId: "L-01",
      programId: HABITS.B.programId,
      filter: { asOf: days.date(turns.reported), against: "previous_year" },
      madeAt: morningOf(days, turns.reported),
    },
  };
}
