import { describe, expect, test } from "vitest";
import { INSTRUMENT_IDS } from "../records/codes.ts";
import { COLUMBIA_QUESTION_IDS, COLUMBIA_SCREENER, type ColumbiaAnswers, columbiaLevel } from "./columbia.ts";
import { defineInstrument, TEXT_LANGUAGES } from "./define.ts";
import published from "./fixtures/texts.json" with { type: "json" };
import { GAD_7 } from "./gad-7.ts";
import { INSTRUMENTS } from "./instruments.ts";
import { PHQ_9 } from "./phq-9.ts";

describe("wording", () => {
  for (const id of INSTRUMENT_IDS) {
    for (const language of TEXT_LANGUAGES) {
      test(`${id} in ${language} is the published text, character by character`, () => {
        expect(INSTRUMENTS[id].texts[language]).toEqual(published[id][language]);
      });
    }
  }

  test("the Columbia screener is the published text, character by character", () => {
    const byNumber = [1, 2, 3, 4, 5, 6].map((number) =>
      COLUMBIA_SCREENER.questions
        .filter((question) => question.number === number)
        .flatMap((question) => [question.text, question.instruction ?? []].flat())
        .join(" "),
    );
    expect(byNumber).toEqual(published.columbia.questions);
    expect(COLUMBIA_SCREENER.period).toBe(published.columbia.period);
    expect(COLUMBIA_SCREENER.questions.map((question) => question.id)).toEqual([...COLUMBIA_QUESTION_IDS]);
  });

  test("every display can carry its credit", () => {
    for (const id of INSTRUMENT_IDS) expect(INSTRUMENTS[id].credit).toContain("Pfizer");
    expect(COLUMBIA_SCREENER.credit).toBe("Columbia Lighthouse Project");
  });
});

describe("codes", () => {
  test("LOINC codes are those of the forms, items 6 and 7 of the GAD-7 not swapped", () => {
    expect(PHQ_9.items.map((item) => item.loinc).join(" ")).toBe(
      "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8",
    );
    expect(GAD_7.items.map((item) => item.loinc).join(" ")).toBe(
      "69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7",
    );
    expect([PHQ_9.loinc.panel, PHQ_9.loinc.total, PHQ_9.difficulty.loinc]).toEqual([
      "44249-1",
      "44261-6",
      "69722-7",
    ]);
    expect([GAD_7.loinc.panel, GAD_7.loinc.total]).toEqual(["69737-5", "70274-6"]);
  });

  test("every LOINC code carries its check digit", () => {
    const codes = [
      ...INSTRUMENT_IDS.flatMap((id) => {
        const { items, loinc, difficulty } = INSTRUMENTS[id];
        return [...items.map((item) => item.loinc), loinc.panel, loinc.total, difficulty.loinc ?? []].flat();
      }),
      ...COLUMBIA_SCREENER.questions.map((question) => question.loinc),
      COLUMBIA_SCREENER.loinc.panel,
      COLUMBIA_SCREENER.loinc.level,
    ];
    for (const code of codes) {
      const [number = "", check] = code.split("-");
      const sum = [...number].reverse().reduce((total, digit, place) => {
        const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      expect(`${number}-${(10 - (sum % 10)) % 10}`).toBe(`${number}-${check}`);
    }
  });
});

describe("numbers that rules compare with", () => {
  test("PHQ-9", () => {
    expect(PHQ_9).toMatchObject({
      maximum: 27,
      proratedFrom: 7,
      caseness: 10,
      reliableChange: 6,
      minimalImportantChange: 5,
      safetyItem: 9,
    });
  });

  test("GAD-7", () => {
    expect(GAD_7).toMatchObject({
      maximum: 21,
      proratedFrom: 6,
      caseness: 8,
      reliableChange: 4,
      minimalImportantChange: 4,
      safetyItem: null,
    });
  });

  test.each([
    [
      "a gap between bands",
      {
        bands: [
          { name: "low", from: 0, to: 10 },
          { name: "high", from: 12, to: 27 },
        ],
      },
    ],
    ["bands that end early", { bands: [{ name: "low", from: 0, to: 20 }] }],
    ["a maximum that the items cannot reach", { maximum: 30 }],
    ["an item out of place", { items: [...PHQ_9.items].reverse() }],
    ["a text without its last item", { texts: { ...PHQ_9.texts, es: GAD_7.texts.es } }],
  ])("a definition with %s is refused", (_, change) => {
    expect(() => defineInstrument({ ...PHQ_9, ...change })).toThrow(RangeError);
  });
});

describe("Columbia screener", () => {
  const no: ColumbiaAnswers = {
    wish_to_be_dead: false,
    thoughts: false,
    method: false,
    intent: false,
    plan: false,
    behavior: false,
    behavior_recent: false,
  };

  test.each([
    ["all no", {}, "none"],
    ["1", { wish_to_be_dead: true }, "low"],
    ["2", { thoughts: true }, "low"],
    ["3", { thoughts: true, method: true }, "moderate"],
    ["6 long ago", { behavior: true }, "moderate"],
    ["4 alone", { thoughts: true, intent: true }, "high"],
    ["5 alone", { thoughts: true, plan: true }, "high"],
    ["6 within three months alone", { behavior: true, behavior_recent: true }, "high"],
  ])("%s", (_, answers, level) => {
    expect(columbiaLevel({ ...no, ...answers })).toBe(level);
  });

  test("after a no to question 2, questions 3 to 5 need no answer", () => {
    const asked = { wish_to_be_dead: true, thoughts: false, behavior: false };
    expect(columbiaLevel(asked)).toBe("low");
    expect(columbiaLevel({ ...asked, wish_to_be_dead: false })).toBe("none");
  });

  test.each([
    ["nothing answered", {}],
    ["4 not answered", { ...no, thoughts: true, intent: null }],
    ["3 not answered", { ...no, thoughts: true, method: null }],
    ["2 not answered", { wish_to_be_dead: false, thoughts: null, behavior: false }],
    ["1 not answered, else no", { ...no, wish_to_be_dead: null }],
    ["6 not answered", { wish_to_be_dead: false, thoughts: false }],
    ["6 yes, when not answered", { ...no, behavior: true, behavior_recent: null }],
  ])("unknown with %s", (_, answers) => {
    expect(columbiaLevel(answers)).toBeNull();
  });

  test.each([
    ["4 yes", { intent: true }, "high"],
    ["6 long ago and 1 not answered", { ...no, behavior: true, wish_to_be_dead: null }, "moderate"],
    ["2 yes, 1 not answered", { ...no, thoughts: true, wish_to_be_dead: null }, "low"],
  ])("what is missing does not matter with %s", (_, answers, level) => {
    expect(columbiaLevel(answers)).toBe(level);
  });
});
