import { type AssessmentMark, type Instrument, instrumentOf, type MeasureLane } from "@soundings/clinical";
import { dateWords } from "../../ui/dates.ts";

/** One row of the answers: an item of the questionnaire. */
export interface ItemRow {
  readonly number: number;
  readonly topic: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly safety: boolean;
}

function itemRow(instrument: Instrument, place: number): ItemRow {
  const item = instrument.items[place];
  const number = item?.number ?? place + 1;
  return {
    number,
    topic: item?.topic ?? "",
    question: instrument.texts.en.items[place] ?? "",
    answers: instrument.texts.en.answers,
    safety: number === instrument.safetyItem,
  };
}

/** The items, suicidality first. */
export function itemRows(lane: MeasureLane): ItemRow[] {
  const instrument = instrumentOf(lane.instrument);
  const rows = instrument.items.map((_, place) => itemRow(instrument, place));
  return rows.sort((a, b) => Number(b.safety) - Number(a.safety));
}

/** The functional difficulty item, which is outside the total. */
export function difficultyRow(lane: MeasureLane): ItemRow {
  const instrument = instrumentOf(lane.instrument);
  const { question, answers } = instrument.texts.en.difficulty;
  return { number: instrument.difficulty.number, topic: "Difficulty", question, answers, safety: false };
}

/** A 0 to the item on suicide is said as an answer and as nothing more. */
function answerWords(row: ItemRow, answer: number | null): string {
  if (answer === null) return "not answered";
  if (row.safety && answer === 0) return "answered 0";
  return `${answer}, ${row.answers[answer] ?? ""}`.toLowerCase();
}

/** The words of the item, of the answer, and the day. */
export function cellWords(row: ItemRow, mark: AssessmentMark): string {
  const answer = mark.totalOnly ? "no data, only the total is known" : answerWords(row, answerOf(row, mark));
  return `${dateWords(mark.on)}, item ${row.number}: ${row.question}\n${answer}`;
}

export function answerOf(row: ItemRow, mark: AssessmentMark): number | null {
  return mark.items[row.number - 1] ?? null;
}

/** The latest score and, beside it, how difficult it makes life: `Nov 19: 19, moderately severe. Difficulty: very difficult (2).` */
export function latestWords(lane: MeasureLane, near: string): string {
  const latest = lane.marks.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).at(-1);
  if (!latest) return "No data: not asked in this stay.";
  const row = difficultyRow(lane);
  const { score, band, difficulty } = latest;
  const total =
    score === null ? "no score, incomplete" : [score, band].filter((part) => part !== null).join(", ");
  const answer = difficulty === null ? undefined : row.answers[difficulty]?.toLowerCase();
  const words = answer === undefined ? "no data" : `${answer} (${difficulty})`;
  return `${dateWords(latest.on, near)}: ${total}. Difficulty: ${words}.`;
}

/** Whether any answer to any item is known. */
export function hasAnswers({ marks }: MeasureLane): boolean {
  return marks.some(({ items }) => items.some((answer) => answer !== null));
}

/** Whether there is anything to draw: an assessment, or a week without one whose reason is known. */
export function hasColumns({ marks, weeks }: MeasureLane): boolean {
  return marks.length > 0 || weeks.some(({ state }) => state !== "missing" && state !== "due");
}
