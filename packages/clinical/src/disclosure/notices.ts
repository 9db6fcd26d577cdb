import { parseCalendarDate } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";

/** A statement that goes with records that leave. A wording that changes gets a new version; an old one stays. */
export interface DisclosureNotice {
  readonly id: string;
  /** The day on which the rule with this wording was published, `YYYY-MM-DD`. */
  readonly version: string;
  readonly text: string;
  readonly source: string;
  readonly effectiveOn: CalendarDate;
  /** What to do before it is relied on. */
  readonly check: string;
}

const CHECK = "Check against the current regulation (ecfr.gov) before use.";
const SOURCE = "42 CFR 2.32, final rule of 16 February 2024 (89 FR 12472)";

/** An effective date written out here; throws `RangeError` on one that is not in the calendar. */
function on(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError(`${text} is not in the calendar`);
  return date;
}

/** The whole statement: goes with every document. */
export const PART_2_STATEMENT: DisclosureNotice = {
  id: "part-2-statement",
  version: "2024-02-16",
  text:
    "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR " +
    "part 2). These rules prohibit you from using or disclosing this record, or testimony that describes " +
    "the information contained in this record, in any civil, criminal, administrative, or legislative " +
    "proceedings by any Federal, State, or local authority, against the patient, unless authorized by the " +
    "consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in " +
    "accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any " +
    "other use or disclosure of this record unless at least one of the following applies: (i) Further use " +
    "or disclosure is expressly permitted by the written consent of the individual whose information is " +
    "being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered " +
    "entity or business associate and have received the record for treatment, payment, or health care " +
    "operations, or (iii) You have received the record from a covered entity or business associate as " +
    "permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical " +
    "or other information is NOT sufficient to meet the required elements of written consent to further " +
    "use or redisclose the record (see 42 CFR 2.31).",
  source: SOURCE,
  effectiveOn: on("2024-04-16"),
  check: CHECK,
};

/** The one sentence, for where there is no room for the whole statement. */
export const PART_2_SHORT_STATEMENT: DisclosureNotice = {
  id: "part-2-short-statement",
  version: "2024-02-16",
  text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
  source: SOURCE,
  effectiveOn: on("2024-04-16"),
  check: CHECK,
};

/** Every notice in every version that a disclosure on record may name. */
export const DISCLOSURE_NOTICES: readonly DisclosureNotice[] = [PART_2_STATEMENT, PART_2_SHORT_STATEMENT];

/** How a disclosure on record names its notice: `id@version`. */
export function noticeName({ id, version }: Pick<DisclosureNotice, "id" | "version">): string {
  return `${id}@${version}`;
}
