import type { InstrumentId } from "@soundings/clinical";
import type { Day } from "../days.ts";
import type { ChartDraft, EventDraft, MeasureDraft, StayDraft } from "../draft.ts";
import { HABITS } from "../programs.ts";
import { type Draw, drawsOf } from "../random.ts";
import type { TurningPoints } from "../turning-points.ts";

interface Changing {
  readonly seed: number;
  readonly turns: TurningPoints;
}

function stayOn(draft: ChartDraft, day: Day): StayDraft | undefined {
  return draft.stays.find(({ admitted, discharged }) => admitted <= day && day <= (discharged ?? 0));
}

/** On paper a week is often forgotten, and some sheets are entered days later. */
const FORGOTTEN = 0.3;
const ENTERED_LATE = 0.05;

function onPaper(draw: Draw, measure: MeasureDraft): MeasureDraft {
  if (measure.mode !== "kiosk") return measure;
  const { day, recorded } = measure;
  return {
    ...measure,
    mode: "self",
    recorded: draw.chance(ENTERED_LATE) ? { day: day + draw.int(3, 9), minute: 16 * 60 + 40 } : recorded,
  };
}

const notAsked = (day: Day): EventDraft => ({
  day,
  kind: "measure_missed",
  result: "not_asked",
  note: null,
  recorded: { day, minute: 17 * 60 },
});

/** Weeks forgotten before the tablet: never the first form of a stay, and none in which item 9 was answered. */
function beforeTablet(draft: ChartDraft, { seed, turns }: Changing): ChartDraft {
  const { programId } = HABITS.C;
  const isPaper = (day: Day): boolean =>
    day < turns.tabletSince && stayOn(draft, day)?.programId === programId;
  if (!draft.measures.some(({ day }) => isPaper(day))) return draft;
  const draw = drawsOf(seed, "paper", draft.recordNumber);
  const byDay = Map.groupBy(draft.measures, ({ day }) => day);
  const missed: EventDraft[] = [];
  const measures = [...byDay].flatMap(([day, sheets]) => {
    if (!isPaper(day)) return sheets;
    const isFirst = draft.stays.some(({ admitted }) => admitted === day);
    const isSafe = sheets.every(({ items }) => (items[8] ?? 0) === 0);
    const isForgotten = draw.chance(FORGOTTEN);
    if (isFirst || !isSafe || !isForgotten) return sheets.map((sheet) => onPaper(draw, sheet));
    if (draw.chance(0.4)) missed.push(notAsked(day));
    return [];
  });
  return { ...draft, measures, events: [...draft.events, ...missed] };
}

/** How far the scores of the track rose together. */
const ROSE: Readonly<Record<InstrumentId, readonly [least: number, most: number]>> = {
  "phq-9": [4, 8],
  "gad-7": [3, 6],
};
/** Items in the order in which they rise; item 9 is not among them. */
const RISING: Readonly<Record<InstrumentId, readonly number[]>> = {
  "phq-9": [1, 2, 3, 0, 5, 6],
  "gad-7": [0, 1, 2, 5, 4, 3],
};

function raised(draw: Draw, measure: MeasureDraft): MeasureDraft {
  if (measure.status !== null) return measure;
  const { instrument, items, total } = measure;
  const [least, most] = ROSE[instrument];
  let left = draw.int(least, most);
  const risen = [...items];
  for (const place of [...RISING[instrument], ...RISING[instrument]]) {
    const answer = risen[place] ?? null;
    if (left === 0 || answer === null || answer > 2) continue;
    risen[place] = answer + 1;
    left -= 1;
  }
  const sum = (answers: typeof items): number => answers.reduce<number>((all, one) => all + (one ?? 0), 0);
  return { ...measure, items: risen, total: total === null ? null : total + sum(risen) - sum(items) };
}

/** The week in which everybody in the evening track did worse. */
function inHardWeek(draft: ChartDraft, { seed, turns }: Changing): ChartDraft {
  const isHard = (day: Day): boolean => {
    const stay = day >= turns.hardWeek && day < turns.hardWeek + 7 ? stayOn(draft, day) : undefined;
    return stay?.programId === HABITS.E.programId && stay.track === "evening";
  };
  if (!draft.measures.some(({ day }) => isHard(day))) return draft;
  const draw = drawsOf(seed, "hard-week", draft.recordNumber);
  const measures = draft.measures.map((one) => (isHard(one.day) ? raised(draw, one) : one));
  return { ...draft, measures };
}

/** The records of somebody as the turning points of the programs left them. */
export function throughChanges(draft: ChartDraft, changing: Changing): ChartDraft {
  return inHardWeek(beforeTablet(draft, changing), changing);
}
