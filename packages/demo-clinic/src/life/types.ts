import type { CalendarDate, Instant, ProgramTemplateId } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";

/** How a program works, beside what its template says. People are named by their number among the staff. */
export interface PracticeOfDemo {
  readonly programId: string;
  readonly template: ProgramTemplateId;
  readonly crisisLine: string;
  /** Monday first; null is closed. */
  readonly workingHours: readonly ({ readonly from: string; readonly until: string } | null)[];
  readonly holidays: readonly { readonly on: CalendarDate; readonly name: string }[];
  readonly onCall: readonly {
    readonly staffId: string;
    readonly phone: string;
    readonly from: CalendarDate;
    readonly until: CalendarDate;
  }[];
}

export interface CoverOfDemo {
  readonly awayStaffId: string;
  readonly coveringStaffId: string;
  readonly programId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly note: string;
}

/** A meeting about everybody in treatment in a program. */
export interface MeetingOfDemo {
  readonly name: string;
  readonly programId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly staffIds: readonly string[];
}

/** How somebody wants to be called and reached; `null` is "not known". */
export interface ContactOfDemo {
  readonly patientId: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly reachBy: string | null;
  readonly emergencyName: string | null;
  readonly emergencyRelation: string | null;
  readonly emergencyPhone: string | null;
}

export interface ConsentOfDemo {
  readonly terms: {
    readonly patientId: string;
    readonly discloser: string;
    readonly recipient: string;
    readonly recipientKind: "name" | "class";
    readonly what: readonly string[];
    readonly purpose: string;
    readonly purposeKind: "treatment_payment_operations" | "other";
    readonly ends:
      | { readonly by: "day"; readonly on: CalendarDate }
      | { readonly by: "event"; readonly event: string }
      | { readonly by: "never" };
    readonly signedOn: CalendarDate;
    readonly signedBy: string;
  };
  readonly recordedAt: Instant;
  readonly ending: {
    readonly how: "revoked" | "entered_in_error";
    readonly on: CalendarDate;
    readonly why: string;
    readonly recordedAt: Instant;
  } | null;
}

export interface DisclosureOfDemo {
  readonly patientId: string;
  /** How long before the clinic was made the records left. */
  readonly minutesAgo: number;
  readonly form: "csv" | "print";
  readonly what: readonly string[];
  readonly recipient: string;
  readonly purpose: string;
  /** A consent is named by its place among the consents. */
  readonly basis:
    | { readonly by: "consent"; readonly consent: number }
    | {
        readonly by: "medical_emergency";
        readonly recipientAffiliation: string;
        readonly nature: string;
      }
    | {
        readonly by: "other";
        readonly basis: "audit_evaluation" | "to_patient";
        readonly explanation: string;
      };
}

/** A clinician opened a patient of another program with a reason. */
export interface OpeningOfDemo {
  readonly staffId: string;
  readonly patientId: string;
  readonly reason: string;
  readonly minutesAgo: number;
}

/** What a clinician entered of a patient; `values` by property, without the key, who and when. */
export interface OwnRecordOfDemo {
  readonly recordType: "note" | "medication_note" | "injection";
  readonly recordId: string;
  readonly patientId: string;
  readonly staffId: string;
  readonly recordedAt: Instant;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface OwnRecordsOfDemo {
  readonly records: readonly OwnRecordOfDemo[];
  readonly secondsTaken: readonly { readonly assessmentId: string; readonly seconds: number }[];
}

/** What a director wrote down of what changed when. */
export interface OutcomeNoteOfDemo {
  readonly programId: string;
  readonly staffId: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly recordedAt: Instant;
}

/** A question of program outcomes: the names are those of an address. */
type QuestionOfDemo = Readonly<Record<string, string>>;

export interface OutcomesOfDemo {
  /** In the order of their days. */
  readonly notes: readonly OutcomeNoteOfDemo[];
  readonly views: readonly {
    readonly staffId: string;
    readonly name: string;
    readonly page: string;
    readonly filter: QuestionOfDemo;
    readonly shared: boolean;
    readonly keptAt: Instant;
  }[];
  /** Made on the day as of which it asks. */
  readonly report: {
    readonly staffId: string;
    readonly programId: string;
    readonly filter: QuestionOfDemo;
    readonly madeAt: Instant;
  };
}

/** What a clinic keeps in the product itself, and no clinic export carries. */
export interface DemoLife {
  readonly practices: readonly PracticeOfDemo[];
  readonly covers: readonly CoverOfDemo[];
  readonly meetings: readonly MeetingOfDemo[];
  readonly contacts: readonly ContactOfDemo[];
  readonly consents: readonly ConsentOfDemo[];
  readonly disclosures: readonly DisclosureOfDemo[];
  readonly opening: OpeningOfDemo;
  readonly own: OwnRecordsOfDemo;
  readonly outcomes: OutcomesOfDemo;
}

/** Somebody in treatment today. */
export interface Treated {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: string | null;
  readonly programId: string;
  readonly admitted: Day;
}

/** What the life of the clinic is drawn from. */
export interface Scene {
  readonly seed: number;
  readonly days: Days;
  dayOf(date: CalendarDate): Day;
  /** Without the patients who have a story: of those is known what the story tells and nothing else. */
  readonly treated: readonly Treated[];
}
