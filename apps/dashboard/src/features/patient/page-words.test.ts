import type { CriterionView, EpisodeCourse, ItemMove, ItemMoves, StepDownCard } from "@soundings/clinical";
import type { Correction, EpisodeListing, PatientPage } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { date, day, mark, phqLane } from "../../charts/lane.fixture.ts";
import { spanWords } from "./change-words.ts";
import { clusterTables } from "./cluster-rows.ts";
import { recordName } from "./correction-name.ts";
import { changesOf, correctedKeys } from "./correction-words.ts";
import { hasAnswers, latestWords } from "./item-words.ts";
import { movesProblem, moveWords, showsTrend, worseTitle } from "./move-words.ts";
import { overlapping } from "./overlaps.ts";
import { qualityWords } from "./quality-words.ts";
import { metSinceWords, summaryOf } from "./step-down-words.ts";

const safety: ItemMove = {
  instrument: "phq-9",
  number: 9,
  topic: "Thoughts of death or self-harm",
  safety: true,
  from: { answer: 2, on: day(0), assessmentId: "a0" },
  to: { answer: 0, on: day(14), assessmentId: "a14" },
  change: -2,
};
const moves = (more: Partial<ItemMoves>): ItemMoves => ({
  worsening: [],
  improving: [],
  administrations: { "phq-9": 0, "gad-7": 0 },
  ...more,
});

describe("items that moved", () => {
  it("say both answers with their days, and a 0 to the item on suicide as a 0 and nothing more", () => {
    expect(moveWords(safety, day(14))).toBe("2, more than half the days (Jan 5) → 0 (Jan 19)");
    expect(moveWords({ ...safety, safety: false, number: 3 }, day(14))).toMatch(
      /→ 0, not at all \(Jan 19\)$/,
    );
  });

  it("say that item 9 stands among the worse although it did not rise", () => {
    const only = {
      ...safety,
      from: { ...safety.from, answer: 1 },
      to: { ...safety.from, answer: 1 },
      change: 0,
    };
    expect(moveWords(only, day(14))).toBe("1, several days (Jan 5), the only known answer");
    expect(worseTitle(moves({ worsening: [only] }))).toBe("Worse, or item 9 above 0");
    expect(worseTitle(moves({ worsening: [{ ...safety, change: 1 }] }))).toBe("Worse");
    expect(worseTitle(moves({}))).toBe("Worse");
  });

  it("have no trend before three administrations of their own instrument", () => {
    const two = moves({ administrations: { "phq-9": 2, "gad-7": 9 } });
    expect(showsTrend(two, "phq-9")).toBe(false);
    expect(showsTrend(two, "gad-7")).toBe(true);
    expect(showsTrend(moves({ administrations: { "phq-9": 3, "gad-7": 0 } }), "phq-9")).toBe(true);
  });

  it("say why there are none", () => {
    expect(movesProblem(moves({}))).toContain("No item answers are known");
    expect(movesProblem(moves({ administrations: { "phq-9": 1, "gad-7": 1 } }))).toContain(
      "nothing to compare",
    );
    expect(movesProblem(moves({ administrations: { "phq-9": 4, "gad-7": 0 } }))).toContain(
      "otherwise than before",
    );
    expect(movesProblem(moves({ improving: [safety] }))).toBeNull();
  });
});

describe("the heading of the answers", () => {
  it("has the difficulty beside the total, with its word and day", () => {
    const lane = phqLane([mark(0, 9), mark(14, 19, { difficulty: 2, band: "moderately severe" })], []);
    expect(latestWords(lane, day(14))).toBe("Jan 19: 19, moderately severe. Difficulty: very difficult (2).");
  });

  it("says what is not known", () => {
    const lane = phqLane([mark(14, null, { difficulty: null, items: [null, null] })], []);
    expect(latestWords(lane, day(14))).toBe("Jan 19: no score, incomplete. Difficulty: no data.");
    expect(hasAnswers(lane)).toBe(false);
    expect(latestWords(phqLane([], []), day(14))).toContain("No data");
  });

  it("asks for a second look in words", () => {
    expect(qualityWords(mark(0, 9, { quality: ["all_same", "fast"], secondsTaken: 9 }))).toBe(
      "every answer the same, answered in 9 s",
    );
    expect(qualityWords(mark(0, 9))).toBe("");
  });
});

describe("clusters", () => {
  it("have a column for each administration that any of them knows, by date", () => {
    const cluster = { id: "sleep", name: "Sleep", instrument: "phq-9", items: [3], max: 3 } as const;
    const point = (n: number) => ({ on: day(n), assessmentId: `a${n}`, value: 1, answered: 1 });
    const { columns, rows } = clusterTables([
      { ...cluster, points: [point(14)] },
      { ...cluster, id: "mood", points: [point(0), point(14)] },
    ]);
    expect(columns.map(({ assessmentId }) => assessmentId)).toEqual(["a0", "a14"]);
    expect(rows.map(({ points }) => points.has("a0"))).toEqual([false, true]);
  });
});

describe("sentences of what changed", () => {
  it("name the span and its first day", () => {
    expect(spanWords({ span: "admission", since: day(0), parts: [] }, day(9))).toBe("Since admission, Jan 5");
    expect(spanWords({ span: "last_medication_change", since: null, parts: [] }, day(9))).toBe(
      "Since the last medication change",
    );
  });
});

const correction: Correction = {
  recordType: "assessment",
  recordId: "A1",
  correctedAt: "2026-01-09T10:00:00Z" as Correction["correctedAt"],
  correctedOn: day(4),
  correctedTime: "02:00",
  by: "T-01",
  reason: "Typed wrong",
  before: { assessmentId: "A1", patientId: "P", administeredOn: "2026-01-08", items: [1, null, 2] },
  after: { assessmentId: "A1", patientId: "P", administeredOn: "2026-01-08", items: [1, 1, 2] },
  sinceChosenDay: false,
  takenBack: false,
};

describe("corrections", () => {
  it("show what changed and leave out what did not and the keys", () => {
    expect(changesOf(correction)).toEqual([{ field: "item 2", before: "no data", after: "1" }]);
  });

  it("show everything that stood before where what stood after is not told", () => {
    expect(changesOf({ ...correction, after: {} })).toEqual([
      { field: "administered on", before: "2026-01-08", after: null },
      { field: "items", before: "1 – 2", after: null },
    ]);
  });

  it("name the record by what it is and its day", () => {
    const page = { today: day(30), picture: { sessions: [{ sessionId: "S1", on: day(9) }], screens: [] } };
    const nameOf = (more: Partial<Correction>) =>
      recordName({ ...correction, ...more }, page as unknown as PatientPage);
    expect(nameOf({ before: { ...correction.before, instrument: "phq-9" } })).toBe("PHQ-9 of Jan 8");
    expect(nameOf({ recordType: "session", recordId: "S1", before: {}, after: {} })).toBe(
      "session of Jan 14",
    );
    expect(nameOf({ recordType: "screen_result", recordId: "U1/fentanyl/", before: {}, after: {} })).toBe(
      "drug screen, fentanyl",
    );
    const change = { medication: "Sertraline", changedOn: "2026-01-12" };
    expect(nameOf({ recordType: "medication_change", before: {}, after: change })).toBe(
      "medication change of Jan 12, Sertraline",
    );
  });

  it("tell those since the chosen day from the others", () => {
    const keys = correctedKeys([correction, { ...correction, recordId: "A2", sinceChosenDay: true }]);
    expect([...keys.all]).toEqual(["assessment:A1", "assessment:A2"]);
    expect([...keys.since]).toEqual(["assessment:A2"]);
  });
});

const criterion: CriterionView = {
  id: "phq",
  label: "PHQ-9 below 10",
  state: "met",
  detail: "8",
  evidence: [],
};
const course = (more: Partial<EpisodeCourse>): EpisodeCourse => ({
  sentences: [],
  moves: moves({}),
  clusters: [],
  metSince: {},
  readySince: null,
  ...more,
});
const card = (more: Partial<StepDownCard>): StepDownCard => ({
  patient_id: "P",
  episode_id: "E",
  ready: false,
  criteria: [
    criterion,
    { ...criterion, id: "gad", state: "no_data" },
    { ...criterion, id: "x", state: "not_applicable" },
  ],
  ...more,
});

describe("the step-down card", () => {
  it("counts what applies, and says since when it is ready", () => {
    expect(summaryOf(card({}), course({}), day(9))).toBe("1 of 2 met, 1 without data.");
    expect(summaryOf(card({ ready: true }), course({ readySince: day(3) }), day(9))).toMatch(
      /does not apply\. It is so since Jan 8\.$/,
    );
  });

  it("says since when a criterion is met, and nothing of one that is not", () => {
    const since = course({ metSince: { phq: day(3) } });
    expect(metSinceWords(criterion, since, day(9))).toBe("since Jan 8");
    expect(metSinceWords({ ...criterion, state: "not_met" }, since, day(9))).toBeNull();
    expect(metSinceWords({ ...criterion, id: "gad" }, since, day(9))).toBeNull();
  });
});

describe("stays that overlap", () => {
  const stay = (episodeId: string, from: string, to: string | null): EpisodeListing => ({
    episodeId,
    programName: "IOP",
    admittedOn: date(from),
    dischargedOn: to === null ? null : date(to),
    dischargeReason: null,
  });
  const ids = (episodes: readonly EpisodeListing[], shown: string) =>
    overlapping(episodes, shown).map(({ episodeId }) => episodeId);

  it("are found from either side", () => {
    const both = [stay("b", "2026-02-01", null), stay("a", "2026-01-05", "2026-03-01")];
    expect(ids(both, "a")).toEqual(["b"]);
    expect(ids(both, "b")).toEqual(["a"]);
  });

  it("are none where one ends on the day on which the other begins", () => {
    expect(ids([stay("b", "2026-03-01", null), stay("a", "2026-01-05", "2026-03-01")], "a")).toEqual([]);
  });
});
