import type { AnalyteId } from "../screens/analytes.ts";

/** The ingredients that explain a positive screen, each with the analytes that it does. */
export const INGREDIENT_ANALYTES = {
  buprenorphine: ["buprenorphine", "norbuprenorphine"],
  methadone: ["methadone", "eddp"],
  naltrexone: [],
  amphetamine: ["amphetamine"],
  dextroamphetamine: ["amphetamine"],
  lisdexamfetamine: ["amphetamine"],
  methamphetamine: ["methamphetamine", "amphetamine"],
  alprazolam: ["benzodiazepines"],
  chlordiazepoxide: ["benzodiazepines"],
  clobazam: ["benzodiazepines"],
  clonazepam: ["benzodiazepines"],
  clorazepate: ["benzodiazepines"],
  diazepam: ["benzodiazepines"],
  estazolam: ["benzodiazepines"],
  flurazepam: ["benzodiazepines"],
  lorazepam: ["benzodiazepines"],
  midazolam: ["benzodiazepines"],
  oxazepam: ["benzodiazepines"],
  temazepam: ["benzodiazepines"],
  triazolam: ["benzodiazepines"],
  codeine: ["opiates"],
  morphine: ["opiates"],
  hydromorphone: ["opiates"],
  hydrocodone: ["hydrocodone", "opiates"],
  oxycodone: ["oxycodone"],
  fentanyl: ["fentanyl", "norfentanyl"],
  tramadol: ["tramadol"],
  phenobarbital: ["barbiturates"],
  primidone: ["barbiturates"],
  butalbital: ["barbiturates"],
  dronabinol: ["thc"],
} as const satisfies Readonly<Record<string, readonly AnalyteId[]>>;

/**
 * The analyte that is the ingredient itself: what a screen should find while it is prescribed. Metabolites, drugs that the
 * body turns into the analyte (lisdexamfetamine) and tests for a class (benzodiazepines, opiates, barbiturates, which miss
 * some of its members) are not in it: their absence says too little.
 */
export const OWN_ANALYTE: Readonly<Partial<Record<Ingredient, AnalyteId>>> = {
  buprenorphine: "buprenorphine",
  methadone: "methadone",
  amphetamine: "amphetamine",
  dextroamphetamine: "amphetamine",
  methamphetamine: "methamphetamine",
  hydrocodone: "hydrocodone",
  oxycodone: "oxycodone",
  fentanyl: "fentanyl",
  tramadol: "tramadol",
};

export type Ingredient = keyof typeof INGREDIENT_ANALYTES;

export const INGREDIENTS = Object.keys(INGREDIENT_ANALYTES) as readonly Ingredient[];

/** Brand words by the ingredient that they stand for. */
export const BRANDS: Readonly<Partial<Record<Ingredient, readonly string[]>>> = {
  buprenorphine: ["suboxone", "subutex", "zubsolv", "bunavail", "sublocade", "brixadi", "belbuca", "butrans"],
  methadone: ["methadose", "dolophine", "diskets"],
  naltrexone: ["vivitrol", "revia", "depade"],
  amphetamine: ["adderall", "evekeo", "mydayis", "dyanavel", "adzenys"],
  dextroamphetamine: ["dexedrine", "zenzedi"],
  lisdexamfetamine: ["vyvanse"],
  methamphetamine: ["desoxyn"],
  alprazolam: ["xanax"],
  chlordiazepoxide: ["librium"],
  clonazepam: ["klonopin"],
  clorazepate: ["tranxene"],
  diazepam: ["valium"],
  lorazepam: ["ativan"],
  oxazepam: ["serax"],
  temazepam: ["restoril"],
  clobazam: ["onfi", "sympazan"],
  estazolam: ["prosom"],
  flurazepam: ["dalmane"],
  triazolam: ["halcion"],
  midazolam: ["versed"],
  hydrocodone: ["norco", "vicodin", "lortab", "hysingla", "zohydro"],
  oxycodone: ["percocet", "oxycontin", "roxicodone", "endocet", "xtampza"],
  hydromorphone: ["dilaudid", "exalgo"],
  morphine: ["contin", "kadian"],
  fentanyl: ["duragesic", "actiq", "fentora"],
  tramadol: ["ultram", "conzip", "ultracet"],
  primidone: ["mysoline"],
  butalbital: ["fioricet", "fiorinal"],
  dronabinol: ["marinol", "syndros"],
};

/** The medications for opioid use disorder. */
export const MOUD = ["buprenorphine", "methadone", "naltrexone"] as const satisfies readonly Ingredient[];
