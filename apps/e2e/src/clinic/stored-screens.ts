import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import type { Clinic } from "./server.ts";
import { ask, day, type StoredStay, screenDate } from "./stored.ts";

/** Days in which a positive may be left over, as the rules of the product say in words. */
const LEFT_OVER: Readonly<Record<string, number>> = {
  ethanol: 1,
  mdma: 2,
  "6-am": 2,
  hydrocodone: 2,
  oxycodone: 3,
  xylazine: 3,
  amphetamine: 4,
  methamphetamine: 4,
  cocaine: 4,
  opiates: 4,
  methadone: 4,
  eddp: 4,
  tramadol: 4,
  etg: 5,
  buprenorphine: 7,
  norbuprenorphine: 7,
  kratom: 9,
  pcp: 14,
  fentanyl: 19,
  barbiturates: 21,
  norfentanyl: 26,
  benzodiazepines: 30,
  thc: 35,
};

/** Of what these patients take, what a screen finds: the drug, and whether its absence is a reason to ask. */
const TAKEN: readonly { readonly name: RegExp; readonly finds: readonly string[]; readonly own: string }[] = [
  { name: /buprenorphine/i, finds: ["buprenorphine", "norbuprenorphine"], own: "buprenorphine" },
  { name: /methadone/i, finds: ["methadone", "eddp"], own: "methadone" },
];
const EXPECTED_AFTER = 3;

interface Result {
  readonly analyte: string;
  readonly method: string;
  readonly result: string | null;
  readonly status: string | null;
}

interface StoredScreen {
  readonly id: string;
  readonly on: CalendarDate;
  readonly disposition: string;
  readonly validity: string | null;
  readonly results: readonly Result[];
}

const isFinal = ({ status }: Result) => status !== "preliminary";
const LISTED = new Set(Object.keys(LEFT_OVER));

function storedScreens(clinic: Clinic, stay: StoredStay): StoredScreen[] {
  return stay
    .rows("screens")
    .map((row) => ({
      id: String(row.screen_id),
      on: screenDate(row),
      disposition: String(row.disposition),
      validity: row.validity === null ? null : String(row.validity),
      results: ask(
        clinic,
        "SELECT * FROM screen_results WHERE screen_id = ? AND analyte <> ''",
        String(row.screen_id),
      ).map((result) => ({
        analyte: String(result.analyte),
        method: String(result.method),
        result: result.result === null ? null : String(result.result),
        status: result.result_status === null ? null : String(result.result_status),
      })),
    }))
    .toSorted((a, b) => (`${a.on}${a.id}` < `${b.on}${b.id}` ? -1 : 1));
}

/** What every positive and negative of a patient's screens comes to, by the rules as they are written. */
export class Readings {
  private readonly screens: readonly StoredScreen[];
  private readonly stay: StoredStay;
  private readonly taken: readonly {
    readonly on: CalendarDate;
    readonly text: string;
    readonly stop: boolean;
  }[];

  constructor(clinic: Clinic, stay: StoredStay) {
    this.stay = stay;
    this.screens = storedScreens(clinic, stay);
    this.taken = ask(clinic, "SELECT * FROM medication_changes WHERE patient_id = ?", stay.patientId)
      .map((row) => ({
        on: day(row.changed_on),
        text: String(row.medication),
        stop: row.change === "stop",
      }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  }

  /** Since when a drug has been taken on a day without a break; null when it is not. */
  private since(name: RegExp, on: CalendarDate): CalendarDate | null {
    const known = this.taken.filter((change) => name.test(change.text) && change.on <= on);
    if (known.length === 0 || known.at(-1)?.stop) return null;
    return known.slice(known.findLastIndex(({ stop }) => stop) + 1)[0]?.on ?? null;
  }

  private isPrescribed(analyte: string, on: CalendarDate): boolean {
    return TAKEN.some(({ name, finds }) => finds.includes(analyte) && this.since(name, on) !== null);
  }

  /** The result that counts for an analyte: definitive first, else a positive. */
  private counted(screen: StoredScreen, analyte: string): Result | null {
    const results = screen.results.filter(
      (result) =>
        result.analyte === analyte &&
        LISTED.has(analyte) &&
        isFinal(result) &&
        (result.result === "positive" || result.result === "negative"),
    );
    return (
      results.find(({ method }) => method === "definitive") ??
      results.find(({ result }) => result === "positive") ??
      results[0] ??
      null
    );
  }

  private isUnexpected(screen: StoredScreen, analyte: string): boolean {
    return this.counted(screen, analyte)?.result === "positive" && !this.isPrescribed(analyte, screen.on);
  }

  private isNew(screen: StoredScreen, analyte: string): boolean {
    const earlier = this.screens.filter(({ on }) => on < screen.on);
    const positives = earlier.filter((one) => this.counted(one, analyte)?.result === "positive");
    const lastPositive = positives.at(-1)?.on ?? null;
    const isCleared = earlier.some(
      (one) =>
        (one.validity === "valid" || one.validity === null) &&
        this.counted(one, analyte)?.result === "negative" &&
        (lastPositive === null || one.on > lastPositive),
    );
    if (isCleared) return true;
    const starts = positives
      .filter((one) => this.isUnexpected(one, analyte) && this.isNew(one, analyte))
      .map(({ on }) => on);
    for (let on = screen.on; on >= this.stay.admittedOn; on = addDays(on, -1)) {
      if (this.isPrescribed(analyte, on)) starts.push(on);
    }
    const last = [this.stay.admittedOn, ...starts].toSorted().at(-1) ?? this.stay.admittedOn;
    return daysBetween(last, screen.on) > (LEFT_OVER[analyte] ?? 0);
  }

  /** The sign of one row of the laboratory. */
  private signOf(screen: StoredScreen, row: Result): string {
    if (row.result === "positive") {
      if (!isFinal(row) || this.counted(screen, row.analyte)?.result !== "positive") return "(+)";
      if (!this.isUnexpected(screen, row.analyte)) return "℞";
      return this.isNew(screen, row.analyte) ? "+" : "~";
    }
    if (row.result === "inconclusive") return "≈";
    if (row.result === null || !isFinal(row)) return "?";
    return this.isAskedFor(screen, row.analyte) ? "℞−" : "−";
  }

  private isAskedFor(screen: StoredScreen, analyte: string): boolean {
    if (screen.validity !== "valid" && screen.validity !== null) return false;
    if (this.counted(screen, analyte)?.result !== "negative") return false;
    return TAKEN.some(({ name, own }) => {
      const since = this.since(name, screen.on);
      return own === analyte && since !== null && daysBetween(since, screen.on) >= EXPECTED_AFTER;
    });
  }

  /** The signs of an analyte in the column of a screen, in the order of the methods. */
  cell(screen: StoredScreen, analyte: string): string[] {
    return screen.results
      .filter((row) => row.analyte === analyte)
      .toSorted((a, b) => (a.method < b.method ? -1 : 1))
      .map((row) => this.signOf(screen, row));
  }

  /** The one sign of a whole screen. */
  whole(screen: StoredScreen): string {
    const { disposition, validity, results } = screen;
    if (disposition === "missed") return "M";
    if (disposition === "refused") return "R";
    if (disposition === "excused") return "e";
    if (validity === "substituted" || validity === "adulterated") return "T";
    const analytes = [...new Set(results.map(({ analyte }) => analyte))].filter((one) => LISTED.has(one));
    const unexpected = analytes.filter((analyte) => this.isUnexpected(screen, analyte));
    if (unexpected.some((analyte) => this.isNew(screen, analyte))) return "+";
    if (validity === "dilute") return "d";
    if (validity === "invalid") return "i";
    if (unexpected.length > 0) return "~";
    const counted = analytes.map((analyte) => this.counted(screen, analyte));
    if (counted.length === 0 || counted.includes(null)) return "?";
    if (results.some((row) => this.signOf(screen, row) === "℞−")) return "℞−";
    return counted.some((one) => one?.result === "positive") ? "℞" : "−";
  }

  all(): readonly StoredScreen[] {
    return this.screens;
  }
}
