import type { EpisodeSummary, EpisodeTrend, Finding } from "@soundings/clinical";
import { summaryColumns } from "./evaluate.ts";
import type { EpisodeSummaryTable, FindingTable } from "./findings.table.ts";

/** The stored row of a summary: written, and compared when the database is verified. */
export function summaryRow(summary: EpisodeSummary, trend: EpisodeTrend): EpisodeSummaryTable {
  return {
    ...summaryColumns(summary),
    summary: JSON.stringify(summary),
    review_rank: trend.rank,
    trend: JSON.stringify(trend),
  };
}

/** The stored row of a finding at its place among those of its episode. */
export function findingRow(finding: Finding, position: number): FindingTable {
  return {
    episode_id: finding.episode_id,
    rule: finding.rule,
    version: finding.version,
    patient_id: finding.patient_id,
    as_of: finding.as_of,
    kind: finding.kind,
    urgency: finding.urgency,
    position,
    finding: JSON.stringify(finding),
  };
}
