const FORMULA = /^[=+\-@\t\r]/;
const QUOTED_FORMULA = /^'+[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/;

/**
 * A text for a cell of a spreadsheet (CSV or XLSX), made harmless: a text that a spreadsheet would run as a formula, one
 * that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, gets an apostrophe in front. Plain numbers such as -5
 * stay. A text that already begins with apostrophes and such a character gets one more, so that `restoreFormula` undoes it
 * exactly. The clinic export itself never does this.
 */
export function neutralizeFormula(text: string): string {
  const harmful = QUOTED_FORMULA.test(text) || (FORMULA.test(text) && !PLAIN_NUMBER.test(text));
  return harmful ? `'${text}` : text;
}

/** The text as it was before `neutralizeFormula`. */
export function restoreFormula(text: string): string {
  return QUOTED_FORMULA.test(text) ? text.slice(1) : text;
}
