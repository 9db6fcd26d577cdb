import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function PatientsPage() {
  return (
    <OutcomesFrame page="overview" title="Patients">
      {null}
    </OutcomesFrame>
  );
}
