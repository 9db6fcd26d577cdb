import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createChangeFeed, createServices, type Services } from "@soundings/api";
import {
  describeStore,
  lockServer,
  openStore,
  type Place,
  type StoreKey,
  saveIdleMinutes,
  siteOf,
} from "@soundings/records";
import { bringDemoUpToDate } from "./demo/fill.ts";
import { createApp } from "./host/app.ts";
import { checkDemoStaysHere, type Listening } from "./host/listening.ts";
import { createLogger, describeError, type LogLevel } from "./host/logging.ts";
import { watchDays } from "./jobs/days.ts";
import { runNightly } from "./jobs/nightly.ts";
import { mailer } from "./mail/mail.ts";
import { makeDataDir } from "./make-data-dir.ts";
import { createDesk, type Desk } from "./sign-in/desk.ts";
import { signInSecret } from "./sign-in/secret.ts";
import type { SignInSettings } from "./sign-in/settings.ts";
import { NOBODY } from "./sign-in/who.ts";
import { VERSION } from "./version.ts";

export interface ServerOptions {
  readonly dataDir: string;
  /** The key of an encrypted database; null for a plain one. */
  readonly key: StoreKey | null;
  /** 0 takes any free port. */
  readonly port: number;
  /** Fill an empty data directory with the demo clinic. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  readonly pages: string;
  readonly signIn: SignInSettings;
  /** Minutes until an idle sign-in ends, kept in the database from then on; null leaves them as they are. */
  readonly idleMinutes: number | null;
  readonly listening: Listening;
  /** The clock, for tests. */
  readonly now?: Services["now"];
  /** What is being done before the server answers, for a person who waits. */
  readonly say: (text: string) => void;
}

export interface RunningServer {
  readonly services: Services;
  readonly port: number;
  /** The origin under which people open it. */
  readonly origin: string;
  /** Ends open streams, answers what was asked, closes the database, lets the next server have the data. */
  stop(): Promise<void>;
  /** Waits for Ctrl-C or SIGTERM, stops, and answers the exit status. */
  stopped(): Promise<number>;
}

const TIDY_EVERY_MS = 60_000;
const LONGEST_STANDSTILL_MS = 50;

/** Fails at once when the port is taken, before anything is made in the data directory. Answers the port, for 0 a free one. */
async function checkPort(host: string, wanted: number): Promise<number> {
  const probe = createServer();
  probe.listen({ host, port: wanted });
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** Ends what has run out every so often, so that a list of sign-ins shows only those that stand. */
function tidySignIns({ who }: Desk, failed: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    try {
      who.tidy();
    } catch (error) {
      failed(error);
    }
  }, TIDY_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function originOf({ publicOrigin, tls }: Listening, port: number): string {
  return publicOrigin ?? `${tls === null ? "http" : "https"}://localhost:${port}`;
}

/** Starts the one server of a data directory; whatever was opened is closed again when a later step fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
    closing.length = 0;
  };
  try {
    const { listening } = options;
    if (options.demo) checkDemoStaysHere(listening);
    const port = await checkPort(listening.host, options.port);
    const origin = originOf(listening, port);
    makeDataDir(options.dataDir);
    const lock = lockServer(options.dataDir);
    closing.push(() => lock.release());
    const place: Place = { dataDir: options.dataDir, key: options.key };
    await bringDemoUpToDate(place, options.demo, options.say);
    const create =
      describeStore(place.dataDir, place.key) === null ? { create: { purpose: "real" } as const } : {};
    const store = openStore({ ...place, access: "write", ...create });
    closing.push(() => store.close());
    if (siteOf(store).purpose === "demo") checkDemoStaysHere(listening);
    const logger = createLogger(options.logLevel);
    const { mail } = options.signIn;
    const unmailed = (error: unknown) => logger.warn(describeError(error), "a mail could not be sent");
    const post = mail === null ? null : mailer(mail, listening.publicOrigin, unmailed);
    const services = createServices({
      store,
      dataDir: options.dataDir,
      version: VERSION,
      mailLink: post?.link ?? null,
      mailNotice: post?.notice ?? null,
      hosting: {
        secureTransport: listening.transport,
        mail: mail !== null,
        provider: options.signIn.provider?.name ?? null,
      },
      ...(options.now === undefined ? {} : { now: options.now }),
    });
    closing.push(() => services.close());
    if (options.idleMinutes !== null)
      saveIdleMinutes(store, { ...NOBODY, name: "the server" }, options.idleMinutes, services.now());
    options.say("Bringing findings up to date …");
    await services.refreshFindings();
    // From here on people wait for answers: a request that finds the database held tries again, and holds up no other.
    store.writer.waitAtMost(LONGEST_STANDSTILL_MS);

    const feed = createChangeFeed(services, (error) => {
      logger.warn(describeError(error), "changes could not be looked for");
    });
    closing.push(() => feed.close());
    const prepareOutcomes = () => {
      services.prepareOutcomes().catch((error) => {
        logger.warn(describeError(error), "program outcomes could not be made ready");
      });
    };
    const days = watchDays(services, {
      turned: (today) => {
        feed.announce({ type: "day", today });
        prepareOutcomes();
        void runNightly(services, {
          verified: (problems) => {
            if (problems > 0) logger.error({ problems }, "the nightly verification found problems");
          },
          failed: (error) => logger.error(describeError(error), "the nightly verification could not run"),
        });
      },
      failed: (error) => logger.error(describeError(error), "the findings of the new day could not be made"),
    });
    closing.push(() => days.stop());
    const secret = signInSecret(options.dataDir, options.signIn.secretFile);
    const desk = createDesk({ services, settings: options.signIn, secret, origin });
    closing.push(
      tidySignIns(desk, (error) => logger.warn(describeError(error), "sign-ins could not be tidied")),
    );
    const app = await createApp({ services, feed, logger, desk, listening, pages: options.pages });
    closing.push(() => app.close());
    await app.listen({ host: listening.host, port });
    prepareOutcomes();
    return { services, port, origin, stop: close, stopped: () => untilSignal(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function untilSignal(close: () => Promise<void>): Promise<number> {
  const asked = new AbortController();
  await Promise.race(
    ["SIGINT", "SIGTERM", "SIGHUP"].map((name) =>
      once(process, name, { signal: asked.signal }).catch(() => null),
    ),
  );
  asked.abort();
  await close();
  return 0;
}
