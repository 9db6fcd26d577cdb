import type { StaffRole } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { takeBackRecord, verifyStore } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directorOf, entered, type Joined, join } from "../administration/people.fixture.ts";
import { type Clinic, FILES, NOW, openClinic, TODAY, take } from "../clinic.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import { createServices } from "../services.ts";
import type { WhenReady } from "./questions.types.ts";

/** The clinic with three who have left: two from the day program, one of them by losing contact, and one from the evening. */
const CLINIC: Readonly<Record<string, string>> = {
  ...FILES,
  "patients.csv": `${FILES["patients.csv"]}P-4,Dot,Testcase,1990-01-01
P-5,Eve,Testcase,1991-01-01
`,
  "episodes.csv": `${FILES["episodes.csv"]}E-4,P-4,IOP-DAY,2025-09-01,2025-11-14,completed,S-1,
E-5,P-5,IOP-DAY,2025-10-01,2025-10-20,lost_contact,S-1,
`,
  "assessments.csv": `${FILES["assessments.csv"]}A-4,P-4,phq-9,2025-09-01,2,2,2,2,2,2,2,2,0
A-5,P-4,phq-9,2025-11-10,1,1,1,0,0,0,0,0,0
`,
};

let clinic: Clinic;
let day: Joined;
let evening: Joined;
beforeAll(async () => {
  clinic = await openClinic(CLINIC);
  day = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
  evening = join(clinic, { roles: directorOf("IOP-EVE"), name: "Evening Director" });
});
afterAll(() => clinic.close());

function answerIn<T>(reply: WhenReady<T>): T {
  if (reply.state === "working") throw new Error("it is not ready");
  return reply.answer;
}

const codeOf = (asking: Promise<unknown>) => asking.then(() => "answered", appErrorCodeOf);
const lastSeq = () =>
  Number(clinic.store.reader.statement("select max(seq) from audit_entries").get([])?.[0] ?? 0);
async function enteredBy(act: () => Promise<unknown>) {
  const last = lastSeq();
  await act();
  return entered(clinic, last).map(({ event, detail, listed }) => ({ event, detail, listed }));
}

describe("what a director is shown", () => {
  it("is of the own programs and of no others, by number, by name and by value", async () => {
    const discharged = async ({ caller }: Pick<Joined, "caller">) => ({
      n: answerIn(await caller.outcomes.overview({})).all.flow.discharged,
      rows: answerIn(await caller.outcomes.patients({ set: "discharged" })).rows.map((row) => row.episodeId),
    });
    expect(await discharged(clinic)).toEqual({ n: 3, rows: ["E-0", "E-4", "E-5"] });
    expect(await discharged(day)).toEqual({ n: 2, rows: ["E-4", "E-5"] });
    expect(await discharged(evening)).toEqual({ n: 1, rows: ["E-0"] });
    const { dimensions } = answerIn(await evening.caller.outcomes.options({}));
    expect(dimensions.program).toEqual([{ value: "IOP-EVE", label: "Evening IOP", discharged: 1 }]);
    expect(dimensions.therapist).toEqual([{ value: "S-2", label: "Therapist Two", discharged: 1 }]);
    const other = answerIn(await evening.caller.outcomes.patients({ set: "discharged", program: "IOP-DAY" }));
    expect([other.total, other.rows]).toEqual([0, []]);
    const none = answerIn(await day.caller.outcomes.overview({ therapist: "nobody" }));
    expect([none.all.flow.discharged, none.all.measures.completion.rate]).toEqual([0, null]);
  });

  it("says whom a number leaves out, and why", async () => {
    const left = answerIn(await day.caller.outcomes.patients({ set: "measure/phq9-response/left-out" }));
    expect(left.rows.map(({ patientId, why }) => [patientId, why])).toEqual([
      ["P-5", expect.stringContaining("PHQ-9")],
    ]);
    const shown = answerIn(await day.caller.outcomes.patients({ set: "measure/phq9-response/numerator" }));
    expect(shown.rows).toMatchObject([
      {
        patientId: "P-4",
        givenName: "Dot",
        programName: "Day IOP",
        therapistName: "Therapist One",
        pre: { "phq-9": { on: "2025-09-01", score: 16 }, "gad-7": null },
        post: { "phq-9": { on: "2025-11-10", score: 3 } },
        problems: [],
      },
    ]);
    const work = answerIn(await day.caller.outcomes.patients({ set: "quality/week-not-measured" }));
    expect(work.rows.every(({ problems }) => problems.length > 0)).toBe(true);
    const rest = answerIn(await day.caller.outcomes.patients({ set: "discharged", offset: 1 }));
    expect([rest.total, rest.offset, rest.rows.map((row) => row.patientId)]).toEqual([2, 1, ["P-5"]]);
  });

  it("is refused with a clear sentence for what is none", async () => {
    const { outcomes } = day.caller;
    expect(await codeOf(outcomes.patients({ set: "everybody" }))).toBe("no_such_set");
    expect(await codeOf(outcomes.overview({ from: "2026-01-02", to: "2026-01-01" }))).toBe("period_reversed");
    expect(await codeOf(outcomes.overview({ asOf: "2026-03-17" }))).toBe("day_in_future");
    expect(await codeOf(outcomes.leavingFigure({ figure: "measures", therapist: "S-1" }))).toBe(
      "therapist_stays_inside",
    );
    expect(await codeOf(day.caller.outcomeReports.make({ by: "therapist" }))).toBe("therapist_stays_inside");
  });
});

describe("a question about one therapist with fewer than twenty closed stays", () => {
  const asked = { therapist: "S-1" } as const;

  it("has no figures, whichever they are, and the refusal is entered", async () => {
    const { outcomes } = day.caller;
    const figures = [
      () => outcomes.overview(asked),
      () => outcomes.overview({ ...asked, against: "previous_year" }),
      () => outcomes.comparison({ ...asked, by: "sex" }),
      () => outcomes.overTime(asked),
      () => outcomes.groupMoves(asked),
      () => outcomes.levels(asked),
    ];
    for (const ask of figures) {
      let code = "";
      const events = await enteredBy(async () => {
        code = await codeOf(ask());
      });
      expect(code).toBe("too_few_closed");
      expect(events).toMatchObject([{ event: "refused", detail: { code } }]);
    }
  });

  it("has the lists to work through: patients, checks without shares, and what to choose", async () => {
    const { outcomes } = day.caller;
    expect(answerIn(await outcomes.patients({ ...asked, set: "discharged" })).total).toBe(2);
    const { checks, ...quality } = answerIn(await outcomes.quality(asked));
    expect(quality).toMatchObject({ discharged: 2, tooFew: true, byWeek: [], byTherapist: [] });
    expect(checks.map(({ of }) => of)).toEqual(checks.map(() => null));
    expect(answerIn(await outcomes.options(asked)).dimensions.therapist).toHaveLength(1);
  });
});

describe("the audit of outcomes", () => {
  it("holds the question and whom it showed, and neither names nor scores", async () => {
    const viewed = await enteredBy(() => day.caller.outcomes.overview({ sex: "female" }));
    expect(viewed).toEqual([
      { event: "outcomes_viewed", detail: { what: "overview", sex: "female" }, listed: [] },
    ]);
    const listed = await enteredBy(() => day.caller.outcomes.patients({ set: "discharged" }));
    expect(listed).toEqual([
      {
        event: "outcomes_listed",
        detail: { set: "discharged", total: 2, rows: 2 },
        listed: ["P-4", "P-5"],
      },
    ]);
    expect(JSON.stringify([viewed, listed])).not.toMatch(/Testcase|Dot/);
  });

  it("keeps out a value that no record has: somebody may have typed a name", async () => {
    const typed = { payer: "Dot Testcase", age: "Dot Testcase", therapist: "Dot Testcase" };
    const entries = await enteredBy(async () => {
      await day.caller.outcomes.levels({ ...typed, track: "not-recorded" });
      await day.caller.outcomes.patients({ ...typed, set: "discharged" });
      await day.caller.outcomes.printed({ page: "levels", filter: typed });
    });
    const unknown = { payer: "not on record", age: "not on record", therapist: "not on record" };
    expect(entries.map(({ detail }) => detail)).toMatchObject([
      { ...unknown, track: "not-recorded" },
      unknown,
      unknown,
    ]);
    expect(JSON.stringify(entries)).not.toContain("Testcase");
  });

  it("holds an answer once, however often it was asked for while it was made", async () => {
    const { store } = clinic;
    const patience = { quick: 0 };
    const services = createServices({
      store,
      dataDir: store.dataDir,
      version: "0.0.0",
      now: () => NOW,
      patience,
    });
    const slow = join({ ...clinic, services }, { roles: directorOf("IOP-DAY") });
    const states = new Set<string>();
    const entries = await enteredBy(async () => {
      for (let ready = false; !ready; ) {
        const { state } = await slow.caller.outcomes.levels({ asOf: "2026-03-01" });
        states.add(state);
        ready = state === "ready";
      }
    });
    expect([...states]).toEqual(["working", "ready"]);
    expect(entries.map(({ event }) => event)).toEqual(["outcomes_viewed"]);
    await services.close();
  });
});

describe("views", () => {
  it("that are shared name nothing of a program that the other does not direct", async () => {
    const both = join(clinic, { roles: directorOf("IOP-DAY", "IOP-EVE") });
    const keep = (name: string, filter: OutcomesFilter) =>
      both.caller.outcomeViews.keep({ name, page: "overview", filter, shared: true });
    const kept = [
      await keep("all", {}),
      await keep("day", { program: "IOP-DAY" }),
      await keep("day's", { therapist: "S-1" }),
      await keep("none", { therapist: "not-recorded", track: "not-recorded" }),
      await keep("evening", { program: "IOP-EVE" }),
      await keep("evening's", { therapist: "S-2" }),
      await keep("track", { track: "another" }),
    ];
    const seen = async ({ caller }: Joined) =>
      (await caller.outcomeViews.list()).views.map(({ name }) => name);
    expect(await seen(day)).toEqual(["all", "day", "day's", "none"]);
    expect(await seen(both)).toHaveLength(kept.length);
    for (const one of kept) await both.caller.outcomeViews.remove(one);
  });

  it("are one's own, replaced by name, and shared with directors of the same programs only", async () => {
    const both = join(clinic, { roles: directorOf("IOP-DAY", "IOP-EVE"), name: "Both" });
    const view = { name: "Women", page: "overview", filter: { sex: "female" }, shared: false } as const;
    const names = async ({ caller }: Joined) =>
      (await caller.outcomeViews.list()).views.map(({ name, mine, by, page, filter }) => ({
        ...{ name, mine, by, page, filter },
      }));
    const { viewId } = await day.caller.outcomeViews.keep(view);
    expect(await names(both)).toEqual([]);
    const shared = { ...view, page: "compare", filter: { by: "age" }, shared: true } as const;
    expect(await day.caller.outcomeViews.keep(shared)).toEqual({ viewId });
    const kept = { name: "Women", by: "Day Director", page: "compare", filter: { by: "age" } };
    expect(await names(day)).toEqual([{ ...kept, mine: true }]);
    expect(await names(both)).toEqual([{ ...kept, mine: false }]);
    expect(await names(evening)).toEqual([]);
    expect(await codeOf(both.caller.outcomeViews.remove({ viewId }))).toBe("no_such_view");
    await day.caller.outcomeViews.remove({ viewId });
    expect(await codeOf(day.caller.outcomeViews.remove({ viewId }))).toBe("no_such_view");
    expect(await names(day)).toEqual([]);
  });
});

describe("notes", () => {
  it("are of the own programs, taken back and never removed", async () => {
    const note = { programId: "IOP-DAY", on: "2026-01-05", text: "Evening track opened" } as const;
    const { noteId } = await day.caller.outcomeNotes.add(note);
    const { notes, programs } = await day.caller.outcomeNotes.list();
    expect(notes).toMatchObject([{ ...note, noteId, by: "Day Director", takenBack: null }]);
    expect(programs).toEqual([{ programId: "IOP-DAY", name: "Day IOP" }]);
    expect((await evening.caller.outcomeNotes.list()).notes).toEqual([]);
    expect(await codeOf(evening.caller.outcomeNotes.takeBack({ noteId }))).toBe("no_such_entry");
    expect(await codeOf(evening.caller.outcomeNotes.add(note))).toBe("no_such_entry");
    expect(await codeOf(day.caller.outcomeNotes.add({ ...note, on: "2026-03-17" }))).toBe("day_in_future");
    await day.caller.outcomeNotes.takeBack({ noteId });
    const [back] = (await day.caller.outcomeNotes.list()).notes;
    expect(back).toMatchObject({ noteId, text: note.text, takenBack: { by: "Day Director", at: NOW } });
    expect(await codeOf(day.caller.outcomeNotes.takeBack({ noteId }))).toBe("no_such_entry");
    const { writer } = clinic.store;
    const tamper = (sql: string) => () => writer.statement(sql).run([]);
    expect(tamper(`delete from "outcome_notes"`)).toThrow("stays as it was");
    expect(tamper(`update "outcome_notes" set "text" = 'x'`)).toThrow("stays as it was");
    expect(tamper(`update "outcome_notes" set "taken_back_at" = null`)).toThrow("stays as it was");
  });
});

describe("a report", () => {
  it("is shown again as it was made, byte for byte, whatever changes", async () => {
    const { store } = clinic;
    const { reportId } = answerIn(await clinic.caller.outcomeReports.make({ by: "age" }));
    const shown = async () =>
      JSON.stringify((await clinic.caller.outcomeReports.show({ reportId })).document);
    const before = await shown();
    const sheet = async () =>
      (await clinic.caller.outcomeReports.file({ reportId, form: "pdf" })).base64.length;
    const size = await sheet();
    const name = { patientId: "P-4", recordType: "assessment", recordId: "A-5", seen: 0 } as const;
    store.writer.act(() => takeBackRecord(store.writer, name, { by: "x", at: NOW, reason: "wrong person" }));
    await take(store, { "programs.csv": (FILES["programs.csv"] ?? "").replace("Day IOP", "Renamed") });
    expect((await shown()) === before).toBe(true);
    expect(await sheet()).toBe(size);
    const { reports } = await clinic.caller.outcomeReports.list();
    expect(reports).toMatchObject([
      { reportId, madeAt: NOW, question: { asOf: TODAY }, definitions: 1, programs: [{}, {}] },
    ]);
    const change = (sql: string) => () => store.writer.statement(sql).run([]);
    expect(change(`update "outcome_reports" set "document" = '{}'`)).toThrow("stays as it was made");
    expect(change(`delete from "outcome_reports"`)).toThrow("stays as it was made");
    expect(await verifyStore(store)).toEqual([]);
  });

  it("of programs out of reach is not there", async () => {
    const { reportId } = answerIn(await clinic.caller.outcomeReports.make({ program: "IOP-DAY" }));
    const seen = async ({ caller }: Joined) =>
      (await caller.outcomeReports.list()).reports.map((one) => one.reportId);
    expect(await seen(day)).toEqual([reportId]);
    expect(await seen(evening)).toEqual([]);
    for (const id of [reportId, "nothing"]) {
      expect(await codeOf(evening.caller.outcomeReports.show({ reportId: id }))).toBe("no_such_report");
      const file = evening.caller.outcomeReports.file({ reportId: id, form: "xlsx" });
      expect(await codeOf(file)).toBe("no_such_report");
    }
    expect(await codeOf(evening.caller.outcomeReports.make({ program: "IOP-DAY" }))).toBe("no_such_entry");
  });

  it("cannot be made by anybody but a director", async () => {
    for (const role of ["therapist", "prescriber", "front_desk"] as const satisfies readonly StaffRole[]) {
      const { caller } = join(clinic, { roles: [{ role, programIds: ["IOP-DAY"] }] });
      expect(await codeOf(caller.outcomeReports.make({}))).toBe("not_allowed");
      expect(await codeOf(caller.outcomes.overview({}))).toBe("not_allowed");
    }
  });
});
