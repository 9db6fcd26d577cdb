import type { CalendarDate } from "../calendar/types.ts";
import type { EvidenceType } from "../findings/types.ts";
import type { InstrumentId } from "../records/codes.ts";

/** A piece of a sentence; one that stands for a record leads to its mark. */
export interface SentencePart {
  readonly text: string;
  readonly record: { readonly type: EvidenceType; readonly id: string; readonly on: CalendarDate } | null;
}

export const CHANGE_SPANS = ["last_week", "admission", "last_medication_change"] as const;
export type ChangeSpan = (typeof CHANGE_SPANS)[number];

/** What changed since a day, written from the values alone. `since` is null when there is no such day. */
export interface ChangeSentence {
  readonly span: ChangeSpan;
  readonly since: CalendarDate | null;
  readonly parts: readonly SentencePart[];
}

/** One known answer to one item. */
export interface ItemAnswer {
  readonly answer: number;
  readonly on: CalendarDate;
  readonly assessmentId: string;
}

/** An item that moved between two administrations of its instrument; higher is worse. */
export interface ItemMove {
  readonly instrument: InstrumentId;
  readonly number: number;
  readonly topic: string;
  /** The item about suicide: it comes first, whatever the others did. */
  readonly safety: boolean;
  /** The same answer as `to` for a safety item of which one answer alone is known. */
  readonly from: ItemAnswer;
  readonly to: ItemAnswer;
  /** `to` minus `from`. */
  readonly change: number;
}

/**
 * At most five items each way. A safety item above 0 heads `worsening` even when it did not rise, so its change may be 0
 * or below.
 */
export interface ItemMoves {
  readonly worsening: readonly ItemMove[];
  readonly improving: readonly ItemMove[];
  /** Per instrument: how many administrations with item answers there are. Below three, no trend is shown. */
  readonly administrations: Readonly<Record<InstrumentId, number>>;
}

export interface ClusterPoint {
  readonly on: CalendarDate;
  readonly assessmentId: string;
  /** Sum of the answers; null when one of the items is not answered. */
  readonly value: number | null;
  readonly answered: number;
}

/** Items that a prescriber reads together. */
export interface ClusterSeries {
  readonly id: string;
  readonly name: string;
  readonly instrument: InstrumentId;
  readonly items: readonly number[];
  readonly max: number;
  readonly points: readonly ClusterPoint[];
}

/** What a page says about the course of one episode as of a date, beside its picture. */
export interface EpisodeCourse {
  readonly sentences: readonly ChangeSentence[];
  readonly moves: ItemMoves;
  readonly clusters: readonly ClusterSeries[];
  /** By criterion of the step-down card: the first day from which it was met without a break, at most 366 days back; absent when it is not met. */
  readonly metSince: Readonly<Record<string, CalendarDate>>;
  /** The first day from which every criterion held; null when the card is not ready or absent. */
  readonly readySince: CalendarDate | null;
}
