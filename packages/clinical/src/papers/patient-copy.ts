import type { CalendarDate } from "../calendar/types.ts";
import type { AssessmentMark, MeasureLane } from "../picture/types.ts";
import { attendedSince, type chosen, currentDose, linesOf, scoredMarks } from "./parts.ts";
import { screenResult } from "./plain-screens.ts";
import { covers, NO_DATA, type PaperScope, type PaperSource, WHOLE_RECORD } from "./source.ts";
import { leftOutOf } from "./summary.ts";
import type { Paper, PaperSection } from "./types.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "March 9, 2026". */
function plainDay(day: CalendarDate): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}

/** What each scale asks about, in plain words. */
const ASKS: Readonly<Record<MeasureLane["instrument"], string>> = {
  "phq-9": "The PHQ-9 asks how often you felt low or lost interest in things.",
  "gad-7": "The GAD-7 asks how often you felt nervous or worried.",
};

/** "16", or with from how many answers it was worked out. */
function scoreText({ score, prorated, answered, itemCount }: AssessmentMark): string {
  if (score === null) return `no score (you answered ${answered} of ${itemCount} questions)`;
  return prorated ? `${score} (from ${answered} of ${itemCount} answers)` : String(score);
}

function changeLine(lane: MeasureLane): string {
  const scored = scoredMarks(lane);
  const latest = scored.at(-1);
  if (latest === undefined) return "There is no score on record yet.";
  const first = lane.baseline ?? scored[0] ?? latest;
  const before = lane.marks.find(({ assessmentId }) => assessmentId === first.assessmentId);
  if (first.on >= latest.on) {
    return `You have one score so far: ${scoreText(latest)}, on ${plainDay(latest.on)}. It takes two to see a change.`;
  }
  const change = latest.score - first.score;
  const then = before === undefined ? String(first.score) : scoreText(before);
  const from = `Your score was ${then} on ${plainDay(first.on)} and ${scoreText(latest)} on ${plainDay(latest.on)}.`;
  if (change === 0) return `${from} It is the same.`;
  const way = change < 0 ? "lower, which is better" : "higher, which is worse";
  const points = `${Math.abs(change)} ${Math.abs(change) === 1 ? "point" : "points"}`;
  const small =
    Math.abs(change) < lane.reliableChange
      ? ` A change of less than ${lane.reliableChange} points can be chance.`
      : "";
  return `${from} That is ${points} ${way}.${small}`;
}

function measureSections(lane: MeasureLane): readonly PaperSection[] {
  const { name, max, bands, marks } = lane;
  const meanings = bands.map(({ name: band, from, to }) => `${from} to ${to} means ${band}`).join("; ");
  const heading = `Your ${name} scores`;
  const words = linesOf(heading, [
    `${ASKS[lane.instrument]} Scores go from 0 to ${max}. A lower score is better.`,
    `What scores mean: ${meanings}.`,
    changeLine(lane),
  ]);
  if (marks.length === 0) return [words];
  const rows = marks.map((mark) => [plainDay(mark.on), scoreText(mark), mark.band ?? NO_DATA]);
  const columns = ["Date", "Your score", "What it means"];
  return [words, { kind: "table", heading: `${name}, score by score`, table: { columns, rows } }];
}

function sessionLines({ picture }: PaperSource): readonly string[] {
  const { attended, countable } = attendedSince(picture, picture.admittedOn);
  if (countable === 0) return ["No session is on record yet."];
  return [
    `You came to ${attended} of ${countable} sessions that were planned for you so far.`,
    "Sessions that the program canceled, or that you were excused from, are not counted.",
  ];
}

function screenSections({ picture: { screens } }: PaperSource): readonly PaperSection[] {
  const heading = "Your drug tests";
  if (screens.length === 0) return [linesOf(heading, ["No drug test is on record."])];
  const rows = screens.map((screen) => [plainDay(screen.on), screenResult(screen)]);
  return [
    linesOf(heading, [
      "A test can be positive because of a medicine that you take. Ask your team what a result means.",
    ]),
    { kind: "table", heading: "Tests by date", table: { columns: ["Date", "Result"], rows } },
  ];
}

function medicineSections({ picture: { medications } }: PaperSource): readonly PaperSection[] {
  const heading = "Your medicines";
  const rows = medications.flatMap((lane) => {
    const dose = currentDose(lane);
    return dose === null
      ? []
      : [[lane.medication, dose.doseText || "dose not on record", plainDay(dose.from)]];
  });
  const ask = "Talk to your prescriber before you change or stop a medicine.";
  if (rows.length === 0) return [linesOf(heading, ["No medicine is on record now.", ask])];
  return [
    linesOf(heading, ["This is what our record says you take now.", ask]),
    { kind: "table", heading: "Medicines now", table: { columns: ["Medicine", "Dose", "Since"], rows } },
  ];
}

function aboutYou(source: PaperSource, scope: PaperScope): Paper["about"] {
  const { patient, programName, therapistName, prescriberName, picture, asOf } = source;
  const name = `${patient.givenName} ${patient.familyName}`;
  const team = [therapistName, prescriberName].filter((one) => one !== null).join(", ");
  return [
    ...(covers(scope, ["identity"]) ? [["Your name", name] as const] : []),
    ["Your record number", patient.patientId],
    ...(covers(scope, ["course"])
      ? ([
          ["Your program", programName],
          ["You started on", plainDay(picture.admittedOn)],
          ...(picture.dischargedOn === null
            ? []
            : [["You finished on", plainDay(picture.dischargedOn)] as const]),
          ["Your team", team === "" ? "no name on record" : team],
        ] as const)
      : []),
    ["What we knew on", plainDay(asOf)],
  ];
}

function part(
  scope: PaperScope,
  needed: Parameters<typeof chosen>[1],
  heading: string,
  make: () => readonly PaperSection[],
): readonly PaperSection[] {
  return covers(scope, needed) ? make() : [linesOf(heading, ["This is not part of this copy."])];
}

/**
 * The copy that a patient may have, in plain words: own scores and what they mean, sessions, drug tests, medicines. Of a
 * drug test it holds the date and whether it was negative, positive or not given, as the laboratory or the program
 * recorded it; judgments of rules, findings and notes of clinicians are not in it, nor any word on how great a risk is.
 */
export function patientCopy(source: PaperSource, scope: PaperScope = WHOLE_RECORD): Paper {
  const { measures } = source.picture;
  return {
    kind: "patient_copy",
    title: "Your copy of your record",
    asOf: source.asOf,
    about: aboutYou(source, scope),
    sections: [
      linesOf("How to read this", [
        "You can ask your team about anything on this page. Tell them if something is not right.",
        "“No data” means that we have nothing on record. It does not say how you are.",
      ]),
      ...part(scope, ["measures"], "Your scores", () => measures.flatMap(measureSections)),
      ...part(scope, ["attendance", "course"], "Your sessions", () => [
        linesOf("Your sessions", sessionLines(source)),
      ]),
      ...part(scope, ["screens"], "Your drug tests", () => screenSections(source)),
      ...part(scope, ["medications"], "Your medicines", () => medicineSections(source)),
      linesOf("If you need help", [
        "If you think about hurting yourself, or feel you are not safe, call or text 988 at any time, day or night. It is free.",
        "If you or somebody else is in danger right now, call 911.",
      ]),
    ],
    leftOut: leftOutOf(scope),
    foot: "This copy is for you. Scores show how you felt in the two weeks before; they are not a diagnosis.",
  };
}
