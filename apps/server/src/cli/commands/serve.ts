import { Command, InvalidArgumentError, Option } from "commander";
import { LOG_LEVELS, type LogLevel } from "../../host/logging.ts";
import { startServer } from "../../start.ts";
import { type DataOptions, PROJECT, placeOf, withData } from "../data-dir.ts";
import { createProgress } from "../progress.ts";
import { run } from "../run.ts";
import { welcome } from "../welcome.ts";

const PORT = 4280;

interface ServeOptions extends DataOptions {
  readonly port: number;
  readonly demo?: true;
  readonly log: LogLevel;
}

const HELP = `
The server listens on this machine only (127.0.0.1) and has no sign-in yet: whoever can use this machine can open it.
An empty data directory gets an empty database for real records; with --demo it is filled with the synthetic demo clinic.
A database is demo or real for life: --demo never touches real records.

Stop it with Ctrl-C, or with SIGTERM: what was asked for is answered first.

Examples:
  soundings serve --data /srv/soundings
  soundings serve --demo --data ~/soundings-demo
  soundings serve --port 4290                 (or SOUNDINGS_PORT=4290)`;

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 1 to 65535, such as 4280.");
  }
  return port;
}

export function serveCommand(): Command {
  const command = new Command("serve")
    .summary("start the server and its pages")
    .description("Starts the server: pages for people on this machine, at http://localhost:4280.")
    .addOption(
      new Option("--port <port>", "port on this machine")
        .env("SOUNDINGS_PORT")
        .default(PORT)
        .argParser(portOf),
    )
    .option("--demo", "fill an empty data directory with the synthetic demo clinic")
    .addOption(
      new Option("--log <level>", "log lines on standard error")
        .env("SOUNDINGS_LOG")
        .choices(LOG_LEVELS)
        .default("warn"),
    )
    .addHelpText("after", HELP);
  return withData(command).action((options: ServeOptions) =>
    run(async (out) => {
      const progress = createProgress(false);
      const place = placeOf(options);
      const server = await startServer({
        ...place,
        port: options.port,
        demo: options.demo === true,
        logLevel: options.log,
        pages: `${PROJECT}/apps/dashboard/dist`,
        say: (text) => progress.show(text),
      });
      progress.done();
      await out.write(await welcome(server, place.dataDir));
      await out.flush();
      return server.stopped();
    }),
  );
}
