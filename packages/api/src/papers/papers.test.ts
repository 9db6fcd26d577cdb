import { PAPER_KINDS } from "@soundings/clinical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clinic } from "../clinic.fixture.ts";
import { audited, type Caller, callerAs, openFullClinic } from "../disclosure/disclosure.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import { pagesOf, sheetsOf } from "./read-back.fixture.ts";

let clinic: Clinic;
let therapist: Caller;

beforeAll(async () => {
  clinic = await openFullClinic();
  therapist = callerAs(clinic, { role: "therapist", staffId: "S-1" });
});

afterAll(() => clinic.close());

async function code(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "answered",
    (error: unknown) => appErrorCodeOf(error),
  );
}

describe.each(PAPER_KINDS)("a %s", (paper) => {
  it("is shown as a page and entered in the audit by its name", async () => {
    const shown = await therapist.papers.view({ patientId: "P-1", paper });
    expect(shown).toMatchObject({ kind: paper, asOf: "2026-03-16", leftOut: [] });
    expect(shown.about.flat()).toContain("Ada Testcase");
    expect(audited(clinic, "paper_made").at(-1)).toMatchObject({
      patientId: "P-1",
      outcome: "done",
      detail: { paper, form: "page" },
    });
  });

  it("is the same as a file, marked as an internal copy on every page", async () => {
    const shown = await therapist.papers.view({ patientId: "P-1", paper });
    const file = await therapist.papers.file({ patientId: "P-1", form: paper });
    expect(file).toMatchObject({ mediaType: "application/pdf" });
    expect(file.name).toMatch(/^internal-[a-z-]+-P-1-2026-03-16\.pdf$/);
    const pages = await pagesOf(file.base64);
    for (const page of pages) expect(page).toContain("INTERNAL COPY — not for release");
    const words = pages.join(" ");
    for (const { heading } of shown.sections) expect(words).toContain(heading);
    expect(audited(clinic, "paper_made").at(-1)).toMatchObject({ detail: { paper, form: "pdf" } });
  });

  it("is of the chosen day", async () => {
    const shown = await therapist.papers.view({ patientId: "P-1", paper, asOf: "2026-02-10" });
    expect(shown.asOf).toBe("2026-02-10");
    expect(JSON.stringify(shown)).not.toContain("2026-03-09");
  });
});

describe("the data of a patient", () => {
  it("is a workbook of the whole record, free text with it, for use inside", async () => {
    const file = await therapist.papers.file({ patientId: "P-1", form: "xlsx" });
    const sheets = await sheetsOf(file.base64);
    expect(sheets.get("About")?.[1]?.join(" ")).toContain("INTERNAL COPY");
    expect(sheets.get("Measures")).toHaveLength(6);
    expect((sheets.get("Medications") ?? []).flat()).toContain("told me of cocaine");
    expect((sheets.get("Medications") ?? []).flat()).toContain("'=HYPERLINK buprenorphine");
    const all = [...sheets.values()].flat(2).join(" ");
    for (const other of ["Ben", "P-2", "1985-12-31"]) expect(all).not.toContain(other);
    expect(audited(clinic, "paper_made").at(-1)).toMatchObject({ detail: { paper: "xlsx", form: "xlsx" } });
  });

  it("is a workbook with every correction, also of a record that was corrected more often than the page shows", async () => {
    const { writer } = clinic.store;
    const add = writer.statement(
      `insert into "revisions" ("record_kind", "record_key", "patient_id", "revision", "changed_at", "changed_by", "before")
       select 'assessment', 'often', 'P-1', ?, '2026-03-10T10:00:00Z', 'Test', '{"total":1}'`,
    );
    writer.act(() => {
      for (let revision = 1; revision <= 501; revision += 1) add.run([revision]);
    });
    const file = await therapist.papers.file({ patientId: "P-1", form: "xlsx" });
    const rows = (await sheetsOf(file.base64)).get("Corrections") ?? [];
    expect(rows.length).toBeGreaterThan(501);
  });

  it("is a CSV that begins with the mark of an internal copy and runs nothing", async () => {
    const file = await therapist.papers.file({ patientId: "P-1", form: "csv" });
    const text = Buffer.from(file.base64, "base64").toString("utf8");
    expect(text.split("\n")[0]).toBe("INTERNAL COPY — not for release");
    expect(text).toContain("measures,2026-02-09,PHQ-9 9: ");
    expect(text).not.toContain("told me of cocaine");
    expect(text).toContain("without free text, notes, injections and corrections");
    expect(text).not.toContain("whole record");
    expect(text).not.toMatch(/(^|,)"?(?!\+\d+,)[=+@]/m);
    expect(file.name).toBe("internal-data-P-1-2026-03-16.csv");
  });
});

describe("who may", () => {
  it("is answered the same for a patient out of reach and for nobody", async () => {
    const outsider = callerAs(clinic, { role: "therapist", staffId: "S-2", programIds: ["IOP-EVE"] });
    for (const patientId of ["P-2", "P-99"]) {
      expect(await code(outsider.papers.view({ patientId, paper: "summary" }))).toBe("no_such_patient");
      expect(await code(outsider.papers.file({ patientId, form: "xlsx" }))).toBe("no_such_patient");
    }
  });

  it.each(["front_desk", "administrator"] as const)("a %s may not at all", async (role) => {
    const caller = callerAs(clinic, { role });
    expect(await code(caller.papers.view({ patientId: "P-1", paper: "summary" }))).toBe("not_allowed");
    expect(await code(caller.papers.file({ patientId: "P-1", form: "csv" }))).toBe("not_allowed");
  });

  it("is told of an episode that is not there, and of a day to come", async () => {
    const asked = { patientId: "P-1", paper: "summary" } as const;
    expect(await code(therapist.papers.view({ ...asked, episodeId: "E-99" }))).toBe("no_such_episode");
    expect(await code(therapist.papers.view({ ...asked, asOf: "2026-03-17" }))).toBe("day_in_future");
  });
});
