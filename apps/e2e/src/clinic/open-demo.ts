import { type Clinic, openClinic } from "./server.ts";

const ADDRESS = "SOUNDINGS_E2E_ADDRESS";
const DATA = "SOUNDINGS_E2E_DATA";

/** Makes and serves one demo clinic for all stories; what it returns ends it. */
export default async function openDemo(): Promise<() => Promise<void>> {
  const clinic = await openClinic(true);
  process.env[ADDRESS] = clinic.address;
  process.env[DATA] = clinic.dataDir;
  return () => clinic.stop();
}

/** The demo clinic, as the processes that run the stories know it. */
export function sharedDemo(): Clinic {
  const address = process.env[ADDRESS];
  const dataDir = process.env[DATA];
  if (address === undefined || dataDir === undefined) throw new Error("The demo clinic is not open.");
  return { address, dataDir, demo: true };
}
