import { writeClinicFolder } from "@soundings/interchange";
import { type DemoOptions, demoCharts, demoClinic, demoLife } from "./clinic.ts";
import type { DemoLife } from "./life/types.ts";

/** What was written: how many rows each file has, and what the clinic keeps that no clinic export carries. */
export interface WrittenClinic {
  readonly rows: Readonly<Record<string, number>>;
  readonly life: DemoLife;
}

/**
 * Writes the demo clinic into a folder in the form of the clinic export, ready to be taken in like any clinic's. Throws what
 * `writeClinicFolder` throws.
 */
export async function writeDemoClinic(folder: string, options: DemoOptions): Promise<WrittenClinic> {
  const charts = demoCharts(options);
  const rows = await writeClinicFolder(folder, demoClinic(options, charts));
  return { rows, life: demoLife(charts, options) };
}
