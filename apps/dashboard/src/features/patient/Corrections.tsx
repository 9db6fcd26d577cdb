import type { Correction, PatientPage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CORRECTED } from "../../ui/marks/states.ts";
import classes from "./tables.module.css";
import { type ValueRow, ValueTable } from "./ValueTable.tsx";

/** Keys of the corrected records, as the timeline knows them. */
export function correctedKeys(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set(corrections.map(({ recordType, recordId }) => `${recordType}:${recordId}`));
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** `administeredOn` as `administered on`. */
function fieldWords(name: string): string {
  return codeWords(name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "no data";
  if (Array.isArray(value)) return value.map((part) => (isPlain(part) ? part : "–")).join(" ");
  return isPlain(value) ? String(value) : JSON.stringify(value);
}

/** Without the keys by which the record is known anyway. */
function beforeWords({ before, recordId }: Correction): string {
  return Object.entries(before)
    .filter(([name, value]) => value !== recordId && name !== "patientId")
    .map(([name, value]) => `${fieldWords(name)}: ${valueWords(value)}`)
    .join("; ");
}

function rowOf(correction: Correction): ValueRow {
  return {
    id: `${correction.recordType}${correction.recordId}${correction.correctedAt}`,
    cells: [
      codeWords(correction.recordType),
      `${correction.correctedAt.slice(0, 16).replace("T", " ")} UTC`,
      correction.by,
      correction.reason ?? "none given",
      beforeWords(correction),
    ],
  };
}

/** What stood otherwise on the chosen day, and what stood then. */
export function Corrections({ page }: { page: PatientPage }) {
  if (page.corrections.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="corrections">
      <h2 id="corrections" className={classes.title}>
        <MarkWord mark={{ ...CORRECTED, word: `Corrected since ${dateWords(page.asOf)}` }} />
      </h2>
      <ValueTable
        title="What stood before"
        columns={["Record", "Corrected on", "By", "Reason", "Before"]}
        rows={page.corrections.map(rowOf)}
      />
    </section>
  );
}
