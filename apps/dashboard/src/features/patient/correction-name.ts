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

function kindOf(correction: Correction): string {
  const instrument = Object.values(INSTRUMENTS).find(({ id }) => id === fieldOf(correction, "instrument"));
  if (instrument) return instrument.name;
  return correction.recordType === "screen" || correction.recordType === "screen_result"
    ? "drug screen"
    : codeWords(correction.recordType);
}

/** What of the record: a substance, a medication. */
function partOf(correction: Correction): string | null {
  if (correction.recordType !== "screen_result") return fieldOf(correction, "medication");
  const analyte = fieldOf(correction, "analyte") ?? correction.recordId.split("/")[1];
  return analyte ? analyteName(analyte) : null;
}

/** The day of a record that is drawn: sessions and results of screens hold none of their own. */
function drawnDay({ recordId }: Correction, { picture }: PatientPage): string | null {
  const [screenId] = recordId.split("/");
  const session = picture.sessions.find(({ sessionId }) => sessionId === recordId);
  return session?.on ?? picture.screens.find((screen) => screen.screenId === screenId)?.on ?? null;
}

/** `PHQ-9 of Nov 12`, `drug screen of Nov 9, fentanyl`; without a day where none is known. */
export function recordName(correction: Correction, page: PatientPage): string {
  const own = DAYS.map((name) => fieldOf(correction, name)).find((value) => value !== null);
  const on = own ?? drawnDay(correction, page);
  const part = partOf(correction);
  return [
    kindOf(correction),
    on === null ? "" : ` of ${dateWords(on, page.today)}`,
    part === null ? "" : `, ${part}`,
  ].join("");
}
