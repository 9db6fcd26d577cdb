import type { SchedulePage } from "@soundings/contract";
import { expect, it } from "vitest";
import { groupWords, linesOf, markedWords } from "./groups.ts";

type Session = SchedulePage["sessions"][number];

const session = (sessionId: string, change: Partial<Session> = {}): Session => ({
  sessionId,
  patientId: `P-${sessionId}`,
  givenName: "Ada",
  familyName: "Vance",
  preferredName: null,
  programName: "Harbor Day IOP",
  startsAt: "09:00",
  minutes: 180,
  service: "group",
  modality: "in_person",
  leader: "Rosa Delgado",
  status: "attended",
  attendedMinutes: 180,
  mayOpen: false,
  mayContact: false,
  ...change,
});
const shape = (sessions: readonly Session[]) =>
  linesOf(sessions).map((line) =>
    line.kind === "group" ? line.of.length : `${line.under ? "under " : ""}${line.session.sessionId}`,
  );

it("puts a line above those who share time, session and leader, and none above a single one", () => {
  const alone = session("3", { service: "individual", minutes: 50 });
  expect(shape([session("1"), alone, session("2")])).toEqual([2, "under 1", "under 2", "3"]);
});

it("keeps apart what differs in one of them", () => {
  const others = [
    { startsAt: "13:00" },
    { leader: "Sam Reed" },
    { minutes: 120 },
    { programName: "Harbor PHP" },
  ];
  expect(shape(others.map((change, index) => session(String(index), change)))).toEqual(["0", "1", "2", "3"]);
});

it("takes nobody for a group by a leader that is not on record", () => {
  expect(shape([session("1", { leader: null }), session("2", { leader: null })])).toEqual(["1", "2"]);
});

it("says how many of a group are marked", () => {
  const open = session("2", { status: "scheduled", attendedMinutes: null });
  expect(markedWords([session("1"), open])).toBe("1 of 2 marked");
  expect(markedWords([session("1"), session("2")])).toBe("all marked");
  expect(markedWords([open, open])).toBe("none marked");
  expect(groupWords([session("1"), open])).toBe("2 patients");
});
