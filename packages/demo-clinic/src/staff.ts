import type { Staff, StaffRole } from "@soundings/clinical";

const MEMBERS: readonly (readonly [
  staffId: string,
  name: string,
  role: StaffRole,
  programIds: readonly string[],
])[] = [
  ["T-01", "Imani Alderpilot", "therapist", ["lighthouse"]],
  ["T-02", "Tomas Briarpilot", "therapist", ["lighthouse"]],
  ["T-03", "Lena Cloverpilot", "therapist", ["lighthouse"]],
  ["T-04", "Ruben Fernpilot", "therapist", ["tidewater"]],
  ["T-05", "Sadie Heatherpilot", "therapist", ["tidewater"]],
  ["T-06", "Kenji Juniperpilot", "therapist", ["tidewater"]],
  ["T-07", "Paloma Laurelpilot", "therapist", ["compass"]],
  ["T-08", "Dennis Lindenpilot", "therapist", ["compass"]],
  ["T-09", "Farah Maplepilot", "therapist", ["headland"]],
  ["T-10", "Oscar Nettlepilot", "therapist", ["headland"]],
  ["T-11", "Grace Poppypilot", "therapist", ["breakwater"]],
  ["T-12", "Malik Thistlepilot", "therapist", ["breakwater"]],
  ["R-01", "Dr. Helen Astersurgeon", "prescriber", ["lighthouse"]],
  ["R-02", "Dr. Samuel Cedarsurgeon", "prescriber", ["tidewater"]],
  ["R-03", "Dr. Anjali Mosssurgeon", "prescriber", ["compass", "headland"]],
  ["R-04", "Dr. Victor Sagesurgeon", "prescriber", ["breakwater"]],
  [
    "L-01",
    "Marian Olivecaptain",
    "director",
    ["lighthouse", "tidewater", "compass", "headland", "breakwater"],
  ],
  ["L-02", "Elias Barleycaptain", "director", ["lighthouse", "tidewater", "compass"]],
  ["L-03", "Yolanda Reedcaptain", "director", ["headland", "breakwater"]],
  ["F-01", "Nina Sorrelharbor", "front_desk", ["lighthouse", "tidewater"]],
  ["F-02", "Carl Thymeharbor", "front_desk", ["compass", "headland"]],
  ["F-03", "Abby Fennelharbor", "front_desk", ["breakwater"]],
  ["Z-01", "Peter Willowpurser", "administrator", []],
];

/** Everyone who works at the demo clinic, ordered by id. */
export function staffOfClinic(): Staff[] {
  return MEMBERS.map(([staffId, name, role, programIds]) => ({
    staffId,
    name,
    role,
    email: `${name
      .replace(/^Dr\. /, "")
      .replaceAll(" ", ".")
      .toLowerCase()}@clinic.example`,
    programIds,
  })).toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1));
}
