import { SIGN_IN_HOURS } from "@soundings/contract";
import { IDLE_MINUTES } from "@soundings/records";
import { Command, InvalidArgumentError, Option } from "commander";
import { listeningOf } from "../../host/listening.ts";
import { LOG_LEVELS, type LogLevel } from "../../host/logging.ts";
import { signInSettings } from "../../sign-in/settings.ts";
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
  readonly idleMinutes?: number;
  readonly host?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly trustedProxy?: string;
  readonly publicUrl?: string;
  readonly plainHttp?: true;
}

const HELP = `
The server listens on this machine only (127.0.0.1) unless told otherwise. People sign in with an account: soundings user
add makes the first. Beyond this machine records travel encrypted: with a certificate of one's own (--host, --tls-cert,
--tls-key, --public-url), or behind a proxy that has one (--host, --trusted-proxy, --public-url), which must pass on Host,
X-Forwarded-For and X-Forwarded-Proto. Start it again after the certificate was renewed.
An empty data directory gets an empty database for real records; with --demo it is filled with the synthetic demo clinic.
A database is demo or real for life: --demo never touches real records.

Whoever does nothing for 15 minutes (--idle-minutes) is signed off, and everybody after ${SIGN_IN_HOURS} hours.
Single sign-on: SOUNDINGS_OIDC_ISSUER, SOUNDINGS_OIDC_CLIENT_ID, SOUNDINGS_OIDC_CLIENT_SECRET (or _FILE), SOUNDINGS_OIDC_NAME,
SOUNDINGS_OIDC_SECOND_FACTOR (here or provider). Mail for one-time links: SOUNDINGS_SMTP_URL and SOUNDINGS_MAIL_FROM.
The secret that signs the sign-ins is the file sign-in.secret in the data directory, or what SOUNDINGS_SECRET_FILE names.

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

function idleMinutesOf(text: string): number {
  const minutes = Number(text);
  if (!/^\d{1,2}$/.test(text) || minutes < IDLE_MINUTES.least || minutes > IDLE_MINUTES.most) {
    throw new InvalidArgumentError(
      `Minutes are a whole number from ${IDLE_MINUTES.least} to ${IDLE_MINUTES.most}.`,
    );
  }
  return minutes;
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
    .addOption(
      new Option("--host <address>", "address to listen on (default: this machine only)").env(
        "SOUNDINGS_HOST",
      ),
    )
    .addOption(
      new Option(
        "--public-url <url>",
        "address under which people open it, such as https://soundings.clinic.example",
      ).env("SOUNDINGS_PUBLIC_URL"),
    )
    .addOption(new Option("--tls-cert <file>", "certificate with its chain, PEM").env("SOUNDINGS_TLS_CERT"))
    .addOption(
      new Option("--tls-key <file>", "key of the certificate, PEM, mode 600").env("SOUNDINGS_TLS_KEY"),
    )
    .addOption(
      new Option("--trusted-proxy <addresses>", "proxies in front, separated by commas").env(
        "SOUNDINGS_TRUSTED_PROXY",
      ),
    )
    .option(
      "--plain-http",
      "beyond this machine without encryption: everybody on the network can read records",
    )
    .option("--demo", "fill an empty data directory with the synthetic demo clinic")
    .addOption(
      new Option("--log <level>", "log lines on standard error")
        .env("SOUNDINGS_LOG")
        .choices(LOG_LEVELS)
        .default("warn"),
    )
    .addOption(
      new Option("--idle-minutes <minutes>", "sign off whoever does nothing for so long; kept from then on")
        .env("SOUNDINGS_IDLE_MINUTES")
        .argParser(idleMinutesOf),
    )
    .addHelpText("after", HELP);
  return withData(command).action((options: ServeOptions) =>
    run(async (out) => {
      const progress = createProgress(false);
      const listening = listeningOf({
        host: options.host,
        tlsCertificate: options.tlsCert,
        tlsKey: options.tlsKey,
        trustedProxy: options.trustedProxy,
        publicUrl: options.publicUrl,
        plain: options.plainHttp,
      });
      const place = placeOf(options);
      const server = await startServer({
        ...place,
        port: options.port,
        demo: options.demo === true,
        logLevel: options.log,
        pages: `${PROJECT}/apps/dashboard/dist`,
        signIn: signInSettings(process.env),
        idleMinutes: options.idleMinutes ?? null,
        listening,
        say: (text) => progress.show(text),
      });
      progress.done();
      await out.write(welcome(server, place.dataDir));
      await out.flush();
      return server.stopped();
    }),
  );
}
