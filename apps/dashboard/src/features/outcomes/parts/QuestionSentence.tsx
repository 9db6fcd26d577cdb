import { questionSentence } from "./question-words.ts";
import { useOptions } from "./use-options.ts";
import { useQuestion } from "./use-question.ts";

/** The question where it cannot be changed. */
export function QuestionSentence() {
  return <p>{questionSentence(useQuestion(), useOptions())}</p>;
}
