import { auditHead } from "@soundings/records";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ADMINISTRATOR, directorOf, join } from "../administration/people.fixture.ts";
import { type Clinic, NOW, openClinic, TODAY } from "../clinic.fixture.ts";

let clinic: Clinic;

beforeEach(async () => {
  clinic = await openClinic();
});
afterEach(() => clinic.close());

it("says what runs and how the database is kept, and nothing of what was never done", async () => {
  const { caller } = join(clinic, { roles: ADMINISTRATOR });
  const before = auditHead(clinic.store);
  const status = await caller.running.status();
  expect(status).toMatchObject({
    version: "0.0.0",
    dataDir: clinic.store.dataDir,
    encrypted: false,
    startedAt: NOW,
    today: TODAY,
    lastBackup: null,
    lastNightlyRun: null,
    lastVerification: null,
    auditHead: before,
    secureTransport: "loopback",
    purpose: "real",
  });
  expect(status.databaseBytes).toBeGreaterThan(100_000);
});

it("says when findings were brought to the day, and how a verification ended", async () => {
  const { caller } = join(clinic, { roles: ADMINISTRATOR });
  await clinic.services.refreshFindings();
  expect(await clinic.services.verify()).toBe(0);
  clinic.store.writer.exec("drop trigger audit_is_never_changed");
  expect((await caller.running.status()).lastVerification).toMatchObject({ problems: 0 });
  expect(await clinic.services.verify()).toBe(1);
  const { lastNightlyRun, lastVerification } = await caller.running.status();
  expect(lastNightlyRun).toMatchObject({ day: TODAY });
  expect(lastVerification).toMatchObject({ problems: 1 });
});

it("is for administrators", async () => {
  const { caller } = join(clinic, { roles: directorOf("IOP-DAY") });
  await expect(caller.running.status()).rejects.toMatchObject({ cause: { code: "not_allowed" } });
});
