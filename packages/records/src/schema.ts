import type { EpisodeSummaryTable, FindingTable } from "./findings/findings.table.ts";
import type { ChangeTable, RevisionTable } from "./history/history.table.ts";
import type { ImportBatchTable, ImportWarningTable, SetAsideTable } from "./imports/imports.table.ts";
import type { EpisodeTable, PatientTable, ProgramTable, StaffTable } from "./kinds/records.table.ts";
import type { SettingTable } from "./store/settings.table.ts";

/**
 * The tables that lists are read from. The tables of dated records (assessments to decisions) are read and written whole,
 * by the columns of their kind: see kinds/shapes.ts.
 */
export interface Schema {
  readonly programs: ProgramTable;
  readonly staff: StaffTable;
  readonly patients: PatientTable;
  readonly episodes: EpisodeTable;
  readonly episode_summaries: EpisodeSummaryTable;
  readonly findings: FindingTable;
  readonly revisions: RevisionTable;
  readonly changes: ChangeTable;
  readonly import_batches: ImportBatchTable;
  readonly set_aside_rows: SetAsideTable;
  readonly import_warnings: ImportWarningTable;
  readonly settings: SettingTable;
}
