import { readOptions, readSiteInfo } from "@soundings/api";
import type { RunningServer } from "../start.ts";

/** Whether whoever takes the disk can read the records. */
function encryptionLine(encrypted: boolean, purpose: string): string {
  if (encrypted)
    return "The database is encrypted. Keep a copy of its key in a safe place apart from the backups.";
  return purpose === "demo"
    ? "The database is not encrypted; nothing in it needs to be."
    : "The database is not encrypted: the disk that it lies on must be (or see soundings help rekey).";
}

/** What `soundings serve` tells the person who started it. */
export async function welcome(server: RunningServer, dataDir: string): Promise<string> {
  const address = `http://localhost:${server.port}`;
  const site = readSiteInfo(server.services);
  const { staff, programs } = await readOptions(server.services);
  const busiest = <T extends { readonly inTreatment: number }>(all: readonly T[]) =>
    all.toSorted((a, b) => b.inTreatment - a.inTreatment)[0];
  const therapist = busiest(staff.filter((person) => person.role === "therapist"));
  const prescriber = busiest(staff.filter((person) => person.role === "prescriber"));
  const link = (who: string, path: string) => `  ${who.padEnd(34)} ${address}${path}`;
  const lines = [
    "",
    `Soundings ${site.version} is open at ${address}`,
    site.purpose === "demo"
      ? `It holds the synthetic demo clinic of ${site.today}: every person in it is invented.`
      : "It holds real records: take care who sees the screen.",
    encryptionLine(server.services.store.key !== null, site.purpose),
    "There is no sign-in yet: it listens on this machine only, and whoever can use this machine can open it.",
    "",
    "Open it as",
    ...(therapist
      ? [
          link(
            `a therapist (${therapist.name})`,
            `/caseload?therapist=${encodeURIComponent(therapist.staffId)}`,
          ),
        ]
      : []),
    ...(prescriber
      ? [
          link(
            `a prescriber (${prescriber.name})`,
            `/caseload?prescriber=${encodeURIComponent(prescriber.staffId)}`,
          ),
        ]
      : []),
    link("a clinical director (everyone)", "/caseload"),
    ...(programs.length === 0
      ? ["", `There are no patients yet. Take them in with: soundings import FOLDER --data ${dataDir}`]
      : []),
    "",
    `Data directory  ${dataDir}`,
    "Stop it with Ctrl-C.",
    "",
    "",
  ];
  return lines.join("\n");
}
