import { questionSentence } from "./question-words.ts";
import { useOptions } from "./use-options.ts";
import { useQuestion } from "./use-question.ts";

/** The question where it cannot be changed. */
export function QuestionSentence({ counted }: { readonly counted: "discharged" | "admitted" }) {
  return <p>{questionSentence(useQuestion(), useOptions(), counted)}</p>;
}
