import type { EpisodePicture, MeasureLane, PaperPart } from "@soundings/clinical";
import { safetySign } from "./scores.ts";
import { SCREEN_SYMBOLS } from "./screens.ts";

function scoreWords(measures: readonly MeasureLane[]): readonly string[] {
  const marks = measures.flatMap((lane) => lane.marks);
  const weeks = measures.flatMap((lane) => lane.weeks);
  const some = (holds: boolean, words: string) => (holds ? [words] : []);
  const empty = (state: string) => weeks.some((week) => week.state === state && week.score === null);
  const safety = new Set(measures.flatMap((lane) => lane.marks.map((mark) => safetySign(lane, mark))));
  return [
    "dashes: baseline and reliable change",
    ...some(safety.has("9"), "boxed 9: item 9 above 0"),
    ...some(safety.has("9?"), "boxed 9?: item 9 not known"),
    ...some(
      marks.some(({ prorated }) => prorated),
      "hollow: prorated",
    ),
    ...some(
      marks.some(({ score }) => score === null),
      "×: incomplete, not scored",
    ),
    ...some(
      marks.some(({ late }) => late),
      "tail: recorded late",
    ),
    ...some(
      marks.some(({ score, takesPart }) => score !== null && !takesPart),
      "small ring: takes no part",
    ),
    ...some(empty("missing"), "· no measure that week"),
    ...some(empty("refused"), "r refused"),
    ...some(empty("absent"), "a absent"),
    ...some(empty("not_asked"), "n not asked"),
    ...some(empty("unable"), "u unable"),
  ];
}

function screenWords({ screens }: EpisodePicture): readonly string[] {
  const used = new Set(screens.map(({ mark }) => mark));
  return Object.entries(SCREEN_SYMBOLS)
    .filter(([mark]) => used.has(mark as keyof typeof SCREEN_SYMBOLS))
    .map(([, [symbol, word]]) => `${symbol} ${word}`);
}

function flagWords({ events, decisions, notes }: EpisodePicture): readonly string[] {
  const named = new Map<string, string>();
  for (const { letter, text } of events) named.set(letter, text.split(":")[0] ?? text);
  const filled = [...named].map(([letter, text]) => `${letter} ${text}`);
  const decided = new Map(decisions.map(({ letter, text }) => [letter, text]));
  const outlined = [...decided].map(([letter, text]) => `[${letter}] ${text}`);
  return [...filled, ...outlined, ...(notes.length > 0 ? ["[…] note"] : [])];
}

const SESSION_WORDS: Readonly<Partial<Record<EpisodePicture["sessions"][number]["mark"], string>>> = {
  attended: "filled: attended",
  partial: "half: late or left early",
  absent: "outlined: absent",
  excused: "dotted: excused",
  cancelled_program: "slash: canceled by the program",
};

function sessionWords({ sessions }: EpisodePicture): readonly string[] {
  const used = new Set(sessions.map(({ mark }) => mark));
  return Object.entries(SESSION_WORDS)
    .filter(([mark]) => used.has(mark as keyof typeof SESSION_WORDS))
    .map(([, words]) => words)
    .concat(
      sessions.some(({ earlyMiss }) => earlyMiss) ? ["frame in a frame: missed in the first two weeks"] : [],
    );
}

/** What the marks mean that are in this picture, a line a lane. */
export function legendLines(picture: EpisodePicture, leftOut: ReadonlySet<PaperPart>): readonly string[] {
  const lines: readonly (readonly [string, PaperPart, readonly string[]])[] = [
    ["Flags", "events", flagWords(picture)],
    ["Scores", "measures", scoreWords(picture.measures)],
    ["Sessions", "attendance", sessionWords(picture)],
    ["Screens", "screens", screenWords(picture)],
    [
      "Medication",
      "medications",
      picture.medications.length > 0 ? ["height: dose", "pennant: start", "cross: stop"] : [],
    ],
  ];
  return lines
    .filter(([, part, words]) => words.length > 0 && !(leftOut.has(part) && part !== "events"))
    .map(([lane, , words]) => `${lane}: ${words.join("; ")}`);
}
