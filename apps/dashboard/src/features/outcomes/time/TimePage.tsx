import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function TimePage() {
  return (
    <OutcomesFrame page="time" title="Over time">
      {null}
    </OutcomesFrame>
  );
}
