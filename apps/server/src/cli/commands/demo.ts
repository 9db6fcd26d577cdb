import { openStore, type Place } from "@soundings/records";
import { Command } from "commander";
import { fillDemo } from "../../demo/fill.ts";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { writeJson } from "../output.ts";
import { createProgress } from "../progress.ts";
import { DONE, run } from "../run.ts";
import { enterDone } from "../system.ts";

interface DemoOptions extends DataOptions {
  readonly json?: true;
}

const HELP = `
The patients are invented. The clinic is made for today, in an empty directory or in the place of an older demo clinic; a
database with real records is never touched.

Example:
  soundings demo --data ~/soundings-demo
  soundings serve --data ~/soundings-demo`;

function enterMade(place: Place): void {
  const store = openStore({ ...place, access: "read" });
  try {
    const said = enterDone(store, "demo", { event: "imported", detail: { demo: true } });
    if (said !== null) process.stderr.write(`${said}\n`);
  } finally {
    store.close();
  }
}

export function demoCommand(): Command {
  const command = new Command("demo")
    .summary("fill an empty directory with the synthetic demo clinic")
    .description("Fills an empty data directory with the synthetic demo clinic.")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action((options: DemoOptions) =>
    run(async (out) => {
      const progress = createProgress(options.json === true);
      const place = placeOf(options);
      const { dataDir } = place;
      const made = await fillDemo(place, (text) => progress.show(text));
      progress.done();
      if (made) enterMade(place);
      const done = made ? "The demo clinic was made in" : "The demo clinic of today is already in";
      if (options.json) await writeJson(out, { ok: true, made, dataDir });
      else await out.write(`${done} ${dataDir}.\nOpen it with: soundings serve --data ${dataDir}\n`);
      return DONE;
    }),
  );
}
