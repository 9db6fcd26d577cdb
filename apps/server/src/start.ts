import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createChangeFeed, createServices, type Services } from "@soundings/api";
import { describeStore, lockServer, openStore, type Place, type StoreKey } from "@soundings/records";
import { bringDemoUpToDate } from "./demo/fill.ts";
import { createApp } from "./host/app.ts";
import { createLogger, describeError, type LogLevel } from "./host/logging.ts";
import { watchDays } from "./jobs/days.ts";
import { makeDataDir } from "./make-data-dir.ts";
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
  /** What is being done before the server answers, for a person who waits. */
  readonly say: (text: string) => void;
}

export interface RunningServer {
  readonly services: Services;
  readonly port: number;
  /** Ends open streams, answers what was asked, closes the database, lets the next server have the data. */
  stop(): Promise<void>;
  /** Waits for Ctrl-C or SIGTERM, stops, and answers the exit status. */
  stopped(): Promise<number>;
}

const LOOPBACK = "127.0.0.1";

/** Fails at once when the port is taken, before anything is made in the data directory. */
async function checkPort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  probe.listen({ host: LOOPBACK, port });
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}

/** Starts the one server of a data directory; whatever was opened is closed again when a later step fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
    closing.length = 0;
  };
  try {
    await checkPort(options.port);
    makeDataDir(options.dataDir);
    const lock = lockServer(options.dataDir);
    closing.push(() => lock.release());
    const place: Place = { dataDir: options.dataDir, key: options.key };
    await bringDemoUpToDate(place, options.demo, options.say);
    const create =
      describeStore(place.dataDir, place.key) === null ? { create: { purpose: "real" } as const } : {};
    const store = openStore({ ...place, access: "write", ...create });
    closing.push(() => store.close());
    const services = createServices({ store, dataDir: options.dataDir, version: VERSION });
    closing.push(() => services.close());
    options.say("Bringing findings up to date …");
    await services.refreshFindings();

    const logger = createLogger(options.logLevel);
    const feed = createChangeFeed(services, (error) => {
      logger.warn(describeError(error), "changes could not be looked for");
    });
    closing.push(() => feed.close());
    const days = watchDays(services, {
      turned: (today) => feed.announce({ type: "day", today }),
      failed: (error) => logger.error(describeError(error), "the findings of the new day could not be made"),
    });
    closing.push(() => days.stop());
    const app = await createApp({ services, feed, logger, pages: options.pages });
    closing.push(() => app.close());
    await app.listen({ host: LOOPBACK, port: options.port });
    const { port } = app.server.address() as AddressInfo;
    return { services, port, stop: close, stopped: () => untilSignal(close) };
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
