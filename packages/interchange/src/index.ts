export {
  type MendedRow,
  type MendingContext,
  parseCells,
} from "./clinic-export/cells.ts";
export type { ClinicFile, Column } from "./clinic-export/define.ts";
export { CLINIC_EXPORT, clinicFileOf } from "./clinic-export/files.ts";
export { ClinicFolderError, type ClinicFolderErrorCode } from "./clinic-export/folder-error.ts";
export { neutralizeFormula } from "./clinic-export/formula.ts";
export type { ClinicFolderEvent, FileProgress } from "./clinic-export/read-file.ts";
export { type ReadingContext, readClinicFolder } from "./clinic-export/read-folder.ts";
export { setAsideColumns, writeSetAsideCsv } from "./clinic-export/set-aside-csv.ts";
export { type ClinicTables, type Leaving, writeClinicFolder } from "./clinic-export/write-folder.ts";
export { csvLine } from "./csv/write.ts";
export { makeFolder } from "./make-folder.ts";
export { type PatientFile, patientSheets } from "./papers/patient-sheets.ts";
export { paperAsPdf } from "./papers/pdf.ts";
export { INTERNAL_COPY, type PaperSetting } from "./papers/sheet.ts";
export { type WorkbookSheet, workbookOf } from "./papers/workbook.ts";
export { type ReportSetting, reportAsPdf } from "./reports/report-pdf.ts";
export { reportSheets } from "./reports/report-sheets.ts";
