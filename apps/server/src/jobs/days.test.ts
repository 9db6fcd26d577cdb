import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServices, importFolder, type Services } from "@soundings/api";
import { openStore } from "@soundings/records";
import { expect, it } from "vitest";
import { clinicFolder } from "../cli/clinic.fixture.ts";
import { watchDays } from "./days.ts";

type Moment = ReturnType<Services["now"]>;

it("brings findings to the new day at the site's midnight, then says so", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "soundings-days-"));
  const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
  // 23:59:59 in Los Angeles, where the clinic's programs are; in UTC the day has turned long ago.
  let now = "2026-03-17T06:59:59Z" as Moment;
  const folder = clinicFolder();
  await importFolder(store, { folder, dryRun: false, by: "test", now, onProgress: () => {} });
  const services = createServices({ store, dataDir, version: "0.0.0", now: () => now });
  expect([services.today(), services.msUntilTomorrow()]).toEqual(["2026-03-16", 1_000]);

  const stopping: (() => void)[] = [];
  const turned = new Promise<string>((resolve, reject) => {
    const days = watchDays(services, { turned: resolve, failed: reject });
    stopping.push(() => days.stop());
  });
  now = "2026-03-17T07:00:00Z" as Moment;
  expect(await turned).toBe("2026-03-17");
  expect(await services.refreshFindings()).toBe(0);
  for (const stop of stopping) stop();
  await services.close();
  store.close();
});
