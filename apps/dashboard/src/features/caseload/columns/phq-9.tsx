import { measureColumn } from "./measure.tsx";

export const phq9Column = measureColumn("phq-9", "phq9", "phq9_change");
