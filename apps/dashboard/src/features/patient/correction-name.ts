import { analyteName, INSTRUMENTS } from "@soundings/clinical";
import type { Correction, PatientPage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";

const DAYS = [
  "administeredOn",
  "changedOn",
  "occurredOn",
  "decidedOn",
  "on",
  "givenOn",
  "nextDueOn",
  "scheduledOn",
  "startedOn",
  "admittedOn",
] as const;

/** A field as it now stands, else as it stood before. */
function fieldOf({ before, after }: Correction, name: string): string | null {
  const value = after[name] ?? before[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function nameOf(correction: Correction): string {
  const { recordType, recordId } = correction;
  const instrument = Object.values(INSTRUMENTS).find(({ id }) => id === fieldOf(correction, "instrument"));
  if (instrument) return instrument.name;
  if (recordType === "screen") return "drug screen";
  if (recordType === "screen_result") {
    const analyte = fieldOf(correction, "analyte") ?? recordId.split("/")[1];
    return analyte ? `drug screen, ${analyteName(analyte)}` : "drug screen";
  }
  const medication = fieldOf(correction, "medication");
  return medication === null ? codeWords(recordType) : `${codeWords(recordType)}, ${medication}`;
}

/** The day of a record that is drawn: sessions and results of screens hold none of their own. */
function drawnDay({ recordId }: Correction, { picture }: PatientPage): string | null {
  const [screenId] = recordId.split("/");
  const session = picture.sessions.find(({ sessionId }) => sessionId === recordId);
  return session?.on ?? picture.screens.find((screen) => screen.screenId === screenId)?.on ?? null;
}

/** `PHQ-9 of Nov 12`, `session of Nov 9`; without a day where none is known. */
export function recordName(correction: Correction, page: PatientPage): string {
  const own = DAYS.map((name) => fieldOf(correction, name)).find((value) => value !== null);
  const on = own ?? drawnDay(correction, page);
  return on === null ? nameOf(correction) : `${nameOf(correction)} of ${dateWords(on, page.today)}`;
}
