import { type OpenOutsideInput, openOutsideInput } from "@soundings/contract";

export type By = OpenOutsideInput["who"]["by"];

/** What is missing, at the field where it is missing. */
export interface Missing {
  readonly reason?: string;
  readonly recordNumber?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly birthDate?: string;
}

const SENTENCES: Readonly<Record<keyof Missing, string>> = {
  reason: "Say in a few words why you need to see this patient.",
  recordNumber: "Enter the whole record number.",
  givenName: "Enter the given name as the record has it.",
  familyName: "Enter the family name as the record has it.",
  birthDate: "Enter the birth date.",
};

const isField = (name: unknown): name is keyof Missing => typeof name === "string" && name in SENTENCES;

type Asked = { readonly input: OpenOutsideInput } | { readonly missing: Missing };

/** What a filled-in form asks for, or what it lacks. */
export function askedOf(form: Readonly<Record<string, string>>, by: By): Asked {
  const text = (name: keyof Missing) => form[name]?.trim() ?? "";
  const who =
    by === "record_number"
      ? { by, recordNumber: text("recordNumber") }
      : { by, givenName: text("givenName"), familyName: text("familyName"), birthDate: text("birthDate") };
  const parsed = openOutsideInput.safeParse({ reason: text("reason"), who });
  if (parsed.success) return { input: parsed.data };
  const wrong = parsed.error.issues.map(({ path }) => path.at(-1)).filter(isField);
  return { missing: Object.fromEntries(wrong.map((name) => [name, SENTENCES[name]])) };
}
