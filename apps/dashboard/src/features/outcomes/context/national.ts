import {
  type IntervalsFigure,
  measureOf,
  NATIONAL_CONTEXT,
  type NationalYear,
  type OutcomesJson,
  type PublishedShare,
} from "@soundings/clinical";

/** What both the nation and the program publish, in the order of the contract. */
export const SHARED_MEASURES = [
  "reliable-improvement",
  "reliable-deterioration",
  "recovery",
  "reliable-recovery",
] as const satisfies readonly PublishedShare["measure"][];
export type Shared = (typeof SHARED_MEASURES)[number];

export function isShared(measure: string): measure is Shared {
  return SHARED_MEASURES.some((shared) => shared === measure);
}

export function publishedOf({ shares }: NationalYear, measure: Shared): PublishedShare | null {
  return shares.find((share) => share.measure === measure) ?? null;
}

/** `67.5 %`, as published, with its one decimal. */
export function publishedWords(share: PublishedShare | null): string {
  return share === null ? "no data" : `${share.percent.toFixed(1)}\u00a0%`;
}

export function latestYear(): NationalYear | null {
  return NATIONAL_CONTEXT.years.at(-1) ?? null;
}

/** The program's own shares with their intervals, and lightly beside each the latest published one. */
export function contextFigure({ measures }: Pick<OutcomesJson, "measures">): IntervalsFigure {
  const latest = latestYear();
  return {
    kind: "intervals",
    title: "This program, and England beside it",
    unit: "percent",
    axis: { from: 0, to: 1 },
    reference: null,
    rows: SHARED_MEASURES.map((id) => {
      const { denominator, rate, low, high } = measures[id];
      const published = latest === null ? null : publishedOf(latest, id);
      const value = published === null ? null : published.percent / 100;
      return {
        key: id,
        label: measureOf(id).name,
        n: denominator,
        value: rate,
        low,
        high,
        ...(latest === null
          ? {}
          : { beside: { value, low: null, high: null, label: `England ${latest.year}` } }),
      };
    }),
  };
}

/** `England 2024-25: 67.5 % of 670,419 who finished treatment`; null for a measure that is not published. */
export function nationalWords(measure: string): string | null {
  const latest = latestYear();
  if (latest === null || !isShared(measure)) return null;
  const share = publishedOf(latest, measure);
  if (share === null) return null;
  return `${NATIONAL_CONTEXT.title}, ${latest.year}: ${publishedWords(share)} of ${share.denominator.toLocaleString("en-US")}.`;
}
