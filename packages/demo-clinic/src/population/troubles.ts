import type { ChartDraft, ScreenDraft, StayDraft } from "../draft.ts";
import { drawsOf } from "../random.ts";

/** What is wrong with the records of one person, written into them; null when it does not fit. */
type Trouble = (draft: ChartDraft) => ChartDraft | null;

/** Discharged within a year, long enough ago that a late entry would have come. */
function isOver({ discharged }: StayDraft): boolean {
  return discharged !== null && discharged > -330 && discharged < -20;
}

const withoutReason: Trouble = (draft) => {
  const [stay] = draft.stays;
  if (draft.stays.length > 1 || stay === undefined || !isOver(stay) || stay.reason === "deceased")
    return null;
  return { ...draft, stays: [{ ...stay, reason: null }] };
};

const DAYS_TOO_LATE = 9;

/** The first of two stays was closed only after the second had begun. */
const twoAtOnce: Trouble = (draft) => {
  const [first, second, ...more] = draft.stays;
  if (first === undefined || second === undefined || more.length > 0 || !isOver(second)) return null;
  const discharged = second.admitted + DAYS_TOO_LATE;
  if (first.discharged === null || discharged >= (second.discharged ?? 0)) return null;
  const placements = first.placements.map((one) =>
    one.to === first.discharged ? { ...one, to: discharged } : one,
  );
  return { ...draft, stays: [{ ...first, discharged, placements }, second] };
};

const isCollected = ({ disposition, results }: ScreenDraft): boolean =>
  disposition === "collected" && results.length > 1;

/** The cup was read, and nobody ever released the result. */
const neverReleased: Trouble = (draft) => {
  const [stay] = draft.stays;
  const last = draft.screens.findLast(isCollected);
  if (draft.stays.length > 1 || stay === undefined || !isOver(stay) || last === undefined) return null;
  const results = last.results
    .filter(({ method }) => method === "presumptive")
    .map((one) => ({ ...one, resultStatus: "preliminary" as const }));
  const screens = draft.screens.map((one) => (one === last ? { ...last, results } : one));
  return { ...draft, screens };
};

/** Each trouble and to how many people it happens. */
const TROUBLES: readonly (readonly [name: string, trouble: Trouble, people: number])[] = [
  ["no-reason", withoutReason, 6],
  ["two-at-once", twoAtOnce, 2],
  ["never-released", neverReleased, 5],
];

/** A handful of people whose records nobody has put in order, one trouble to a person; everybody else as they are. */
export function withTroubles(drafts: readonly ChartDraft[], seed: number): ChartDraft[] {
  const changed = new Map<ChartDraft, ChartDraft>();
  for (const [name, trouble, people] of TROUBLES) {
    const place = (draft: ChartDraft): number => drawsOf(seed, "trouble", name, draft.recordNumber).next();
    const found = drafts
      .filter((draft) => !changed.has(draft) && draft.stays.some(isOver))
      .flatMap((draft) => {
        const after = trouble(draft);
        return after === null ? [] : [{ draft, after, place: place(draft) }];
      })
      .toSorted((a, b) => a.place - b.place);
    for (const { draft, after } of found.slice(0, people)) changed.set(draft, after);
  }
  return drafts.map((draft) => changed.get(draft) ?? draft);
}
