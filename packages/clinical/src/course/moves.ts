import type { EpisodeView } from "../findings/episode-view.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { Administration } from "./administrations.ts";
import type { ItemAnswer, ItemMove, ItemMoves } from "./types.ts";

/** No page lists more items each way: five can be read at a glance. */
const AT_MOST = 5;

type Administrations = Readonly<Record<InstrumentId, readonly Administration[]>>;

function moveOf(instrument: InstrumentId, number: number, from: ItemAnswer, to: ItemAnswer): ItemMove {
  const { items, safetyItem } = instrumentOf(instrument);
  const topic = items[number - 1]?.topic ?? "";
  return {
    instrument,
    number,
    topic,
    safety: number === safetyItem,
    from,
    to,
    change: to.answer - from.answer,
  };
}

function answerOf({ answers, on, assessmentId }: Administration, number: number): ItemAnswer | null {
  const answer = answers[number - 1] ?? null;
  return answer === null ? null : { answer, on, assessmentId };
}

/** The baseline's administration when its items are known, else the first of the episode. */
function firstOf(view: EpisodeView, all: readonly Administration[]): Administration | null {
  const baseline = all.find(({ instrument, on }) => view.baselines[instrument]?.on === on);
  return baseline ?? all[0] ?? null;
}

/** Items 1 to 8, and 1 to 7, answered both at first and at last. */
function movesOf(view: EpisodeView, all: readonly Administration[]): readonly ItemMove[] {
  const first = firstOf(view, all);
  const last = all.at(-1);
  if (first === null || last === undefined || last.on <= first.on) return [];
  const { items, safetyItem } = instrumentOf(last.instrument);
  return items.flatMap(({ number }) => {
    const from = answerOf(first, number);
    const to = answerOf(last, number);
    if (number === safetyItem || from === null || to === null || from.answer === to.answer) return [];
    return [moveOf(last.instrument, number, from, to)];
  });
}

/**
 * Item 9 from the same beginning to the latest known answer, on whichever form it stands: a form that leaves it open says
 * nothing against the answer before. With one known answer only, `from` and `to` are that one.
 */
function safetyMove(view: EpisodeView, all: readonly Administration[]): ItemMove | null {
  const { id, safetyItem } = instrumentOf("phq-9");
  const known = view.item9Days.flatMap(({ item9, on, assessmentId }) =>
    item9 === null ? [] : [{ answer: item9, on, assessmentId }],
  );
  const last = known.at(-1);
  if (last === undefined || safetyItem === null) return null;
  const began = firstOf(view, all)?.on ?? last.on;
  const first = known.find(({ on }) => on >= began) ?? last;
  return moveOf(id, safetyItem, first, last);
}

/** Suicidality first, then by the number given, then by change; otherwise in the order of the forms. */
function compareMoves(severity: (move: ItemMove) => readonly number[]): (a: ItemMove, b: ItemMove) => number {
  return (a, b) => {
    if (a.safety !== b.safety) return a.safety ? -1 : 1;
    const [left, right] = [severity(a), severity(b)];
    const place = left.findIndex((value, index) => value !== right[index]);
    return place < 0 ? 0 : (right[place] ?? 0) - (left[place] ?? 0);
  };
}

const worstFirst = compareMoves(({ to, change }) => [to.answer, change]);
const bestFirst = compareMoves(({ from, change }) => [-change, from.answer]);

/**
 * What the latest administration with item answers says against the first: the baseline's where its items are known, else
 * the episode's first. Only items answered on both count. Item 9 heads what worsens whenever it rose or its latest known
 * answer is 1 or more, even when it fell or nothing precedes it.
 */
export function itemMoves(view: EpisodeView, administrations: Administrations): ItemMoves {
  const safety = safetyMove(view, administrations["phq-9"]);
  const moves = INSTRUMENT_IDS.flatMap((instrument) => movesOf(view, administrations[instrument]));
  const stands = safety !== null && (safety.change > 0 || safety.to.answer >= 1);
  const worsening = [...(stands ? [safety] : []), ...moves.filter(({ change }) => change > 0)];
  const eased = safety !== null && !stands && safety.change < 0;
  const improving = [...(eased ? [safety] : []), ...moves.filter(({ change }) => change < 0)];
  return {
    worsening: worsening.sort(worstFirst).slice(0, AT_MOST),
    improving: improving.sort(bestFirst).slice(0, AT_MOST),
    administrations: {
      "phq-9": administrations["phq-9"].length,
      "gad-7": administrations["gad-7"].length,
    },
  };
}
