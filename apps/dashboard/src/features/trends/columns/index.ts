import type { TrendColumn } from "./column.ts";
import { item9Column } from "./item-9.tsx";
import { gad7Column, phq9Column } from "./measure.tsx";
import { medicationColumn } from "./medication.tsx";
import { nextVisitColumn } from "./next-visit.tsx";
import { patientColumn } from "./patient.tsx";
import { reviewColumn } from "./review.tsx";

/** The columns of symptom trends in their order; the patient leads a block where rows are blocks. */
export const COLUMNS: readonly TrendColumn[] = [
  patientColumn,
  reviewColumn,
  medicationColumn,
  phq9Column,
  gad7Column,
  item9Column,
  nextVisitColumn,
];
