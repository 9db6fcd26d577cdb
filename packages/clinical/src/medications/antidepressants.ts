import { wordsOf } from "./recognize.ts";

/**
 * Antidepressants in common use in the United States, by ingredient and brand. Whatever one is prescribed for: a text does
 * not say whether trazodone or doxepin is meant for sleep.
 */
const ANTIDEPRESSANT_WORDS: ReadonlySet<string> = new Set([
  ...["sertraline", "zoloft", "fluoxetine", "prozac", "sarafem", "symbyax", "citalopram", "celexa"],
  ...["escitalopram", "lexapro", "paroxetine", "paxil", "pexeva", "fluvoxamine", "luvox"],
  ...["venlafaxine", "effexor", "desvenlafaxine", "pristiq", "duloxetine", "cymbalta", "drizalma"],
  ...["levomilnacipran", "fetzima", "milnacipran", "savella"],
  ...["bupropion", "wellbutrin", "zyban", "aplenzin", "forfivo", "auvelity", "contrave"],
  ...["mirtazapine", "remeron", "trazodone", "desyrel", "oleptro", "nefazodone"],
  ...["vilazodone", "viibryd", "vortioxetine", "trintellix", "gepirone", "exxua", "esketamine", "spravato"],
  ...["amitriptyline", "elavil", "nortriptyline", "pamelor", "imipramine", "tofranil"],
  ...["desipramine", "norpramin", "doxepin", "sinequan", "clomipramine", "anafranil"],
  ...["protriptyline", "vivactil", "trimipramine", "surmontil", "amoxapine", "maprotiline"],
  ...["phenelzine", "nardil", "tranylcypromine", "parnate", "isocarboxazid", "marplan", "emsam"],
]);

/** Whether a medication text names an antidepressant, as a whole word anywhere and in any case. */
export function isAntidepressant(medication: string): boolean {
  return wordsOf(medication).some((word) => ANTIDEPRESSANT_WORDS.has(word));
}
