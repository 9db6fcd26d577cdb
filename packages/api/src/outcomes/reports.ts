import type {
  InternalFile,
  MakeReportInput,
  OutcomeReport,
  OutcomeReportList,
  ReportFileInput,
} from "@soundings/contract";
import type { AuditEvent } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import type { WhenReady } from "./answer.ts";

type Named = { readonly reportId: string };

export function readReportList(_asked: Asked): OutcomeReportList {
  throw new AppError("unexpected");
}
export async function makeReport(_asked: Asked, _input: MakeReportInput): Promise<WhenReady<Named>> {
  throw new AppError("unexpected");
}
export function readReport(_asked: Asked, _input: Named): OutcomeReport {
  throw new AppError("no_such_report");
}
export async function reportFile(_asked: Asked, _input: ReportFileInput): Promise<InternalFile> {
  throw new AppError("no_such_report");
}
export function reportEntry({ reportId }: Named): AuditEvent {
  return { event: "outcomes_viewed", detail: { what: "report", reportId } };
}
