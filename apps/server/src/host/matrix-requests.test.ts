import {
  correctMatrix,
  entriesAfter,
  events,
  inReach,
  lastEntry,
  named,
  PATIENT_IDS,
} from "@soundings/api/matrix";
import { ROLES, type Role } from "@soundings/contract";
import { readPerson } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "../sign-in/clinic.fixture.ts";
import {
  askTogether,
  codeOf,
  type OverHttp,
  openOverHttp,
  PROCEDURES,
  toldBy,
  typeOf,
} from "./matrix.fixture.ts";

let http: OverHttp;
beforeAll(async () => {
  http = await openOverHttp();
}, 60_000);
afterAll(() => http.matrix.clinic.close());

const ofType = (type: "query" | "mutation") => PROCEDURES.filter((path) => typeOf(path) === type);
const director = () => http.matrix.people.director;
const isDisabled = () => readPerson(http.server.services.store, director().personId)?.disabled;

describe("by either method", () => {
  it("a change by GET is refused alike, whoever asks, and does nothing", async () => {
    const last = lastEntry(http.matrix);
    const told = new Set<string>();
    for (const path of ofType("mutation")) {
      for (const role of ROLES) {
        for (const patientId of ["PT-OWN", "PT-OTHER", "PT-NOBODY"]) {
          const { personId } = director();
          const reply = await askTogether(http.browsers[role], "GET", [[path, { patientId, personId }]]);
          expect([path, role, codeOf(reply)]).toEqual([path, role, "bad_request"]);
          told.add(toldBy(reply));
        }
      }
    }
    expect(told.size).toBe(1);
    expect(entriesAfter(http.matrix, last)).toEqual([]);
    expect(isDisabled()).toBe(false);
  });

  it("a question is answered the same, to whoever asks and of whomever", async () => {
    for (const path of ofType("query")) {
      for (const role of ROLES) {
        for (const patientId of ["PT-OWN", "PT-OTHER", "PT-NOBODY"]) {
          const answered = async (method: "GET" | "POST") => {
            const reply = await askTogether(http.browsers[role], method, [[path, { patientId }]]);
            expect(reply.headers["cache-control"]).toBe("no-store");
            return [path, role, reply.status, codeOf(reply)];
          };
          expect(await answered("POST")).toEqual(await answered("GET"));
        }
      }
    }
  });
});

type Questions = Parameters<typeof askTogether>[2];

interface Answered {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data: { readonly code: string } };
}

async function together(browser: Browser, method: "GET" | "POST", questions: Questions) {
  const reply = await askTogether(browser, method, questions);
  const answers = JSON.parse(reply.body) as readonly Answered[];
  return { reply, answers, codes: answers.map(({ error }) => error?.data.code ?? "answered") };
}

describe("several questions in one request", () => {
  it("are each answered as if asked alone", async () => {
    const { reply, answers, codes } = await together(http.browsers.therapist, "GET", [
      ["patient.page", { patientId: "PT-OWN" }],
      ["patient.page", { patientId: "PT-OTHER" }],
      ["patient.page", { patientId: "PT-NOBODY" }],
      ["people.page"],
      ["caseload.page", {}],
    ]);
    expect(reply.status).toBe(207);
    expect(codes).toEqual(["answered", "no_such_patient", "no_such_patient", "not_allowed", "answered"]);
    expect(answers[1]).toEqual(answers[2]);
    expect(named(toldBy(reply)).ids).toEqual(
      PATIENT_IDS.filter((id) => inReach("caseload.view", "therapist").has(id)),
    );
  });

  it("show the front desk nothing of treatment beside what it may see", async () => {
    const { answers, codes } = await together(http.browsers.front_desk, "GET", [
      ["contact.get", { patientId: "PT-OWN" }],
      ["patient.page", { patientId: "PT-OWN" }],
      ["schedule.due", {}],
      ["caseload.page", {}],
    ]);
    expect(codes).toEqual(["answered", "not_allowed", "answered", "not_allowed"]);
    for (const at of [1, 3]) expect(named(JSON.stringify(answers[at]))).toEqual({ ids: [], names: [] });
  });

  it("change what is permitted and nothing else, each on record", async () => {
    const last = lastEntry(http.matrix);
    const { reply, codes } = await together(http.browsers.therapist, "POST", [
      ["patient.printed", { patientId: "PT-OWN" }],
      ["people.disable", { personId: director().personId }],
      ["patient.printed", { patientId: "PT-OTHER" }],
    ]);
    expect(reply.status).toBe(207);
    expect(codes).toEqual(["answered", "not_allowed", "no_such_patient"]);
    expect(events(entriesAfter(http.matrix, last)).toSorted()).toEqual([
      "patient_printed",
      "refused",
      "refused",
    ]);
    expect(isDisabled()).toBe(false);
  });

  it("are all refused when a change is hidden among what is only read", async () => {
    const last = lastEntry(http.matrix);
    const { personId } = director();
    for (const method of ["GET", "POST"] as const) {
      const asked = [["people.page"], ["people.disable", { personId }]] as const;
      const reply = await askTogether(http.browsers.administrator, method, asked);
      const { error } = JSON.parse(reply.body) as Answered;
      expect([reply.status, error?.data.code]).toEqual([400, "bad_request"]);
    }
    expect(entriesAfter(http.matrix, last)).toEqual([]);
    expect(isDisabled()).toBe(false);
  });
});

/** What a page hears until an import ended, as it came over the wire. */
async function newsUntilImport(role: Role, begun: () => void): Promise<string> {
  const ending = new AbortController();
  const response = await fetch(`http://localhost:${http.server.port}/events`, {
    headers: { cookie: http.browsers[role].cookie },
    signal: ending.signal,
  });
  expect(response.status).toBe(200);
  begun();
  const decoder = new TextDecoder();
  let text = JSON.stringify([...response.headers]);
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('"imported":true')) break;
  }
  ending.abort();
  return text;
}

it("news over the wire name whom a page could show, and nobody else", async () => {
  let waiting = ROLES.length;
  let allBegun = () => {};
  const ready = new Promise<void>((resolve) => {
    allBegun = resolve;
  });
  const begun = () => {
    waiting -= 1;
    if (waiting === 0) allBegun();
  };
  const hearing = Promise.all(ROLES.map(async (role) => [role, await newsUntilImport(role, begun)] as const));
  await ready;
  await correctMatrix(http.server.services.store);
  for (const [role, text] of await hearing) {
    const shown = (["caseload.view", "patient.view", "schedule.view"] as const).map((action) =>
      inReach(action, role),
    );
    const mine = PATIENT_IDS.filter((id) => shown.some((reach) => reach.has(id)));
    expect([role, named(text)]).toEqual([role, { ids: mine, names: [] }]);
  }
});
