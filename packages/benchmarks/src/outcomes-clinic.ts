import { openStore, type Store } from "@soundings/records";

const PROGRAMS = 6;
const THERAPISTS = 30;

/** The programs of the clinic, as a role names them. */
export const PROGRAM_IDS: readonly string[] = [
  "iop",
  ...Array.from({ length: PROGRAMS - 1 }, (_, n) => `iop${n + 2}`),
];

const REASONS = [
  "completed",
  "completed",
  "transferred_down",
  "against_advice",
  "lost_contact",
  "administrative",
];
const PAYERS = ["Commercial", "Medicaid", "Medicare", "Self-pay"];
const SOURCES = ["hospital", "self", "court", "provider"];
const CODES = ["F10.20", "F11.20", "F33.1", "F41.1", "F43.10"];

type Writer = Store["writer"];

function addPrograms(writer: Writer): void {
  const columns = `name, level_of_care, time_zone, planned_weeks_min, planned_weeks_max, hours_per_week_min, days_per_week_min,
    days_per_week_max, tracks, modalities, screens_per_week`;
  for (const id of PROGRAM_IDS.slice(1)) {
    writer
      .statement(
        `insert into programs (program_id, ${columns}) select ?, ${columns} from programs where program_id = 'iop'`,
      )
      .run([id]);
  }
  for (let n = 2; n <= THERAPISTS; n += 1) {
    writer
      .statement(
        "insert into staff (staff_id, name, role, email, program_ids) values (?, ?, 'therapist', null, ?)",
      )
      .run([`t${n}`, `Therapist ${n}`, JSON.stringify(PROGRAM_IDS)]);
  }
}

/** Who is in treatment stays with the first therapist in the first program, whose caseload somebody else looks at. */
function giveOut(writer: Writer): void {
  const update = writer.statement(
    `update episodes set program_id = ?, therapist_id = ?, discharge_reason = ?, payer = ?, referral_source = ?, diagnoses = ?,
      modality = ?, track = ? where episode_id = ?`,
  );
  const ended = writer
    .statement("select episode_id from episodes where discharged_on is not null order by 1")
    .all([]);
  const of = (values: readonly string[], n: number) => values[n % values.length] ?? null;
  for (const [n, [id]] of ended.entries()) {
    const seed = (n * 2_654_435_761) % 1_000_003;
    update.run([
      of(PROGRAM_IDS, seed),
      `t${1 + (Math.floor(seed / 7) % THERAPISTS)}`,
      of(REASONS, Math.floor(seed / 11)),
      of(PAYERS, Math.floor(seed / 13)),
      of(SOURCES, Math.floor(seed / 17)),
      JSON.stringify([of(CODES, Math.floor(seed / 19))]),
      of(["in_person", "telehealth"], Math.floor(seed / 23)),
      of(["day", "evening"], Math.floor(seed / 29)),
      id ?? null,
    ]);
  }
  const patients = writer.statement(
    "update patients set sex = case rowid % 2 when 0 then 'female' else 'male' end",
  );
  patients.run([]);
}

/** Scores that begin high for most and fall for many, each patient's in a way of its own. */
function giveScores(writer: Writer): void {
  const update = writer.statement("update assessments set items = ? where assessment_id = ?");
  const rows = writer
    .statement("select assessment_id, patient_id, instrument from assessments order by administered_on, 1")
    .all([]);
  const seen = new Map<string, number>();
  for (const [id, patientId, instrument] of rows) {
    const patient = Number(/\d+/.exec(String(patientId))?.[0] ?? 0);
    const key = `${patient} ${instrument}`;
    const time = seen.get(key) ?? 0;
    seen.set(key, time + 1);
    const length = instrument === "phq-9" ? 9 : 7;
    const most = length * 3;
    const start = Math.round(most * (0.35 + ((patient * 37) % 60) / 100));
    const fall = ((patient * 53) % 100) / 100 - 0.2;
    const jitter = ((patient * 31 + time * 17) % 7) - 3;
    let left = Math.max(0, Math.min(most - 3, Math.round(start * (1 - (fall * time) / 9)) + jitter));
    const items = Array.from({ length }, (_, item) => {
      if (item === 8) return 0;
      const answer = Math.min(3, Math.ceil(left / Math.max(1, (length === 9 ? 8 : 7) - item)));
      left -= answer;
      return answer;
    });
    update.run([JSON.stringify(items), id ?? null]);
  }
}

const COPIED = [
  "patients",
  "episodes",
  "placements",
  "assessments",
  "sessions",
  "screens",
  "screen_results",
  "episode_summaries",
] as const;
const IDS = new Set(["patient_id", "episode_id", "assessment_id", "session_id", "screen_id"]);

/** Each patient who is not in treatment so many times, under other identifiers. */
function copy(writer: Writer, copies: number): void {
  const one = (table: string, n: number) => {
    const names = writer.pragmaRows(`table_info("${table}")`).map(({ name }) => String(name));
    const into = names.map((name) => `"${name}"`).join(", ");
    const from = names.map((name) => (IDS.has(name) ? `t."${name}" || '-${n}'` : `t."${name}"`)).join(", ");
    const key = names.includes("patient_id")
      ? "patient_id"
      : names.includes("screen_id")
        ? "screen_id"
        : "episode_id";
    writer.exec(
      `insert into "${table}" (${into}) select ${from} from "${table}" t join copied_${key} c on c.id = t."${key}"`,
    );
  };
  writer.exec(`create temp table copied_patient_id as select patient_id as id from episodes where discharged_on is not null;
    create temp table copied_episode_id as select episode_id as id from episodes where discharged_on is not null;
    create temp table copied_screen_id as select screen_id as id from screens where patient_id in (select id from copied_patient_id);`);
  for (let n = 1; n <= copies; n += 1) {
    writer.act(() => {
      for (const table of COPIED) one(table, n);
    });
  }
}

/** Makes of an imported clinic one whose outcomes can be compared, with every discharged patient so many times more. */
export function widenClinic(dataDir: string, copies: number): void {
  const store = openStore({ dataDir, key: null, access: "write" });
  try {
    const { writer } = store;
    writer.act(() => {
      addPrograms(writer);
      giveOut(writer);
      giveScores(writer);
    });
    copy(writer, copies);
    writer.exec("delete from episode_outcomes");
  } finally {
    store.close();
  }
}
