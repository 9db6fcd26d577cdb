import type { ServerEvent } from "@soundings/contract";
import { latestChange } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChangeFeed, createChangeFeed } from "./changes.ts";
import { type Clinic, FILES, openClinic, TODAY, take } from "./clinic.fixture.ts";

let clinic: Clinic;
let feed: ChangeFeed;
beforeAll(async () => {
  clinic = await openClinic();
  feed = createChangeFeed(clinic.services, (error) => {
    throw error;
  });
});
afterAll(async () => {
  feed.close();
  await clinic.close();
});

const next = () =>
  new Promise<ServerEvent>((resolve) => {
    const leave = feed.subscribe((event) => {
      leave();
      resolve(event);
    });
  });

describe("the feed of changes", () => {
  it("greets with the day and the last change", () => {
    const change = latestChange(clinic.store);
    expect(feed.hello()).toEqual({ type: "hello", today: TODAY, version: "0.0.0", change });
  });

  it("tells whose records were written, and what a page has missed", async () => {
    const before = feed.latest();
    const told = next();
    await take(clinic.store, {
      "assessments.csv": `${FILES["assessments.csv"]}A-9,P-2,phq-9,2026-03-15,1,1,1,1,1,1,1,1,0\n`,
    });
    const expected = {
      type: "changed",
      change: latestChange(clinic.store),
      patientIds: ["P-2"],
      imported: true,
    };
    expect(await told).toEqual(expected);
    expect(feed.since(before)).toEqual(expected);
    expect(feed.since(feed.latest())).toBeNull();
  });

  it("says that anything may differ when the database is another one, or the change is nobody's", async () => {
    expect(feed.since(feed.latest() + 1_000)).toMatchObject({ type: "changed", patientIds: null });
    const told = next();
    await take(clinic.store, {
      "programs.csv": FILES["programs.csv"]?.replace("Evening IOP", "Late IOP") ?? "",
    });
    expect(await told).toMatchObject({ type: "changed", patientIds: null });
  });

  it("passes on what others announce", async () => {
    const told = next();
    feed.announce({ type: "day", today: TODAY });
    expect(await told).toEqual({ type: "day", today: TODAY });
  });
});
