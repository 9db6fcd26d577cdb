import {
  type DisclosureNotice,
  dateOf,
  makePaper,
  NO_OWN_RECORDS,
  ownKnown,
  PART_2_SHORT_STATEMENT,
  type PaperKind,
} from "@soundings/clinical";
import { paperAsPdf } from "@soundings/interchange";
import { type Disclosing, type ReadStore, staffNames } from "@soundings/records";
import { patientPageOf } from "../patient/page.ts";
import { staffOf } from "../patient/read.ts";
import { aboutLeaving, type Chosen, momentInWords } from "./document.ts";

interface PaperAsked {
  readonly kind: PaperKind;
  readonly episodeId: string | undefined;
  readonly chosen: Chosen;
  readonly notice: DisclosureNotice;
}

/**
 * A paper that leaves, as of today: the chosen parts only, without free text, with the short notice on every page and the
 * whole notice and the scope at its end.
 * @throws AppError no_such_episode.
 */
export function paperLeaving(
  store: ReadStore,
  disclosing: Disclosing,
  { kind, episodeId, chosen, notice }: PaperAsked,
): Promise<Uint8Array> {
  const { at, by, site } = disclosing;
  const today = dateOf(at, site.zone);
  const own = ownKnown(disclosing.chart.own ?? NO_OWN_RECORDS, site.zone, today);
  const chart = { ...disclosing.chart, own };
  const parts = { chart, site, staffNames: staffNames(store, staffOf(chart)), corrections: [] };
  const page = patientPageOf(parts, { asOf: today, today, episodeId, allStays: false });
  const paper = makePaper(kind, page, { parts: new Set(chosen.what), freeText: false });
  return paperAsPdf(paper, {
    recordNumber: chart.patient.patientId,
    madeAt: at,
    made: `${momentInWords(at, site)} by ${by}`,
    leaving: {
      notice: notice.text,
      shortNotice: PART_2_SHORT_STATEMENT.text,
      about: aboutLeaving(disclosing, chosen.basis, notice),
    },
  });
}
