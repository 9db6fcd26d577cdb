import type { CalendarDate } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import { HABITS, PROGRAM_LETTERS, type ProgramLetter } from "../programs.ts";
import { fictionPhone } from "./draws.ts";
import type { PracticeOfDemo, Scene } from "./types.ts";

const CLOSES: Readonly<Record<ProgramLetter, string>> = {
  A: "20:30",
  B: "18:00",
  C: "19:00",
  D: "21:00",
  E: "21:00",
};

const WEEKDAYS = 7;
const WORKING_DAYS = 5;

const HOLIDAYS: Readonly<Record<string, string>> = {
  "01": "New Year's Day",
  "05": "Memorial Day",
  "06": "Juneteenth",
  "07": "Independence Day",
  "09": "Labor Day",
  "11": "Thanksgiving",
  "12": "Christmas",
};

function nameOf(date: CalendarDate, weekday: number): string {
  if (date.slice(5, 7) === "11" && weekday === 4) return "Day after Thanksgiving";
  return date.endsWith("-12-31") ? "New Year's Day" : (HOLIDAYS[date.slice(5, 7)] ?? "Holiday");
}

/** The next two days on which the whole clinic is closed. */
function holidaysAhead(days: Days): PracticeOfDemo["holidays"] {
  const ahead: { on: CalendarDate; name: string }[] = [];
  for (let day: Day = 0; ahead.length < 2 && day <= 366; day += 1) {
    if (days.isHoliday(day)) {
      const on = days.date(day);
      ahead.push({ on, name: nameOf(on, days.weekday(day)) });
    }
  }
  return ahead;
}

/** A therapist for the week that runs, another for the next; the prescriber for both. */
function onCallOf({ days }: Scene, letter: ProgramLetter): PracticeOfDemo["onCall"] {
  const monday = -days.weekday(0);
  const place = PROGRAM_LETTERS.indexOf(letter);
  const { therapists, prescribers } = HABITS[letter];
  const watch = (staffId: string | undefined, weeks: readonly [first: number, last: number], line: number) =>
    staffId === undefined
      ? []
      : [
          {
            staffId,
            phone: fictionPhone(line),
            from: days.date(monday + weeks[0] * WEEKDAYS),
            until: days.date(monday + weeks[1] * WEEKDAYS + WEEKDAYS - 1),
          },
        ];
  return [
    ...watch(therapists[0], [0, 0], 10 + place),
    ...watch(therapists[1], [1, 1], 20 + place),
    ...watch(prescribers[0], [0, 1], 30 + place),
  ];
}

export function practicesOf(scene: Scene): PracticeOfDemo[] {
  const holidays = holidaysAhead(scene.days);
  return PROGRAM_LETTERS.map((letter, place) => ({
    programId: HABITS[letter].programId,
    template: letter,
    crisisLine: fictionPhone(90 + place),
    workingHours: Array.from({ length: WEEKDAYS }, (_, weekday) =>
      weekday < WORKING_DAYS ? { from: "08:00", until: CLOSES[letter] } : null,
    ),
    holidays,
    onCall: onCallOf(scene, letter),
  }));
}
