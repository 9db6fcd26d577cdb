import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inReach, type Matrix, onTheList, openMatrix } from "../access/matrix.fixture.ts";
import { callerAs, TODAY, take } from "../clinic.fixture.ts";
import { createServices } from "../services.ts";

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
  matrix.insert("contacts", {
    patient_id: "PT-OWN",
    preferred_name: "Sunny",
    revision: 1,
    changed_at: "2026-03-16T17:00:00Z",
    changed_by: "x",
  });
});
afterAll(() => matrix.clinic.close());

const as = (role: keyof Matrix["people"]) => matrix.as(matrix.people[role]);

describe("schedule.day", () => {
  it("gives the front desk the sessions of its program's patients, at the site's time", async () => {
    const page = await as("front_desk").schedule.day({});
    expect(page).toMatchObject({ on: TODAY, today: TODAY });
    expect(page.sessions.map(({ patientId }) => patientId).sort()).toEqual(
      [...inReach("schedule.view", "front_desk")].sort(),
    );
    const own = page.sessions.find(({ patientId }) => patientId === "PT-OWN");
    expect(own).toEqual({
      sessionId: "SE-PT-OWN",
      patientId: "PT-OWN",
      givenName: "Givenown",
      familyName: "Familyown",
      preferredName: "Sunny",
      programName: "Day IOP",
      startsAt: "10:00",
      minutes: 60,
      service: "group",
      modality: null,
      leader: "Staff TH",
      status: "attended",
      attendedMinutes: null,
      mayOpen: false,
      mayContact: true,
    });
  });

  it("gives a therapist a session that is led, and no way to its patient", async () => {
    const { sessions } = await as("therapist").schedule.day({});
    const led = sessions.filter(({ patientId }) => patientId === "PT-LED");
    expect(led).toMatchObject([{ sessionId: "SE-LED-TH", mayOpen: false, mayContact: false }]);
    expect(sessions.find(({ patientId }) => patientId === "PT-OWN")).toMatchObject({ mayOpen: true });
  });

  it("names the program of the episode of the day, and takes it as a filter", async () => {
    const { programs, sessions } = await as("director").schedule.day({});
    expect(programs.map(({ programId }) => programId)).toEqual(["IOP-DAY", "IOP-EVE"]);
    expect(sessions.find(({ patientId }) => patientId === "PT-MOVED")?.programName).toBe("Evening IOP");
    const evening = await as("director").schedule.day({ program: "IOP-EVE" });
    expect(evening.sessions.map(({ patientId }) => patientId)).toEqual(["PT-MOVED"]);
    expect(evening.programs).toEqual(programs);
  });

  it("is by civil days of the site, earlier and later ones too", async () => {
    const head = "session_id,patient_id,scheduled_start,scheduled_minutes,service,status,staff_id\n";
    const late = "SE-LATE,PT-OWN,2026-03-17T23:30:00-07:00,60,group,scheduled,S-TH\n";
    await take(matrix.clinic.store, { "sessions.csv": head + late });
    const on = async (day: string) => (await as("therapist").schedule.day({ on: day })).sessions;
    expect(await on("2026-03-17")).toMatchObject([{ sessionId: "SE-LATE", startsAt: "23:30" }]);
    expect(await on("2026-03-18")).toEqual([]);
    const { nearest } = await as("therapist").schedule.day({ on: "2026-03-18" });
    expect(nearest).toEqual({ before: "2026-03-17", after: null });
    const elsewhere = await as("therapist").schedule.day({ on: "2026-03-18", program: "NONE" });
    expect(elsewhere.nearest).toEqual({ before: null, after: null });
    expect((await as("therapist").schedule.day({ on: "2026-03-17" })).nearest.before).toBeNull();
    await expect(on("2026-02-30")).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("schedule.due", () => {
  it("lists who owes what, without a score, and who may be opened or called", async () => {
    const { due, programs } = await as("front_desk").schedule.due({});
    expect(due.map(({ patientId }) => patientId).sort()).toEqual(onTheList("due.view", "front_desk"));
    expect(programs).toEqual([{ programId: "IOP-DAY", name: "Day IOP" }]);
    expect(due.find(({ patientId }) => patientId === "PT-OWN")).toEqual({
      patientId: "PT-OWN",
      episodeId: "EP-PT-OWN",
      givenName: "Givenown",
      familyName: "Familyown",
      preferredName: "Sunny",
      programName: "Day IOP",
      therapistName: "Staff TH",
      measures: [
        { instrument: "phq-9", dueOn: "2026-02-09", overdue: true },
        { instrument: "gad-7", dueOn: "2026-02-09", overdue: true },
      ],
      mayOpen: false,
      mayContact: true,
    });
  });

  it("is the same between midnight and the refresh, but for the day", async () => {
    const { services } = matrix.clinic;
    const tomorrow = createServices({
      ...services,
      dataDir: services.store.dataDir,
      now: () => "2026-03-17T07:30:00Z" as never,
    });
    const { people } = matrix;
    const stored = await as("front_desk").schedule.due({});
    const computed = await callerAs(tomorrow, people.front_desk).schedule.due({});
    expect(computed).toEqual({ ...stored, today: "2026-03-17" });
    await tomorrow.close();
  });
});
