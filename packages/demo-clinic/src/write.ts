import { writeClinicFolder } from "@soundings/interchange";
import { type DemoOptions, demoClinic } from "./clinic.ts";

/**
 * Writes the demo clinic into a folder in the form of the clinic export, ready to be taken in like any clinic's. Returns how
 * many rows each file has. Throws what `writeClinicFolder` throws.
 */
export function writeDemoClinic(
  folder: string,
  options: DemoOptions,
): Promise<Readonly<Record<string, number>>> {
  return writeClinicFolder(folder, demoClinic(options));
}
