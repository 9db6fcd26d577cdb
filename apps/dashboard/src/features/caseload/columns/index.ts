import { attendanceColumn } from "./attendance.tsx";
import type { Column } from "./column.ts";
import { findingColumn } from "./finding.tsx";
import { gad7Column } from "./gad-7.tsx";
import { nextDueColumn } from "./next-due.tsx";
import { patientColumn } from "./patient.tsx";
import { phq9Column } from "./phq-9.tsx";
import { screensColumn } from "./screens.tsx";
import { stepDownColumn } from "./step-down.tsx";
import { urgencyColumn } from "./urgency.tsx";

/** The columns of the caseload in their order. A new one is a file and a line here. */
export const COLUMNS: readonly Column[] = [
  urgencyColumn,
  patientColumn,
  findingColumn,
  phq9Column,
  gad7Column,
  attendanceColumn,
  screensColumn,
  nextDueColumn,
  stepDownColumn,
];
