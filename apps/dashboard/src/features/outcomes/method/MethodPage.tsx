import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function MethodPage() {
  return (
    <OutcomesFrame page="method" title="Method">
      {null}
    </OutcomesFrame>
  );
}
