import type { InstrumentId } from "@soundings/clinical";
import type { Day } from "../days.ts";
import type { ChartDraft, MeasureDraft, ResultDraft, ScreenDraft } from "../draft.ts";
import { definitive, presumptive } from "../panel.ts";
import { isTaken } from "./medications.ts";

/** What a page has a mark for and chance brings too seldom: answers the draft with it, or null when it does not fit. */
type RareCase = (draft: ChartDraft) => ChartDraft | null;

const isTakingOn = (draft: ChartDraft, word: string, day: Day): boolean =>
  [...new Set(draft.medications.map(({ medication }) => medication))].some(
    (medication) => medication.startsWith(word) && isTaken(draft.medications, medication, day),
  );

const isOf = (analyte: string) => (result: ResultDraft) => result.analyte === analyte;
const isCup = ({ method, resultStatus }: ResultDraft) => method === "presumptive" && resultStatus === "final";

/** The latest valid screen of those days whose cup was read. */
function latestScreen({ screens }: ChartDraft, from: Day, to: Day): ScreenDraft | undefined {
  return screens.findLast(
    ({ scheduled, validity, results }) =>
      scheduled >= from && scheduled <= to && validity === "valid" && results.some(isCup),
  );
}

/** The chart with the results of one analyte of a screen in place of what was found. */
function withResults(
  draft: ChartDraft,
  screen: ScreenDraft,
  analyte: string,
  found: ResultDraft[],
): ChartDraft {
  const results = [...screen.results.filter((result) => !isOf(analyte)(result)), ...found];
  return {
    ...draft,
    screens: draft.screens.map((one) => (one === screen ? { ...one, results } : one)),
  };
}

/** A cup takes bupropion for amphetamine; the laboratory's answer is a value, or still to be asked for. */
function bupropionAsAmphetamine(from: Day, to: Day, answer: number | null): RareCase {
  return (draft) => {
    const screen = latestScreen(draft, from, to);
    const read = screen?.results.find(isOf("amphetamine"));
    if (screen === undefined || read?.recorded == null || read.result === "positive") return null;
    if (!isTakingOn(draft, "Bupropion", screen.scheduled)) return null;
    const cup = presumptive("amphetamine", true, read.recorded);
    const back = { day: screen.scheduled + 2, minute: 14 * 60 + 25 };
    const found = answer === null ? [cup] : [cup, definitive("amphetamine", answer, back)];
    return withResults(draft, screen, "amphetamine", found);
  };
}

/** What is taken shows for days: the screens shortly before the latest lack it too. */
const buprenorphineAbsent: RareCase = (draft) => {
  const latest = latestScreen(draft, -9, -1);
  if (latest === undefined) return null;
  const since = latest.scheduled - 6;
  const isTaking = [since - 10, latest.scheduled, -1].every((day) => isTakingOn(draft, "Buprenorphine", day));
  const lacking = draft.screens.filter(({ scheduled, results }) => scheduled >= since && results.some(isCup));
  if (!isTaking || lacking.some(({ results }) => results.some(isOf("norbuprenorphine")))) return null;
  return lacking.reduce((changed, screen) => {
    const read = screen.results.find(isCup)?.recorded;
    if (read == null) return changed;
    const found = presumptive("buprenorphine", false, read);
    return withResults(changed, screen, "buprenorphine", [found]);
  }, draft);
};

const SCORED: Readonly<Record<InstrumentId, number>> = { "phq-9": 9, "gad-7": 7 };

function totalOf({ instrument, items }: MeasureDraft): number | null {
  const scored = items.slice(0, SCORED[instrument]);
  return scored.includes(null) ? null : scored.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
}

function withItems(draft: ChartDraft, measure: MeasureDraft, scored: readonly (number | null)[]): ChartDraft {
  const items = [...scored, ...measure.items.slice(scored.length)];
  return { ...draft, measures: draft.measures.map((one) => (one === measure ? { ...one, items } : one)) };
}

/** One column of the form ticked from top to bottom, in the last weeks. */
const allTheSame: RareCase = (draft) => {
  const measure = draft.measures.findLast(
    (one) => one.instrument === "gad-7" && one.status === null && [7, 14].includes(totalOf(one) ?? 0),
  );
  if (measure === undefined || measure.day < -28) return null;
  const answer = (totalOf(measure) ?? 0) / SCORED["gad-7"];
  return withItems(
    draft,
    measure,
    Array.from({ length: SCORED["gad-7"] }, () => answer),
  );
};

/** The form of the week before, ticked again. */
const copied: RareCase = (draft) => {
  const forms = draft.measures.filter(({ instrument }) => instrument === "phq-9");
  const [before, last] = forms.slice(-2);
  if (before === undefined || last === undefined || last.day < -14) return null;
  const isAlike = totalOf(last) === totalOf(before) && last.items[8] === before.items[8];
  if (!isAlike || (totalOf(last) ?? 0) < 4 || before.status !== null || last.status !== null) return null;
  return withItems(draft, last, before.items.slice(0, SCORED["phq-9"]));
};

const CASES: readonly RareCase[] = [
  bupropionAsAmphetamine(-10, -1, null),
  bupropionAsAmphetamine(-30, -4, 12),
  buprenorphineAbsent,
  allTheSame,
  copied,
];

/** Gives each case to the first person in treatment whom it fits, one to a person, and leaves everybody else as they are. */
export function withRareCases(drafts: readonly ChartDraft[]): ChartDraft[] {
  let left = CASES;
  return drafts.map((draft) => {
    if (draft.stays.at(-1)?.discharged !== null) return draft;
    for (const rare of left) {
      const changed = rare(draft);
      if (changed === null) continue;
      left = left.filter((one) => one !== rare);
      return changed;
    }
    return draft;
  });
}
