import {
  C_SSRS_RESULTS,
  MEASURE_MISSED_RESULTS,
  MODALITIES,
  parseZone,
  type ZoneName,
} from "@soundings/clinical";
import { type CellFault, type CellFormat, defineFormat, formFault, remembered } from "./cell-format.ts";
import { text } from "./texts.ts";

/** One of a list of codes, in any case. */
export function codeOf<C extends string>(codes: readonly C[]): CellFormat<C> {
  const expects = `one of ${codes.join(", ")}`;
  const fault = formFault("bad_code", expects);
  const byText = new Map<string, C>(codes.map((code) => [code, code]));
  return defineFormat<C>({
    expects,
    codes,
    parse: (given) => byText.get(given) ?? byText.get(given.toLowerCase()) ?? fault,
  });
}

const ZONE_FORM = "an IANA time zone such as America/Los_Angeles";
const BAD_ZONE = formFault("bad_code", ZONE_FORM);

export const timeZone = defineFormat<ZoneName>({
  expects: ZONE_FORM,
  parse: remembered((given) => parseZone(given) ?? BAD_ZONE),
});

const KNOWN_MODALITIES: ReadonlySet<string> = new Set(MODALITIES);

/** A way of attending that a program names: a code where it is one, else as given. */
export const modalityName: CellFormat<string> = {
  ...text,
  parse: (given) => (KNOWN_MODALITIES.has(given.toLowerCase()) ? given.toLowerCase() : given),
};

const RESULTS_BY_KIND: Readonly<Record<string, CellFormat<string>>> = {
  c_ssrs: codeOf(C_SSRS_RESULTS),
  measure_missed: codeOf(MEASURE_MISSED_RESULTS),
};

/** The result of an event: a code where its kind has codes, else text. */
export const eventResult: CellFormat<string> = {
  ...text,
  expects: `text; for kind c_ssrs ${RESULTS_BY_KIND.c_ssrs?.expects}, for kind measure_missed ${RESULTS_BY_KIND.measure_missed?.expects}`,
  parse: (given, clock, earlier): string | CellFault => {
    const codes = RESULTS_BY_KIND[String(earlier.kind)];
    return codes === undefined ? given : codes.parse(given, clock, earlier);
  },
};
