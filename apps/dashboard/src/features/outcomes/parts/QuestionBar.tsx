import { useQuestion } from "./use-question.ts";

/** The question as a sentence whose words can be changed. */
export function QuestionBar() {
  const { from, to } = useQuestion();
  return (
    <p>{from === undefined || to === undefined ? "The last twelve whole months" : `${from} to ${to}`}</p>
  );
}
