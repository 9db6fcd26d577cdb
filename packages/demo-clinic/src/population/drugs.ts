export interface Drug {
  readonly name: string;
  readonly rxnorm: string;
  readonly doses: readonly string[];
  readonly unit: string;
  readonly frequency: string;
}

export const ANTIDEPRESSANTS: readonly (readonly [Drug, number])[] = [
  [{ name: "Sertraline", rxnorm: "36437", doses: ["50", "100", "150"], unit: "mg", frequency: "daily" }, 30],
  [{ name: "Escitalopram", rxnorm: "321988", doses: ["10", "15", "20"], unit: "mg", frequency: "daily" }, 26],
  [{ name: "Fluoxetine", rxnorm: "4493", doses: ["20", "40", "60"], unit: "mg", frequency: "daily" }, 14],
  [{ name: "Bupropion XL", rxnorm: "42347", doses: ["150", "300"], unit: "mg", frequency: "daily" }, 12],
  [
    { name: "Venlafaxine XR", rxnorm: "39786", doses: ["75", "150", "225"], unit: "mg", frequency: "daily" },
    10,
  ],
  [{ name: "Mirtazapine", rxnorm: "15996", doses: ["15", "30"], unit: "mg", frequency: "at bedtime" }, 8],
];

export const HYDROXYZINE: Drug = {
  name: "Hydroxyzine",
  rxnorm: "5553",
  doses: ["25"],
  unit: "mg",
  frequency: "as needed",
};

export const HELPERS: readonly (readonly [Drug, number])[] = [
  [HYDROXYZINE, 40],
  [{ name: "Trazodone", rxnorm: "10737", doses: ["50", "100"], unit: "mg", frequency: "at bedtime" }, 35],
  [{ name: "Lamotrigine", rxnorm: "28439", doses: ["25", "50", "100"], unit: "mg", frequency: "daily" }, 12],
  [{ name: "Quetiapine", rxnorm: "51272", doses: ["50", "100"], unit: "mg", frequency: "at bedtime" }, 13],
];

export const BUPRENORPHINE: Drug = {
  name: "Buprenorphine-naloxone film",
  rxnorm: "1819",
  doses: ["8", "12", "16"],
  unit: "mg",
  frequency: "daily",
};
export const BUPRENORPHINE_ER: Drug = {
  name: "Buprenorphine ER injection",
  rxnorm: "1819",
  doses: ["300", "100"],
  unit: "mg",
  frequency: "every 4 weeks",
};
export const METHADONE: Drug = {
  name: "Methadone (opioid treatment program)",
  rxnorm: "6813",
  doses: ["60", "80", "95"],
  unit: "mg",
  frequency: "daily",
};
export const NALTREXONE: Drug = {
  name: "Naltrexone ER injection",
  rxnorm: "7243",
  doses: ["380"],
  unit: "mg",
  frequency: "every 4 weeks",
};
/** For alcohol; no screen answers to it. */
export const ACAMPROSATE: Drug = {
  name: "Acamprosate",
  rxnorm: "82819",
  doses: ["666"],
  unit: "mg",
  frequency: "three times a day",
};
export const LISDEXAMFETAMINE: Drug = {
  name: "Lisdexamfetamine",
  rxnorm: "700810",
  doses: ["30", "50"],
  unit: "mg",
  frequency: "every morning",
};
export const CLONAZEPAM: Drug = {
  name: "Clonazepam taper",
  rxnorm: "2598",
  doses: ["1", "0.5", "0.25"],
  unit: "mg",
  frequency: "at bedtime",
};
