import type { MeasureId } from "../json.ts";

/** A measure as it was published: counts, and the percentage of one decimal beside them. */
export interface PublishedShare {
  readonly measure: Extract<
    MeasureId,
    "reliable-improvement" | "reliable-deterioration" | "recovery" | "reliable-recovery"
  >;
  readonly numerator: number;
  readonly denominator: number;
  /** As published, of 100. */
  readonly percent: number;
}

export interface NationalYear {
  /** From April of the first year to March of the second. */
  readonly year: string;
  readonly referred: number;
  readonly finished: number;
  readonly shares: readonly PublishedShare[];
}

/** Mean and SD before and after, and the effect size, each rounded to one decimal by the publisher. */
interface PublishedEffect {
  readonly meanStart: number;
  readonly sdStart: number;
  readonly meanEnd: number;
  readonly sdEnd: number;
  readonly effectSize: number;
}

export interface NationalEffect {
  readonly year: string;
  readonly therapy: string;
  /** Courses of this therapy, for all problems together. */
  readonly courses: number;
  readonly phq9: PublishedEffect;
  readonly gad7: PublishedEffect;
}

export interface NationalContext {
  readonly title: string;
  /** Stands beside the figures wherever they are shown. */
  readonly notATarget: string;
  readonly why: string;
  readonly definitions: readonly string[];
  readonly source: string;
  readonly attribution: string;
  readonly license: { readonly name: string; readonly url: string };
  /** When the figures were last compared with the publication, `YYYY-MM-DD`. */
  readonly reviewed: string;
  readonly years: readonly NationalYear[];
  readonly effects: readonly NationalEffect[];
}

/** A count with its published percentage. */
type Published = readonly [count: number, percent: number];

interface PublishedYear {
  readonly referred: number;
  readonly finished: number;
  readonly notCases: number;
  readonly improved: Published;
  readonly worsened: Published;
  readonly recovered: Published;
  readonly reliablyRecovered: Published;
}

/** All that is published is "finished" and "not at caseness": their difference is the denominator of recovery. */
function yearOf(year: string, given: PublishedYear): NationalYear {
  const { referred, finished, notCases } = given;
  const share = (
    measure: PublishedShare["measure"],
    denominator: number,
    [numerator, percent]: Published,
  ): PublishedShare => ({ measure, numerator, denominator, percent });
  const cases = finished - notCases;
  return {
    year,
    referred,
    finished,
    shares: [
      share("reliable-improvement", finished, given.improved),
      share("reliable-deterioration", finished, given.worsened),
      share("recovery", cases, given.recovered),
      share("reliable-recovery", cases, given.reliablyRecovered),
    ],
  };
}

const LATEST = "2024-25";

/**
 * NHS Talking Therapies for anxiety and depression, England, whole country. Values are as published; percentages are
 * recomputed from the counts in the tests.
 */
export const NATIONAL_CONTEXT: NationalContext = {
  title: "NHS Talking Therapies, England",
  notATarget:
    "Shown for context. These figures are not a target and not a benchmark for an intensive outpatient program.",
  why: "They are of outpatient therapy in single sessions over weeks or months, for anxiety and depression, and only of people who finished (at least two attended sessions). An intensive outpatient program treats people who were referred for more care, on several days a week, and counts everyone discharged who has both scores.",
  definitions: [
    "Finished: discharged after at least two attended sessions.",
    "At caseness: PHQ-9 of 10 or more, or 8 or more on the measure of anxiety, at the start; that measure is the GAD-7 unless one for the problem is used.",
    "Reliable improvement, of all finished: PHQ-9 fell by 6 or more, or anxiety by its reliable change (GAD-7: 4), and neither rose by as much. Reliable deterioration is the reverse.",
    "Recovery, of those finished less those not at caseness: on neither measure at caseness at the end. Reliable recovery: recovery and reliable improvement.",
    "Effect size: mean at the start less mean at the end, over the SD at the start, from rounded figures.",
  ],
  source: "NHS England, NHS Talking Therapies for anxiety and depression, annual reports, 2017-18 to 2024-25",
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. NHS Talking Therapies annual reports, NHS England.",
  license: {
    name: "Open Government Licence v3.0",
    url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  },
  reviewed: "2026-11-22",
  years: [
    yearOf("2017-18", {
      referred: 1_439_957,
      finished: 554_709,
      notCases: 36_767,
      improved: [368_518, 66.4],
      worsened: [32_931, 5.9],
      recovered: [263_295, 50.8],
      reliablyRecovered: [250_395, 48.3],
    }),
    yearOf("2018-19", {
      referred: 1_603_643,
      finished: 582_556,
      notCases: 35_706,
      improved: [392_662, 67.4],
      worsened: [33_660, 5.8],
      recovered: [284_810, 52.1],
      reliablyRecovered: [270_763, 49.5],
    }),
    yearOf("2019-20", {
      referred: 1_694_790,
      finished: 606_192,
      notCases: 36_054,
      improved: [406_118, 67],
      worsened: [35_316, 5.8],
      recovered: [291_371, 51.1],
      reliablyRecovered: [276_261, 48.5],
    }),
    yearOf("2020-21", {
      referred: 1_456_446,
      finished: 634_649,
      notCases: 37_267,
      improved: [433_327, 68.3],
      worsened: [34_535, 5.4],
      recovered: [306_990, 51.4],
      reliablyRecovered: [291_091, 48.7],
    }),
    yearOf("2021-22", {
      referred: 1_812_596,
      finished: 664_087,
      notCases: 38_168,
      improved: [444_555, 66.9],
      worsened: [38_267, 5.8],
      recovered: [313_919, 50.2],
      reliablyRecovered: [296_070, 47.3],
    }),
    yearOf("2022-23", {
      referred: 1_759_581,
      finished: 672_193,
      notCases: 37_805,
      improved: [446_968, 66.5],
      worsened: [39_919, 5.9],
      recovered: [316_251, 49.9],
      reliablyRecovered: [297_186, 46.8],
    }),
    yearOf("2023-24", {
      referred: 1_829_202,
      finished: 671_648,
      notCases: 37_164,
      improved: [448_634, 66.8],
      worsened: [39_870, 5.9],
      recovered: [318_013, 50.1],
      reliablyRecovered: [298_780, 47.1],
    }),
    yearOf(LATEST, {
      referred: 1_813_432,
      finished: 670_419,
      notCases: 35_234,
      improved: [452_284, 67.5],
      worsened: [39_157, 5.8],
      recovered: [321_061, 50.5],
      reliablyRecovered: [301_815, 47.5],
    }),
  ],
  effects: [
    {
      year: LATEST,
      therapy: "Cognitive behavioral therapy",
      courses: 233_776,
      phq9: { meanStart: 14.2, sdStart: 6.1, meanEnd: 9.5, sdEnd: 6.6, effectSize: 0.8 },
      gad7: { meanStart: 13.3, sdStart: 5.1, meanEnd: 8.6, sdEnd: 5.7, effectSize: 0.9 },
    },
    {
      year: LATEST,
      therapy: "Counseling for depression",
      courses: 77_602,
      phq9: { meanStart: 14.4, sdStart: 5.7, meanEnd: 9.3, sdEnd: 6.1, effectSize: 0.9 },
      gad7: { meanStart: 12.3, sdStart: 5.1, meanEnd: 8.1, sdEnd: 5.4, effectSize: 0.8 },
    },
    {
      year: LATEST,
      therapy: "Guided self-help (book)",
      courses: 164_041,
      phq9: { meanStart: 13.5, sdStart: 5.9, meanEnd: 9.4, sdEnd: 6.5, effectSize: 0.7 },
      gad7: { meanStart: 12.5, sdStart: 5.1, meanEnd: 8.5, sdEnd: 5.7, effectSize: 0.8 },
    },
  ],
};
