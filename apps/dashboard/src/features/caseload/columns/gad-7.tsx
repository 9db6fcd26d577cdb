import { measureColumn } from "./measure.tsx";

export const gad7Column = measureColumn("gad-7", "gad7", "gad7_change");
