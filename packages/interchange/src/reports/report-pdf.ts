import type { Instant, OutcomesReport } from "@soundings/clinical";

/** What a file of a report says of itself besides its content. */
export interface ReportSetting {
  /** When it was made, for the file's properties, and in words with the zone. */
  readonly madeAt: Instant;
  readonly made: string;
}

/** A report as a PDF of Letter size: tagged, with embedded typefaces, its figures as vectors. The same report and setting give the same bytes. */
export async function reportAsPdf(report: OutcomesReport, setting: ReportSetting): Promise<Uint8Array> {
  throw new RangeError(`no file yet of ${report.title}, ${setting.made}`);
}
