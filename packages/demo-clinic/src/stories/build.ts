import type { InstrumentId, SessionStatus } from "@soundings/clinical";
import { type AnswerStyle, type Answers, answersFor, asHardAs, styleFrom } from "../answers.ts";
import type { Day, Days } from "../days.ts";
import type {
  ChartDraft,
  EventDraft,
  MeasureDraft,
  MedicationDraft,
  Moment,
  PlacementDraft,
  ScreenDraft,
  SessionDraft,
  StayDraft,
} from "../draft.ts";
import { collected, definitive, notCollected, PANEL, presumptive, specimenFacts } from "../panel.ts";
import { HABITS } from "../programs.ts";
import { type Draw, drawsOf } from "../random.ts";
import { leadersOf, type Seat, type Slot, sessionFrom, slotsOf, visitSlot } from "../schedule.ts";
import type { ScriptedAnswers, ScriptedMeasure, ScriptedScreen, ScriptedStay, Story } from "./story.ts";

interface Stage {
  readonly story: Story;
  readonly days: Days;
  readonly draw: Draw;
  readonly style: AnswerStyle;
  /** What was answered last, by instrument. */
  readonly last: Map<InstrumentId, Answers>;
  /** The last open day on or before. */
  readonly open: (day: Day) => Day;
}

const GROUPS_BEGIN = 9 * 60 + 30;

function seatOf({ story }: Stage, stay: ScriptedStay): Seat {
  const habits = HABITS[story.program];
  return {
    groupDays: habits.groupDays[0] ?? [],
    taperAfter: habits.taperAfter,
    groupStart: GROUPS_BEGIN,
    therapistId: story.therapistId,
    groupLeaders: leadersOf(habits.therapists, GROUPS_BEGIN),
    prescriberId: habits.prescribers[0] ?? null,
    modality: stay.modality ?? "in_person",
  };
}

function placementsOf(stage: Stage, stay: ScriptedStay): PlacementDraft[] {
  const levels = stay.levels ?? [{ level: "iop" as const, from: stay.admitted }];
  const end = stay.discharged === undefined ? null : stage.open(stay.discharged);
  return levels.map(({ level, from }, index) => {
    const next = levels[index + 1];
    return { level, from: stage.open(from), to: next === undefined ? end : stage.open(next.from) };
  });
}

function stayOf(stage: Stage, stay: ScriptedStay): StayDraft {
  const habits = HABITS[stage.story.program];
  return {
    programId: habits.programId,
    admitted: stage.open(stay.admitted),
    discharged: stay.discharged === undefined ? null : stage.open(stay.discharged),
    reason: stay.reason ?? null,
    track: habits.storyTrack,
    modality: stay.modality ?? "in_person",
    diagnoses: stay.diagnoses,
    therapistId: stage.story.therapistId,
    prescriberId: habits.prescribers[0] ?? null,
    referralSource: "Outpatient therapist",
    payer: "Commercial PPO",
    placements: placementsOf(stage, stay),
  };
}

/** The outcome of each past day with sessions: the script's for the newest ones, else attended. */
function outcomes(stage: Stage, slots: readonly Slot[]): Map<Day, SessionStatus> {
  const { recentDays = [], absentFrom = 0 } = stage.story.script;
  const past = [...new Set(slots.map(({ start }) => start.day))].filter(
    (day) => day < 0 && stage.days.isOpen(day),
  );
  const newestFirst = past.toSorted((a, b) => b - a);
  return new Map(
    newestFirst.map((day, index) => [day, day >= absentFrom ? "no_show" : (recentDays[index] ?? "attended")]),
  );
}

function sessionsOf(stage: Stage): SessionDraft[] {
  const slots = stage.story.script.stays.flatMap((stay) => {
    const span = {
      admitted: stage.open(stay.admitted),
      end: stay.discharged ?? 60,
      placements: placementsOf(stage, stay),
    };
    return slotsOf(span, seatOf(stage, stay), stage.days);
  });
  const marked = outcomes(stage, slots);
  const isKept = ({ start, service }: Slot) =>
    service !== "psychiatry" || start.day < 0 || !stage.days.isHoliday(start.day);
  const told = slots.filter(isKept).map((slot) => {
    const { day } = slot.start;
    const closed = stage.days.isHoliday(day) && day < 0;
    return sessionFrom(slot, closed ? "cancelled_program" : (marked.get(day) ?? "scheduled"), 0);
  });
  return [...told, ...visitAhead(stage)];
}

/** Who takes something and keeps coming has the next visit on the schedule. */
function visitAhead(stage: Stage): SessionDraft[] {
  const { story, days } = stage;
  const { stays, medications = [], absentFrom } = story.script;
  const stay = stays.at(-1);
  const isTaking = medications.length > 0 && medications.at(-1)?.change !== "stop";
  if (stay === undefined || !isTaking || absentFrom !== undefined) return [];
  const draw = drawsOf("story", story.id, "visit");
  const level = placementsOf(stage, stay).at(-1)?.level ?? "iop";
  const slot = visitSlot(draw, {
    seat: seatOf(stage, stay),
    days,
    admitted: stage.open(stay.admitted),
    level,
  });
  return slot === null ? [] : [sessionFrom(slot, "scheduled", 0)];
}

function itemsOf(stage: Stage, instrument: InstrumentId, answers: ScriptedAnswers): (number | null)[] {
  if (typeof answers === "object" && "total" in answers) return Array.from({ length: 10 }, () => null);
  if (typeof answers === "object" && "items" in answers) {
    return Array.from({ length: 10 }, (_, place) => answers.items[place] ?? null);
  }
  const { score, item9 } = typeof answers === "number" ? { score: answers, item9: 0 } : answers;
  const last = stage.last.get(instrument) ?? null;
  const answering = { instrument, total: score, item9, difficulty: true, last };
  const items = answersFor(answering, stage.style, stage.draw);
  stage.last.set(instrument, items);
  return items;
}

function recordedOf(stage: Stage, measure: ScriptedMeasure, day: Day): Moment {
  if (measure.recordedOn !== undefined) return { day: stage.open(measure.recordedOn), minute: 16 * 60 + 40 };
  return { day, minute: measure.atHome?.minute ?? GROUPS_BEGIN - 12 };
}

function measuresOf(stage: Stage): MeasureDraft[] {
  return stage.story.script.measures.flatMap((measure) => {
    const day = measure.atHome === undefined ? stage.open(measure.day) : measure.day;
    const recorded = recordedOf(stage, measure, day);
    const write = (instrument: InstrumentId, answers: ScriptedAnswers | undefined): MeasureDraft[] => {
      if (answers === undefined) return [];
      const stated = typeof answers === "object" && "total" in answers ? answers.total : null;
      const mode = measure.mode ?? (measure.atHome === undefined ? "kiosk" : "link");
      const status = measure.enteredInError === true ? "entered_in_error" : null;
      return [
        {
          day,
          instrument,
          items: itemsOf(stage, instrument, answers),
          total: stated,
          mode,
          recorded,
          status,
        },
      ];
    };
    const [mood] = write("phq-9", measure.phq9);
    const [worry] = write("gad-7", measure.gad7);
    if (mood === undefined || worry === undefined) return [mood, worry].filter((one) => one !== undefined);
    return [mood, { ...worry, items: asHardAs(mood.items, worry.items) }];
  });
}

function specimenOf({ story }: Stage, screen: ScriptedScreen, day: Day): ScreenDraft {
  const at: Moment = { day, minute: GROUPS_BEGIN + 15 };
  const read: Moment = { day, minute: at.minute + 20 };
  const corrected = new Set(screen.corrected);
  const cup = PANEL.map((analyte) => {
    const result = presumptive(analyte, (screen.positives ?? []).includes(analyte), read);
    if (!corrected.has(analyte)) return result;
    return { ...result, resultStatus: "corrected" as const, recorded: { day: day + 2, minute: 13 * 60 } };
  });
  const back: Moment = { day: Math.min(day + 2, -1), minute: 15 * 60 };
  const confirmed = Object.entries(screen.confirmed ?? {}).map(([analyte, value]) =>
    definitive(analyte, value, back),
  );
  const asked = (screen.asked ?? []).map((analyte) => definitive(analyte, null, read));
  const validity = screen.validity ?? "valid";
  const facts = specimenFacts(drawsOf("story", story.id, "specimen", screen.day), validity, read);
  return collected(at, validity, [...cup, ...confirmed, ...asked, ...facts]);
}

function screensOf(stage: Stage): ScreenDraft[] {
  return (stage.story.script.screens ?? []).map((screen) => {
    const day = stage.open(screen.day);
    return screen.notCollected === undefined
      ? specimenOf(stage, screen, day)
      : notCollected(day, screen.notCollected);
  });
}

function medicationsOf(stage: Stage): MedicationDraft[] {
  const prescriberId = HABITS[stage.story.program].prescribers[0] ?? null;
  return (stage.story.script.medications ?? []).map((change) => ({
    day: stage.open(change.day),
    change: change.change,
    medication: change.medication,
    dose: change.dose ?? null,
    unit: change.dose === undefined ? null : "mg",
    frequency: change.frequency ?? null,
    prescriberId,
    reason: change.reason ?? null,
    rxnorm: null,
  }));
}

function eventsOf(stage: Stage): EventDraft[] {
  return (stage.story.script.events ?? []).map(({ day, kind, result, note }) => ({
    day: stage.open(day),
    kind,
    result: result ?? null,
    note: note ?? null,
    recorded: { day: stage.open(day), minute: 15 * 60 },
  }));
}

/** The chart of a story, the same for every seed. */
export function draftOfStory(story: Story, days: Days): ChartDraft {
  const draw = drawsOf("story", story.id);
  const stage: Stage = {
    story,
    days,
    draw,
    style: styleFrom(draw),
    last: new Map(),
    open: days.openOnOrBefore,
  };
  const { script } = story;
  return {
    recordNumber: story.recordNumber,
    person: {
      givenName: story.givenName,
      familyName: story.familyName,
      birthDate: days.date(-Math.round(script.age * 365.25) - 60),
      sex: script.sex,
      language: script.language,
      race: null,
      ethnicity: script.language === "es" ? "Hispanic or Latino" : "Not Hispanic or Latino",
      phone: `+1-714-555-0${story.recordNumber.slice(-3)}`,
      email: `${story.givenName}.${story.familyName}@mail.example`.toLowerCase(),
    },
    stays: script.stays.map((stay) => stayOf(stage, stay)),
    measures: measuresOf(stage),
    sessions: sessionsOf(stage),
    screens: screensOf(stage),
    medications: medicationsOf(stage),
    events: eventsOf(stage),
    decisions: (script.decisions ?? []).map(({ day, decision, level, reason }) => ({
      day: stage.open(day),
      decision,
      level: level ?? null,
      reason: reason ?? null,
      staffId: story.therapistId,
      recorded: { day: stage.open(day), minute: 16 * 60 },
    })),
  };
}
