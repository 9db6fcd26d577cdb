import { createChangeFeed, createServices, importFolder } from "@soundings/api";
import { openStore } from "@soundings/records";
import { expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "../cli/clinic.fixture.ts";
import { createApp } from "./app.ts";
import { createLogger } from "./logging.ts";

it("logs routes, states and request ids; no name, no address with its values, no message of an error", async () => {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
  await importFolder(store, { folder: clinicFolder(), dryRun: false, by: "test", onProgress: () => {} });
  const services = createServices({ store, dataDir, version: "0.0.0" });
  const feed = createChangeFeed(services, () => {});
  const lines: string[] = [];
  const logger = createLogger("debug", { write: (line) => void lines.push(line) });
  const app = await createApp({ services, feed, logger, pages: temporaryFolder() });
  const headers = { host: "localhost" };
  const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

  const found = await app.inject({ url: `/trpc/caseload.page?input=${input({ q: "Testcase" })}`, headers });
  expect(found.body).toContain("Testcase");
  await app.inject({ url: "/patients/P-1", headers: { ...headers, accept: "text/html" } });
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
  expect(log).not.toMatch(/Testcase|P-1|input=|connection is not open/);
  feed.close();
  await app.close();
  await services.close();
});
