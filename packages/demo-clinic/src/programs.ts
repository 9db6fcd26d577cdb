import {
  type Program,
  type ProgramTemplateId,
  programFromTemplate,
  type ZoneName,
} from "@soundings/clinical";

export type ProgramLetter = ProgramTemplateId;

/** What people of a program come with most, in proportion. */
export type Focus =
  | "mood"
  | "anxiety"
  | "trauma"
  | "alcohol"
  | "opioid"
  | "stimulant"
  | "cannabis"
  | "sedative";

/** How one program of the demo clinic runs, beyond its settings. */
export interface ProgramHabits {
  readonly name: string;
  readonly programId: string;
  /** Settings that the template leaves open and the program has laid down. */
  readonly settled: Partial<Pick<Program, "tracks" | "screensPerWeek">>;
  /** The track in which the patients with stories sit. */
  readonly storyTrack: string;
  readonly therapists: readonly string[];
  readonly prescribers: readonly string[];
  /** New people a week. */
  readonly admissions: number;
  /** Weeks at IOP of one who stays to the end. */
  readonly weeks: readonly [mean: number, deviation: number, least: number, most: number];
  /** The share that begins in partial hospitalization, and the share of completers that goes on in weekly outpatient. */
  readonly phpShare: number;
  readonly opShare: number;
  /** Monday is 0; each person sits in one of these. */
  readonly groupDays: readonly (readonly number[])[];
  /** After this many weeks the last of the group days falls away. */
  readonly taperAfter: number | null;
  readonly focus: readonly (readonly [Focus, number])[];
  /** The share seen on video. */
  readonly telehealth: number;
}

export const HABITS: Readonly<Record<ProgramLetter, ProgramHabits>> = {
  A: {
    name: "Lighthouse Dual Diagnosis IOP",
    programId: "lighthouse",
    settled: {},
    storyTrack: "morning",
    therapists: ["T-01", "T-02", "T-03"],
    prescribers: ["R-01"],
    admissions: 5.4,
    weeks: [8.8, 1.6, 6, 13],
    phpShare: 0.08,
    opShare: 0.2,
    groupDays: [
      [0, 1, 3],
      [0, 2, 3],
    ],
    taperAfter: null,
    focus: [
      ["mood", 3],
      ["anxiety", 1.5],
      ["trauma", 1.5],
      ["alcohol", 2.5],
      ["opioid", 1],
      ["stimulant", 1],
      ["cannabis", 0.8],
      ["sedative", 0.4],
    ],
    telehealth: 0.25,
  },
  B: {
    name: "Tidewater Day Program",
    programId: "tidewater",
    settled: {},
    storyTrack: "morning",
    therapists: ["T-04", "T-05", "T-06"],
    prescribers: ["R-02"],
    admissions: 5.1,
    weeks: [9, 1.4, 7, 12],
    phpShare: 0.27,
    opShare: 0.15,
    groupDays: [
      [0, 1, 3],
      [1, 2, 3],
    ],
    taperAfter: null,
    focus: [
      ["mood", 4],
      ["anxiety", 2],
      ["trauma", 1.5],
      ["alcohol", 1.5],
      ["cannabis", 0.5],
      ["stimulant", 0.4],
    ],
    telehealth: 0.05,
  },
  C: {
    name: "Compass Skills IOP",
    programId: "compass",
    settled: { tracks: ["morning", "afternoon"] },
    storyTrack: "morning",
    therapists: ["T-07", "T-08"],
    prescribers: ["R-03"],
    admissions: 4,
    weeks: [8.8, 2.2, 5, 16],
    phpShare: 0,
    opShare: 0.15,
    groupDays: [
      [0, 2, 4],
      [1, 2, 3],
    ],
    taperAfter: null,
    focus: [
      ["mood", 4],
      ["anxiety", 3],
      ["trauma", 2.5],
      ["alcohol", 0.5],
    ],
    telehealth: 0.45,
  },
  D: {
    name: "Headland IOP",
    programId: "headland",
    settled: { screensPerWeek: 2 },
    storyTrack: "day",
    therapists: ["T-09", "T-10"],
    prescribers: ["R-03"],
    admissions: 4,
    weeks: [8.8, 2, 6, 14],
    phpShare: 0.05,
    opShare: 0.15,
    groupDays: [
      [0, 2, 3],
      [1, 2, 4],
    ],
    taperAfter: null,
    focus: [
      ["mood", 2],
      ["anxiety", 1],
      ["trauma", 1],
      ["alcohol", 3],
      ["opioid", 1.5],
      ["stimulant", 1.5],
      ["cannabis", 0.8],
    ],
    telehealth: 0.05,
  },
  E: {
    name: "Breakwater Recovery IOP",
    programId: "breakwater",
    settled: { tracks: ["day", "evening"] },
    storyTrack: "day",
    therapists: ["T-11", "T-12"],
    prescribers: ["R-04"],
    admissions: 4.9,
    weeks: [6.8, 1, 4.5, 8.6],
    phpShare: 0.25,
    opShare: 0.12,
    groupDays: [
      [0, 1, 2, 3],
      [0, 1, 3, 4],
    ],
    taperAfter: 3,
    focus: [
      ["alcohol", 3.5],
      ["opioid", 3.5],
      ["stimulant", 2.5],
      ["cannabis", 0.6],
      ["sedative", 0.6],
    ],
    telehealth: 0,
  },
};

export const PROGRAM_LETTERS = ["A", "B", "C", "D", "E"] as const satisfies readonly ProgramLetter[];

/** The five programs with their settings, all in one zone. */
export function programsIn(zone: ZoneName): Readonly<Record<ProgramLetter, Program>> {
  const program = (letter: ProgramLetter): Program => {
    const { programId, name, settled } = HABITS[letter];
    return { ...programFromTemplate(letter, { programId, name, timeZone: zone }), ...settled };
  };
  return { A: program("A"), B: program("B"), C: program("C"), D: program("D"), E: program("E") };
}
