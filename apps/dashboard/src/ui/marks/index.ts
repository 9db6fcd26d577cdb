export { ChangeText } from "./ChangeText.tsx";
export { ComparedText } from "./ComparedText.tsx";
export { HintLayer } from "./Hint.tsx";
export { NoDataText } from "./NoDataText.tsx";
export { ReasonMark } from "./ReasonMark.tsx";
export { ScoreText } from "./ScoreText.tsx";
export { BareScreenSign, ScreenStrip, ScreenSymbol } from "./ScreenSymbols.tsx";
export { UrgencyMark } from "./UrgencyMark.tsx";
export { WeekChips } from "./WeekChips.tsx";
