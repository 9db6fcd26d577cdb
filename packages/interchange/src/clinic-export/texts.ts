import { type CellFormat, defineFormat, formFault, remembered } from "./cell-format.ts";

const ID = /^[A-Za-z0-9._:-]{1,64}$/;
const ID_FORM = "1 to 64 letters, digits or . _ : - without spaces";
const BAD_ID = formFault("bad_id", ID_FORM);

/** An identifier of the source system. */
export const id = defineFormat<string>({
  expects: ID_FORM,
  parse: (given) => (ID.test(given) ? given : BAD_ID),
});

/** Any text, kept as given; space around it is not part of it. */
export const text: CellFormat<string> = defineFormat<string>({
  expects: "text",
  parse: (given) => given,
  format: (value) => value.trim(),
});

/** Text that is kept as given, with a warning when it does not look like what is `usual`. */
function usually(usual: string, looksUsual: (given: string) => boolean): CellFormat<string> {
  return { ...text, expects: usual, unusual: (given) => !looksUsual(given) };
}

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
export const language = usually("a language tag such as en or es-MX", (given) => LANGUAGE.test(given));

const PHONE = /^[0-9+(). /\-;,ext#]+$/i;
/** Digits with the usual separators and an extension. */
export const phone = usually("a telephone number of 7 to 20 digits", (given) => {
  const digits = given.replace(/\D/g, "").length;
  return PHONE.test(given) && digits >= 7 && digits <= 20;
});

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
export const email = usually("an address such as name@example.org", (given) => EMAIL.test(given));

const LETTER = /\p{L}/u;
const CODE_IN_DIGITS = /^\d{4}-\d$/;
/** A name or code in words; the digits of the CDC race and ethnicity codes (`2106-3`) are usual too. */
export const label = usually("a short text in words", (given) => {
  return given.length <= 200 && !/[\r\n]/.test(given) && (LETTER.test(given) || CODE_IN_DIGITS.test(given));
});

const ICD_10_CM = /^[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?$/i;
export const diagnosis = usually("ICD-10-CM codes such as F33.1", (given) => ICD_10_CM.test(given));

/** A text in lower case, such as the name of an analyte. */
export const lowerCase = defineFormat<string>({
  expects: "text",
  parse: remembered((given) => given.toLowerCase()),
});

/** Several values in one cell, separated by semicolons; the order stays, empty ones are dropped. */
export function listOf(item: CellFormat<string>): CellFormat<readonly string[]> {
  return defineFormat<readonly string[]>({
    expects: `${item.expects}, separated by semicolons`,
    codes: item.codes,
    parse: (given, clock, earlier) => {
      const values: string[] = [];
      for (const part of itemsOf(given)) {
        const value = item.parse(part, clock, earlier);
        if (typeof value !== "string") return value;
        values.push(value);
      }
      return values;
    },
    format: (values) => values.map((value) => item.format(value)).join(";"),
    unusual: (given) => itemsOf(given).some((part) => item.unusual(part)),
  });
}

function itemsOf(given: string): string[] {
  return given
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
