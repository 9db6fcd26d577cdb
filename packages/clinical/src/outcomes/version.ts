/** Version of the definitions by which outcomes are computed; a report states it. */
export const OUTCOMES_VERSION = 1;

/** The rule set whose baseline, belonging, attendance and screens outcomes use. */
export const RULE_SET = "1";
