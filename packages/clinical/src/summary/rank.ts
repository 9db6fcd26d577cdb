import { dayNumberOf } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { FINDING_KINDS, type Finding, URGENCIES } from "../findings/types.ts";
import { RULES } from "../rules/table.ts";
import type { LeadingFinding } from "./types.ts";

const PLACES: ReadonlyMap<string, { readonly place: number; readonly safety: boolean }> = new Map(
  RULES.map(({ id, safety }, place) => [id, { place, safety }]),
);

/** Days are counted down from here, so that newer evidence sorts first, always in seven digits. */
const COUNTED_DOWN_FROM = 8_999_999;
const NO_EVIDENCE = 9_999_999;
const NOTHING_FOUND = "9";

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function newestEvidence(finding: Finding): CalendarDate | null {
  return finding.evidence.reduce<CalendarDate | null>(
    (newest, { on }) => (newest === null || on > newest ? on : newest),
    null,
  );
}

/** Urgency, then safety rules, then kind, then the order of the rule table, then the newest evidence. */
function rankOf(finding: Finding): string {
  const known = PLACES.get(finding.rule);
  const newest = newestEvidence(finding);
  return [
    URGENCIES.indexOf(finding.urgency),
    known?.safety === true ? 0 : 1,
    FINDING_KINDS.indexOf(finding.kind),
    padded(known?.place ?? RULES.length, 2),
    padded(newest === null ? NO_EVIDENCE : COUNTED_DOWN_FROM - dayNumberOf(newest), 7),
  ].join(".");
}

/** The finding that leads the row, and the text that puts the row into its place in the worklist. */
export interface Ranking {
  readonly leading: LeadingFinding | null;
  /** Sorts by code point, ascending; rows without a finding come last, and no two rows are equal. */
  readonly rank: string;
}

/** Chooses among the findings of one episode; their order does not matter. */
export function rankEpisode(findings: readonly Finding[], episodeId: string): Ranking {
  let first: { readonly finding: Finding; readonly rank: string } | null = null;
  for (const finding of findings) {
    const rank = rankOf(finding);
    if (first === null || rank < first.rank) first = { finding, rank };
  }
  if (first === null) return { leading: null, rank: `${NOTHING_FOUND}.${episodeId}` };
  const { rule, kind, urgency, headline } = first.finding;
  const safety = PLACES.get(rule)?.safety === true;
  const newestEvidenceOn = newestEvidence(first.finding);
  return {
    leading: { rule, kind, urgency, headline, safety, newestEvidenceOn },
    rank: `${first.rank}.${episodeId}`,
  };
}
