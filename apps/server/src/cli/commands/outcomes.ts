import { notOnRecord, outcomes, outcomesTables } from "@soundings/api";
import { openStore, type ReadStore, siteOf } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { table, writeJson } from "../output.ts";
import { DONE, run } from "../run.ts";
import { enterSystem } from "../system.ts";

interface OutcomesOptions extends DataOptions {
  readonly from?: string;
  readonly to?: string;
  readonly program?: string;
  readonly asOf?: string;
  readonly json?: true;
}

type Answer = Awaited<ReturnType<typeof outcomes>>;

const HELP = `
The cohort: episodes discharged in the period; for retention, those admitted in it. Every share with numerator,
denominator and 95 % interval. Counts are whole, small ones too: the answer is for use inside the program. A program that
is not on record gives zeros, and a sentence on standard error.

Examples:
  soundings outcomes --from 2026-01-01 --to 2026-03-31
  soundings outcomes --from 2026-01-01 --to 2026-03-31 --program IOP-DAY --as-of 2026-04-15 --json`;

export function outcomesCommand(): Command {
  const command = new Command("outcomes")
    .summary("outcomes of a program over a period, as of a day")
    .description(
      "Prints the outcomes of those discharged in a period, and the retention of those admitted in it.",
    )
    .option("--from <date>", "first day of the period, YYYY-MM-DD")
    .option("--to <date>", "last day of the period, YYYY-MM-DD")
    .option("--program <id>", "only episodes in this program")
    .option("--as-of <date>", "the day to ask for, YYYY-MM-DD (default: today in the site's time zone)")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action(answer);
}

/** The answer is on record before it is printed, with the patients that the JSON names; the table names none. */
function enterAnswer(store: ReadStore, { program, asOf, json }: OutcomesOptions, found: Answer): void {
  const runs = found.screens.longest_negative_runs;
  const { from, to } = found;
  const within = program !== undefined && siteOf(store).programs.has(program) ? { program } : {};
  enterSystem(store, "outcomes", {
    event: "answered",
    patientId: null,
    detail: {
      question: "outcomes",
      from,
      to,
      ...(asOf === undefined ? {} : { asOf }),
      ...within,
      rows: json ? runs.length : 0,
    },
    listed: json ? runs.map((run) => run.patient_id) : [],
  });
}

function textOf(found: Answer): string {
  const { from, to, as_of } = found;
  const parts = outcomesTables(found).map(({ heading, rows }) => `\n${heading}\n${table(rows)}`);
  return `${from} to ${to}, as of ${as_of}\n${parts.join("")}`;
}

function answer(options: OutcomesOptions): Promise<void> {
  const { from, to, program: programId, asOf } = options;
  return run(async (out) => {
    const store = openStore({ ...placeOf(options), access: "read" });
    try {
      const found = await outcomes(store, { from, to, asOf, programId });
      enterAnswer(store, options, found);
      if (options.json) await writeJson(out, found);
      else await out.write(textOf(found));
      await out.flush();
      for (const sentence of await notOnRecord(store, { programId })) process.stderr.write(`${sentence}\n`);
      return DONE;
    } finally {
      store.close();
    }
  });
}
