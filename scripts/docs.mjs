// Writes the parts of docs/ that say what a definition says: docs/rules.md, docs/outcomes.md, docs/permissions.md, and the
// columns in docs/clinic-export.md.
// With --check it only compares, so that a changed threshold cannot leave its page behind.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as clinical from "../packages/clinical/src/index.ts";
import { PERMISSIONS, ROLES, SCOPES, SECOND_FACTOR_ROLES } from "../packages/contract/src/index.ts";
import { CLINIC_EXPORT } from "../packages/interchange/src/index.ts";
import { root } from "./project.mjs";

const {
  ANALYTES,
  DEFINITIONS,
  instrumentOf,
  OUTCOMES_VERSION,
  REJECTION_CODES,
  RESPONSE_QUALITY,
  RULE_SET,
  RULES,
  sourceWords,
  STEP_DOWN_CRITERIA,
  SUDDEN_GAIN,
  SYMPTOM_CLUSTERS,
} = clinical;

/** The lists of codes by the column that takes them. */
const CODES = {
  level_of_care: clinical.LEVELS_OF_CARE,
  role: clinical.STAFF_ROLES,
  sex: clinical.SEXES,
  discharge_reason: clinical.DISCHARGE_REASONS,
  modality: clinical.MODALITIES,
  instrument: clinical.INSTRUMENT_IDS,
  mode: clinical.ASSESSMENT_MODES,
  "status (assessments)": clinical.ASSESSMENT_STATUSES,
  service: clinical.SERVICES,
  "status (sessions)": clinical.SESSION_STATUSES,
  disposition: clinical.DISPOSITIONS,
  specimen: clinical.SPECIMENS,
  method: clinical.SCREEN_METHODS,
  validity: clinical.VALIDITIES,
  "result (screens)": clinical.ANALYTE_RESULTS,
  result_status: clinical.RESULT_STATUSES,
  change: clinical.MEDICATION_CHANGES,
  kind: clinical.EVENT_KINDS,
  "result (events of kind c_ssrs)": clinical.C_SSRS_RESULTS,
  "result (events of kind measure_missed)": clinical.MEASURE_MISSED_RESULTS,
  decision: clinical.DECISION_KINDS,
};

const words = (text) => text.replaceAll("_", " ");
const number = (value) => (Array.isArray(value) ? `${value[0]}/${value[1]}` : String(value));

function thresholds(definition) {
  const lines = Object.entries(definition.thresholds).map(
    ([name, { value, unit, basis }]) =>
      `- \`${name}\`: ${number(value)} ${unit}${basis === "house" ? " (program default without a published basis)" : ""}`,
  );
  return lines.length > 0 ? ["", ...lines] : [];
}

const rules = [
  "# Rule set 1",
  "",
  "Written from the definitions in `packages/clinical/src/rules` and `packages/clinical/src/step-down`; do not edit by hand (`pnpm run docs`).",
  "Missing is never normal: an input that is absent gives no data, never met. A clinician decides; a finding shows the basis.",
  "",
  ...RULES.flatMap((rule) => [
    `## ${rule.id}`,
    "",
    `**${rule.title}.** Version ${rule.version}, ${words(rule.kind)}, ${words(rule.urgency)} unless a ground says otherwise${rule.safety ? "; a safety rule, which no program can switch off, snooze or loosen" : ""}.`,
    ...thresholds(rule),
    "",
    `${rule.wording.consider}`,
    "",
    `Clears: ${rule.wording.clears}.`,
    "",
    `Source: ${rule.source}. Reviewed ${rule.reviewed}.`,
    "",
  ]),
  "# The step-down card",
  "",
  ...STEP_DOWN_CRITERIA.flatMap((criterion) => [
    `## ${criterion.id}`,
    "",
    `${criterion.label}.`,
    ...thresholds(criterion),
    "",
  ]),
  "# Annotations",
  "",
  "Drawn for information. No rule, criterion or outcome reads them.",
  "",
  ...[SUDDEN_GAIN, ...Object.values(RESPONSE_QUALITY)].flatMap((annotation) => [
    `## ${annotation.id.replaceAll("_", "-")}`,
    "",
    `**${annotation.words.charAt(0).toUpperCase()}${annotation.words.slice(1)}.** ${annotation.meaning}`,
    ...thresholds(annotation),
    "",
    `Source: ${annotation.source}. Reviewed ${annotation.reviewed}.`,
    "",
  ]),
  "# Symptom clusters",
  "",
  "Items that are read together: a sum of answers without bands, nothing filled in (program default without a published basis).",
  "",
  ...SYMPTOM_CLUSTERS.map(
    ({ name, instrument, items }) =>
      `- ${name}: ${instrumentOf(instrument).name} ${items.length === 1 ? "item" : "items"} ${items.join(", ")}`,
  ),
].join("\n");

const outcomes = [
  `# Program outcomes, definitions version ${OUTCOMES_VERSION}`,
  "",
  "Written from the definitions in `packages/clinical/src/outcomes`; do not edit by hand (`pnpm run docs`). The page Method shows the same.",
  `Baseline, belonging, attendance and screens are those of rule set ${RULE_SET} ([rules.md](rules.md)).`,
  "",
  ...DEFINITIONS.flatMap(({ heading, lead, definitions }) => [
    `## ${heading}`,
    "",
    lead,
    "",
    ...definitions.flatMap((definition) => [
      `### ${definition.name}`,
      "",
      ...definition.words.flatMap((line) => [line, ""]),
      ...(definition.formula === null ? [] : [`\`${definition.formula}\``, ""]),
      sourceWords(definition),
      "",
    ]),
  ]),
].join("\n");

const columns = [
  "| file | columns (**required**) |",
  "|---|---|",
  ...CLINIC_EXPORT.map(
    ({ name, columns: all }) =>
      `| ${name} | ${all.map((column) => (column.required ? `**${column.name}**` : column.name)).join(", ")} |`,
  ),
  "",
  "| column | codes |",
  "|---|---|",
  ...Object.entries(CODES).map(([column, codes]) => `| ${column} | ${codes.join(", ")} |`),
  "",
  `Analytes: ${ANALYTES.map((analyte) => `\`${analyte.id ?? analyte}\``).join(" ")}. Others are kept under their own name and take part in no rule.`,
  "",
  `Codes of set-aside rows: ${REJECTION_CODES.map((code) => `\`${code}\``).join(" ")}.`,
].join("\n");

const permissions = [
  "# Who may do what",
  "",
  "Written from the table in `packages/contract/src/permissions.ts`, which every procedure asks; do not edit by hand (`pnpm run docs`).",
  "An empty cell is no. Several roles add up. Whoever is out of reach does not exist: a list, a count, a search, a live update and an",
  "error are the same as if there were no such patient.",
  "",
  `| action | ${ROLES.map(words).join(" | ")} |`,
  `|---|${ROLES.map(() => "---|").join("")}`,
  ...Object.values(PERMISSIONS).map(
    ({ label, grants }) =>
      `| ${label} | ${ROLES.map((role) => (grants[role] ?? []).join(", ")).join(" | ")} |`,
  ),
  "",
  "## How far each reaches",
  "",
  ...Object.entries(SCOPES).map(([scope, meaning]) => `- **${scope}**: ${meaning}`),
  "",
  `A second factor is a must for: ${SECOND_FACTOR_ROLES.map(words).join(", ")}.`,
].join("\n");

const [BEGIN, END] = ["<!-- columns: written by `pnpm run docs` -->", "<!-- end of columns -->"];
function withColumns(page) {
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (tail === undefined) throw new Error(`docs/clinic-export.md has lost its marks ${BEGIN} and ${END}.`);
  return `${head}${BEGIN}\n${columns}\n${END}${tail}`;
}

const exportPage = join(root, "docs/clinic-export.md");
const pages = new Map([
  [join(root, "docs/rules.md"), `${rules.trimEnd()}\n`],
  [join(root, "docs/outcomes.md"), `${outcomes.trimEnd()}\n`],
  [join(root, "docs/permissions.md"), `${permissions}\n`],
  [exportPage, withColumns(readFileSync(exportPage, "utf8"))],
]);

let stale = 0;
for (const [path, text] of pages) {
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    stale += 1;
    console.error(`${path} does not say what the definitions say: run "pnpm run docs".`);
  }
}
process.exit(stale === 0 ? 0 : 1);
