import { RecordActionsHost } from "../features/entries/RecordActionsHost.tsx";
import { PatientPage } from "../features/patient/PatientPage.tsx";

/** A patient's page with what can be entered and corrected on it. */
export function PatientWithActions() {
  return (
    <RecordActionsHost>
      <PatientPage />
    </RecordActionsHost>
  );
}
