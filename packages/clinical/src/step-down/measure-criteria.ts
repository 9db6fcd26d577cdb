import { daysBetween } from "../calendar/civil.ts";
import { changeSinceBaseline } from "../findings/change.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { item9Evidence, scoreEvidence } from "../findings/evidence.ts";
import { changeText, counted, instrumentName, listed, scoreText, signed } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { house, published } from "../rules/threshold.ts";
import { defineCriterion, type Judgment } from "./define.ts";

export const measuresCurrent = defineCriterion({
  id: "measures-current",
  label: ({ days }) => `PHQ-9 and GAD-7 at most ${counted(days, "day")} old`,
  thresholds: { days: house(10, "days old") },
  judge: (view, { days }) => {
    const latest = INSTRUMENT_IDS.map((instrument) => ({
      name: instrumentName(instrument),
      point: view.scores[instrument].at(-1) ?? null,
    }));
    const ages = latest.map(({ name, point }) =>
      point === null
        ? { text: `no ${name}`, age: null }
        : {
            text: `${name} ${counted(daysBetween(point.on, view.asOf), "day")} old`,
            age: daysBetween(point.on, view.asOf),
          },
    );
    const evidence = latest.flatMap(({ point }) => (point === null ? [] : [scoreEvidence(point)]));
    const detail = `${listed(ages.map(({ text }) => text))}; at most ${counted(days, "day")} old is current`;
    if (ages.some(({ age }) => age !== null && age > days)) return { state: "not_met", detail, evidence };
    return { state: ages.some(({ age }) => age === null) ? "no_data" : "met", detail, evidence };
  },
});

/** Whether the latest two scores both lie below the limit. */
function latestLow(
  view: EpisodeView,
  instrument: InstrumentId,
  limits: { below: number; scores: number },
): Judgment {
  const last = view.scores[instrument].slice(-limits.scores);
  const name = instrumentName(instrument);
  const values = listed(last.map((point) => `${scoreText(point)} on ${point.on}`));
  const known = last.length === 0 ? `No ${name}` : `${name} ${values}`;
  const wanted = `the latest ${limits.scores} below ${limits.below} are needed`;
  const evidence = last.map(scoreEvidence);
  const detail = `${known}; ${wanted}`;
  if (last.some((point) => point.score >= limits.below)) return { state: "not_met", detail, evidence };
  return { state: last.length < limits.scores ? "no_data" : "met", detail, evidence };
}

export const phq9Low = defineCriterion({
  id: "phq-9-low",
  label: ({ below, scores }) => `Latest ${scores} PHQ-9 below ${below}`,
  thresholds: {
    below: published(instrumentOf("phq-9").caseness, "points"),
    scores: house(2, "latest scores"),
  },
  judge: (view, limits) => latestLow(view, "phq-9", limits),
});

export const gad7Low = defineCriterion({
  id: "gad-7-low",
  label: ({ below, scores }) => `Latest ${scores} GAD-7 below ${below}`,
  thresholds: {
    below: published(instrumentOf("gad-7").caseness, "points"),
    scores: house(2, "latest scores"),
  },
  judge: (view, limits) => latestLow(view, "gad-7", limits),
});

export const improved = defineCriterion({
  id: "improved",
  label: ({ improvement }) => `PHQ-9 down by ${improvement} or more`,
  thresholds: {
    baseline: published(instrumentOf("phq-9").caseness, "points at baseline"),
    improvement: published(instrumentOf("phq-9").reliableChange, "points below baseline"),
  },
  judge: (view, t) => {
    const baseline = view.baselines["phq-9"];
    if (baseline === null) return { state: "no_data", detail: "No PHQ-9 baseline", evidence: [] };
    const before = `PHQ-9 ${scoreText(baseline)} at baseline on ${baseline.on}`;
    if (baseline.score < t.baseline) {
      const detail = `${before}, below ${t.baseline} from the start`;
      return { state: "not_applicable", detail, evidence: [scoreEvidence(baseline)] };
    }
    const change = changeSinceBaseline(view, "phq-9");
    if (change === null) {
      return { state: "no_data", detail: `${before}, none after it`, evidence: [scoreEvidence(baseline)] };
    }
    const evidence = [scoreEvidence(baseline), scoreEvidence(change.latest)];
    const detail = `${changeText(baseline, change.latest, "admission")}; ${signed(-t.improvement)} or more is reliable`;
    return { state: -change.change < t.improvement ? "not_met" : "met", detail, evidence };
  },
});

export const noSuicidalIdeation = defineCriterion({
  id: "no-suicidal-ideation",
  label: ({ answer, dates }) => `Item 9 below ${answer} on the latest ${dates} dates`,
  thresholds: { answer: published(1, "answer to item 9"), dates: house(2, "latest dates with a PHQ-9") },
  judge: (view, { answer, dates }) => {
    const last = view.item9Days.slice(-dates);
    const evidence = last.map(item9Evidence);
    const known = last.map(({ item9, on }) =>
      item9 === null ? `not known on ${on}` : `answered ${item9} on ${on}`,
    );
    const detail =
      last.length === 0
        ? `No PHQ-9; item 9 on the latest ${dates} dates is needed`
        : `Item 9 ${listed(known)}; the latest ${dates} dates count`;
    if (last.some(({ item9 }) => item9 !== null && item9 >= answer))
      return { state: "not_met", detail, evidence };
    const isKnown = last.length === dates && last.every(({ item9 }) => item9 !== null);
    return { state: isKnown ? "met" : "no_data", detail, evidence };
  },
});
