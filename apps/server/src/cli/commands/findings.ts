import { findings, notOnRecord, stepDown } from "@soundings/api";
import { EVERYONE, openStore, type ReadStore, siteOf, visiblePatient } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { type Output, table, writeJsonArray } from "../output.ts";
import { DONE, run } from "../run.ts";
import { enterSystem } from "../system.ts";

interface QuestionOptions extends DataOptions {
  readonly asOf?: string;
  readonly patient?: string;
  readonly program?: string;
  readonly json?: true;
}

const FINDINGS_HELP = `
Ordered by urgency (immediate, same_day, this_week, routine), then kind (escalate, review, step_down, data), then
patient. An answer for an earlier day reads present values dated, and known, on or before that day. An id that is not on
record gives an empty answer, and a sentence on standard error.

Examples:
  soundings findings                                    as of today in the site's time zone
  soundings findings --as-of 2026-03-16 --json
  soundings findings --patient P-0042`;

const STEP_DOWN_HELP = `
One card per patient in treatment at PHP or IOP. Each criterion is met, not_met, no_data or not_applicable; "ready" means
that every criterion is met or not applicable and no decision to continue was made in the last 14 days.

Examples:
  soundings step-down                                   as of today in the site's time zone
  soundings step-down --as-of 2026-03-16 --program IOP-DAY --json`;

function withQuestion(command: Command): Command {
  const asked = command
    .option("--as-of <date>", "the day to ask for, YYYY-MM-DD (default: today in the site's time zone)")
    .option("--patient <id>", "only this patient")
    .option("--program <id>", "only episodes in this program");
  return withJson(withData(asked));
}

export function findingsCommand(): Command {
  const command = new Command("findings")
    .summary("what the rules say of every patient, as of a day")
    .description("Prints what the rules find, episode by episode, as of a day.")
    .addHelpText("after", FINDINGS_HELP);
  return withQuestion(command).action((options: QuestionOptions) =>
    ask(options, async (store, out) => {
      const found = await findings(store, questionOf(options));
      enterAnswer(store, "findings", options, found);
      if (options.json) return jsonArray(out, found);
      const rows = found.map((f) => [f.urgency, f.kind, f.patient_id, f.rule, f.headline]);
      return out.write(table([["urgency", "kind", "patient", "rule", "finding"], ...rows]));
    }),
  );
}

export function stepDownCommand(): Command {
  const command = new Command("step-down")
    .summary("the step-down card of every patient at PHP or IOP, as of a day")
    .description("Prints the step-down cards as of a day.")
    .addHelpText("after", STEP_DOWN_HELP);
  return withQuestion(command).action((options: QuestionOptions) =>
    ask(options, async (store, out) => {
      const cards = await stepDown(store, questionOf(options));
      enterAnswer(store, "step-down", options, cards);
      if (options.json) return jsonArray(out, cards);
      for (const card of cards) {
        await out.write(
          `${card.patient_id}  ${card.episode_id}  ${card.ready ? "ready to step down" : "not ready"}\n`,
        );
        await out.write(table(card.criteria.map(({ id, state, detail }) => ["  ", id, state, detail])));
      }
    }),
  );
}

const questionOf = ({ asOf, patient, program }: QuestionOptions) => ({
  asOf,
  patientId: patient,
  programId: program,
});

/** Who is in the answer is on record before it is printed. Of what was typed only ids on record are entered. */
function enterAnswer(
  store: ReadStore,
  question: string,
  { asOf, patient, program }: QuestionOptions,
  rows: readonly { readonly patient_id: string }[],
): void {
  const named = patient !== undefined && visiblePatient(store, EVERYONE, patient) ? patient : null;
  const within = program !== undefined && siteOf(store).programs.has(program) ? { program } : {};
  enterSystem(store, question, {
    event: "answered",
    patientId: named,
    detail: { question, ...(asOf === undefined ? {} : { asOf }), ...within, rows: rows.length },
    listed: rows.map((row) => row.patient_id),
  });
}

async function jsonArray(out: Output, items: Iterable<unknown>): Promise<void> {
  await writeJsonArray(out, items);
  await out.write("\n");
}

function ask(
  options: QuestionOptions,
  body: (store: ReadStore, out: Output) => Promise<void>,
): Promise<void> {
  return run(async (out) => {
    const store = openStore({ ...placeOf(options), access: "read" });
    try {
      await body(store, out);
      await out.flush();
      for (const sentence of await notOnRecord(store, questionOf(options)))
        process.stderr.write(`${sentence}\n`);
      return DONE;
    } finally {
      store.close();
    }
  });
}
