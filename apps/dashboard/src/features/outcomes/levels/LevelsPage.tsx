import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function LevelsPage() {
  return (
    <OutcomesFrame page="levels" title="Levels of care">
      {null}
    </OutcomesFrame>
  );
}
