import type { ReadConnection } from "../store/sqlite.ts";

const TEXTS = {
  track: `"episodes" where "track"`,
  therapist: `"staff" where "staff_id"`,
  referral: `"episodes" where "referral_source"`,
  payer: `"episodes" where "payer"`,
  language: `"patients" where "language"`,
  race: `"patients" where "race"`,
  ethnicity: `"patients" where "ethnicity"`,
} as const;

/** What a cohort is narrowed by and the records hold as they were given. */
export type RecordedText = keyof typeof TEXTS;

export function isRecordedText(name: string): name is RecordedText {
  return Object.hasOwn(TEXTS, name);
}

/** Whether any record holds exactly this text. */
export function isOnRecord(connection: ReadConnection, text: RecordedText, value: string): boolean {
  return connection.statement(`select 1 from ${TEXTS[text]} = ? limit 1`).get([value]) !== undefined;
}
