import { INSTRUMENTS, type InstrumentId, instrumentOf } from "@soundings/clinical";
import { type CellFault, type CellFormat, defineFormat, formFault, rangeFault } from "./cell-format.ts";

const WHOLE_NUMBER = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?[0-9]+(\.[0-9]+)?$/;
const WHOLE_FORM = "a whole number in digits, such as 3";
const DECIMAL_FORM = "a plain number, such as 3 or 4.5";
const NOT_WHOLE = formFault("bad_number", WHOLE_FORM);
const NOT_DECIMAL = formFault("bad_number", DECIMAL_FORM);
const NEGATIVE = rangeFault("is below 0");

/** The digits that a number is made of, without sign, leading zeros, and zeros after the last decimal. */
function digitsOf(text: string): string {
  const [whole = "", decimals = ""] = text.replace(/^[+-]/, "").split(".");
  return `${whole.replace(/^0+/, "")}.${decimals.replace(/0+$/, "")}`;
}

/** Whether the number is stored as it was given; one with very many digits would not be. */
function isKept(given: string, value: number): boolean {
  return Number.isFinite(value) && digitsOf(plainNumber(value)) === digitsOf(given);
}

function wholeNumber(given: string): number | CellFault {
  // Adding 0 makes 0 of -0.
  return WHOLE_NUMBER.test(given) ? Number(given) + 0 : NOT_WHOLE;
}

/** A whole number from 0 to `maximum`. */
function upTo(maximum: number, unit: string): CellFormat<number> {
  const fault = rangeFault(`is not from 0 to ${maximum}${unit}`);
  return defineFormat<number>({
    expects: `${WHOLE_FORM}, from 0 to ${maximum}${unit}`,
    parse: (given) => {
      const value = wholeNumber(given);
      return typeof value === "number" && (value < 0 || value > maximum) ? fault : value;
    },
    format: plainNumber,
  });
}

/** Minutes of one session: at most a day. */
export const minutes = upTo(1_440, " minutes");

/** The answer to one item. */
export const itemAnswer = upTo(3, "");

/** A number of days a week or the like: whole, not negative. */
export const count = defineFormat<number>({
  expects: WHOLE_FORM,
  parse: (given) => {
    const value = wholeNumber(given);
    if (typeof value !== "number") return value;
    if (!isKept(given, value)) return NOT_WHOLE;
    return value < 0 ? NEGATIVE : value;
  },
  format: plainNumber,
});

/** A number that is not negative, decimals allowed. */
export const quantity = defineFormat<number>({
  expects: DECIMAL_FORM,
  parse: (given) => {
    if (!DECIMAL.test(given)) return NOT_DECIMAL;
    const value = Number(given) + 0;
    if (!isKept(given, value)) return NOT_DECIMAL;
    return value < 0 ? NEGATIVE : value;
  },
  format: plainNumber,
});

const highest = Math.max(...Object.values(INSTRUMENTS).map((instrument) => instrument.maximum));
const TOTALS = new Map<unknown, CellFormat<number>>(
  Object.values(INSTRUMENTS).map(({ id, maximum }) => [id, upTo(maximum, "")]),
);
const ANY_TOTAL = upTo(highest, "");

function rangeOf(instrument: InstrumentId): string {
  return `0 to ${instrumentOf(instrument).maximum} for ${instrument}`;
}

/** The stated total of an assessment, within the range of its instrument. */
export const total: CellFormat<number> = {
  ...ANY_TOTAL,
  expects: `${WHOLE_FORM}, from ${rangeOf("phq-9")} and ${rangeOf("gad-7")}`,
  parse: (given, clock, earlier) =>
    (TOTALS.get(earlier.instrument) ?? ANY_TOTAL).parse(given, clock, earlier),
};

/** The number in plain digits, without exponent, read back as the same number. */
function plainNumber(value: number): string {
  const [mantissa = "0", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const power = Number(exponent);
  const digits = whole + fraction;
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  return digits.padEnd(power + 1, "0");
}
