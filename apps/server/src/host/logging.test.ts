import { createChangeFeed, createServices, importFolder } from "@soundings/api";
import { openStore } from "@soundings/records";
import { expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "../cli/clinic.fixture.ts";
import { PASSWORD, somebody } from "../sign-in/clinic.fixture.ts";
import { createDesk } from "../sign-in/desk.ts";
import { signInSecret } from "../sign-in/secret.ts";
import { createApp } from "./app.ts";
import { listeningOf } from "./listening.ts";
import { createLogger } from "./logging.ts";

it("logs routes, states and request ids; no name, no address with its values, no message of an error", async () => {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
  await importFolder(store, { folder: clinicFolder(), dryRun: false, by: "test", onProgress: () => {} });
  const services = createServices({ store, dataDir, version: "0.0.0" });
  const feed = createChangeFeed(services, () => {});
  const lines: string[] = [];
  const logger = createLogger("debug", { write: (line) => void lines.push(line) });
  const settings = { secretFile: undefined, provider: null, mail: null };
  const secret = signInSecret(dataDir, undefined);
  const desk = createDesk({ services, settings, secret, origin: "http://localhost" });
  const app = await createApp({
    services,
    feed,
    logger,
    desk,
    listening: listeningOf({}),
    pages: temporaryFolder(),
  });
  await somebody(store, "ada@clinic.example", [{ role: "director", programIds: ["IOP-DAY"] }]);
  store.writer.exec(`update "settings" set "value" = 'demo' where "name" = 'purpose'`);
  const signedIn = await app.inject({
    method: "POST",
    url: "/auth/sign-in",
    headers: { host: "localhost" },
    payload: { email: "ada@clinic.example", password: PASSWORD },
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const headers = { host: "localhost", cookie };
  const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

  const found = await app.inject({ url: `/trpc/caseload.page?input=${input({ q: "Testcase" })}`, headers });
  expect(found.body).toContain("Testcase");
  await app.inject({ url: "/patients/P-1", headers: { ...headers, accept: "text/html" } });
  await app.inject({ url: `/trpc/patient.page?input=${input({ patientId: "P-404" })}`, headers });
  expect(lines.join("")).toContain('"path":"patient.page","code":"no_such_patient"');
  expect(lines.filter((line) => JSON.parse(line).level > 30)).toEqual([]);
  store.close();
  const failed = await app.inject({
    url: `/trpc/patient.page?input=${input({ patientId: "P-1" })}`,
    headers,
  });
  expect(failed.statusCode).toBe(500);
  expect(failed.json().error).toMatchObject({ data: { code: "unexpected" } });

  const log = lines.join("");
  expect(log).toContain('"route":"/trpc/:path","status":200');
  expect(log).toContain(`"request":"${failed.headers["x-request-id"]}"`);
  expect(log).toMatch(/"kind":"TRPCError"/);
  expect(log).not.toMatch(/Testcase|P-1|P-404|input=|connection is not open|ada@|otters/);
  feed.close();
  await app.close();
  await services.close();
});
