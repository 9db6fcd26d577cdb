import { PART_2_STATEMENT } from "@soundings/clinical";
import { DISCLOSABLE, type Disclosable } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clinic } from "../clinic.fixture.ts";
import {
  type Caller,
  CONSENT,
  callerAs,
  onConsent,
  openFullClinic,
  textOf,
  toPatient,
} from "./disclosure.fixture.ts";

const ALL = Object.keys(DISCLOSABLE) as Disclosable[];
const FORMS = ["csv", "print"] as const;

/** What only this part of P-1's record holds. */
const OWN: { readonly [P in Disclosable]: readonly string[] } = {
  identity: ["Testcase", "1990-04-01", "5555550100"],
  course: ["Admitted", "Evening IOP"],
  attendance: ["no-show", "180 minutes scheduled"],
  measures: ["PHQ-9 total", "Thoughts of death"],
  screens: ["cocaine", "412", "refused", "definitive"],
  medications: ["buprenorphine", "8 mg"],
  events: ["crisis", "C-SSRS"],
  decisions: ["step up", "PHP"],
};

let clinic: Clinic;
let therapist: Caller;

beforeAll(async () => {
  clinic = await openFullClinic();
  therapist = callerAs(clinic, { role: "therapist", staffId: "S-1" });
});

afterAll(() => clinic.close());

async function text(form: (typeof FORMS)[number], what: readonly Disclosable[]): Promise<string> {
  return textOf(await therapist.disclosures.make(toPatient({ form, what: [...what] })));
}

function lineOf(csv: string, start: string): string {
  return csv.split("\n").find((line) => line.startsWith(start)) ?? "";
}

describe.each(FORMS)("a document as %s", (form) => {
  it.each(ALL)("with only %s holds that part and nothing of another", async (part) => {
    const document = await text(form, [part]);
    for (const own of OWN[part]) expect(document).toContain(own);
    const others = ALL.filter((other) => other !== part).flatMap((other) => OWN[other]);
    for (const foreign of others) expect(document).not.toContain(foreign);
  });

  it("leaves free text behind and says that it is there", async () => {
    const document = await text(form, ["medications", "events", "decisions"]);
    expect(document).not.toMatch(/told me|spoke of|called at night|after the positive/);
    expect(document.match(/a note is on record and is not part of this document/g)).toHaveLength(4);
  });

  it("holds nothing of another patient", async () => {
    const document = await text(form, ALL);
    for (const other of ["Ben", "Cy", "P-2", "P-3", "1985-12-31"]) expect(document).not.toContain(other);
  });

  it("says what is missing, incomplete or prorated in words, and leaves out what was entered in error", async () => {
    const document = await text(form, ["measures", "screens"]);
    expect(document).toContain("prorated from 8 of 9 answers");
    expect(document).toContain("not scored: 2 of 9 answered");
    expect(document).toContain("total as stated; the answers are not on record");
    expect(document).toContain("collected, no result on record");
    expect(document).not.toContain("2026-03-02");
  });

  it("says of a chosen part without a record that nothing is on record", async () => {
    const asked = toPatient({ form, patientId: "P-2", what: ["screens"] });
    expect(textOf(await therapist.disclosures.make(asked))).toContain("Nothing on record");
  });

  it("carries the scope of the consent, the recipient and who let it out", async () => {
    const { consentId } = await therapist.consents.record({ ...CONSENT, recipientKind: "class" });
    const document = textOf(
      await therapist.disclosures.make(onConsent(consentId, { form, recipient: "Dr. Class" })),
    );
    expect(document).toContain("Dr. Class (as one of: Dr. Example)");
    expect(document).toContain("Signed 2026-03-01: Day IOP to the class Dr. Example");
    expect(document).toContain(`${DISCLOSABLE.measures}; ${DISCLOSABLE.course}`);
    expect(document).toContain("therapist of IOP-DAY");
    expect(document).toContain("2026-03-16 19:00 (America/Los_Angeles)");
    expect(document).toContain("Written consent of the patient");
  });
});

describe("as a file for a spreadsheet", () => {
  it("begins with the whole notice", async () => {
    const [first] = (await text("csv", ["course"])).split("\n");
    expect(first).toBe(`"${PART_2_STATEMENT.text}"`);
  });

  it("never writes a zero for what was not answered", async () => {
    const csv = await text("csv", ["measures"]);
    expect(lineOf(csv, "measures,2026-02-02,PHQ-9 9: ")).toContain(",0,of 3,");
    expect(lineOf(csv, "measures,2026-02-09,PHQ-9 9: ")).toContain(",no data,of 3,not answered");
    expect(lineOf(csv, "measures,2026-02-16,PHQ-9 total")).toContain(",no data,of 27,");
    expect(lineOf(csv, "measures,2026-02-23,PHQ-9 total")).toContain(",11,of 27,");
    expect(csv).not.toContain("measures,2026-02-23,PHQ-9 9");
  });

  it("dates a screen by the day of the site", async () => {
    expect(lineOf(await text("csv", ["screens"]), "screens,2026-03-10,")).toBe(
      "screens,2026-03-10,Drug screen: cocaine,positive,412 ng/mL,definitive; urine; valid",
    );
  });

  it("makes a text that a spreadsheet would run harmless, wherever it stands", async () => {
    const asked = toPatient({ what: ["medications"], recipient: "=cmd()", purpose: "+1+1" });
    const csv = textOf(await therapist.disclosures.make(asked));
    expect(csv).toContain(",'=HYPERLINK buprenorphine,");
    expect(csv).toContain("To,'=cmd()\n");
    expect(csv).toContain("Purpose,'+1+1\n");
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it("leaves out sessions that lie ahead", async () => {
    const csv = await text("csv", ["attendance"]);
    expect(csv).toContain("attendance,2026-03-12,group session,no-show");
    expect(csv).not.toContain("2026-03-20");
  });
});

describe("as a page to print", () => {
  it("is complete in itself: nothing runs, nothing is loaded, no inline style", async () => {
    const html = await text("print", ALL);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|javascript:|https?:\/\//i);
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]+'"/,
    );
  });

  it("holds the whole notice in the foot that every sheet repeats", async () => {
    const html = await text("print", ["course"]);
    expect(html).toContain(`<tfoot><tr><td class="notice">${PART_2_STATEMENT.text}</td></tr></tfoot>`);
  });

  it("shows markup in a text as text", async () => {
    const asked = toPatient({ form: "print", recipient: `<b onclick="x">Dr. & 'Co'</b>` });
    const html = textOf(await therapist.disclosures.make(asked));
    expect(html).toContain("&lt;b onclick=&quot;x&quot;&gt;Dr. &amp; &#39;Co&#39;&lt;/b&gt;");
    expect(html).not.toContain("<b ");
  });
});
