import type { ScaledQuestion, TextLanguage } from "./define.ts";

/** What the PHQ-9 and the GAD-7 share: how often, how difficult, and whom to credit. */

export const FREQUENCY: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ["Not at all", "Several days", "More than half the days", "Nearly every day"],
  es: ["Ningún día", "Varios días", "Más de la mitad de los días", "Casi todos los días"],
};

/** LOINC answer list LL358-3, for 0 to 3. */
export const FREQUENCY_LOINC = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"] as const;

export const DIFFICULTY: Readonly<Record<TextLanguage, ScaledQuestion>> = {
  en: {
    question:
      "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?",
    answers: ["Not difficult at all", "Somewhat difficult", "Very difficult", "Extremely difficult"],
  },
  es: {
    question:
      "Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?",
    answers: ["No ha sido difícil", "Un poco difícil", "Muy difícil", "Extremadamente difícil"],
  },
};

export const PHQ_CREDIT =
  "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission is required to reproduce, translate, display or distribute.";

export const PHQ_TEXT_SOURCE =
  "The published U.S. English form and the form in Spanish for the USA; compare with the publisher's current forms before clinical use.";
