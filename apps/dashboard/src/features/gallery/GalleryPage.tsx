import { useState } from "react";
import { Timeline } from "../../charts/Timeline.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { SAMPLE_PICTURE } from "./sample-picture.ts";

export function GalleryPage() {
  const [chosen, setChosen] = useState(false);
  return (
    <PageFrame title="Marks">
      <button type="button" onClick={() => setChosen(!chosen)}>
        choose
      </button>
      <Timeline
        picture={SAMPLE_PICTURE}
        evidence={
          chosen
            ? [
                { type: "assessment", id: "phq-9/72", on: SAMPLE_PICTURE.to, text: "" },
                { type: "assessment", id: "phq-9/-2", on: SAMPLE_PICTURE.to, text: "" },
                { type: "screen", id: "screen/72", on: SAMPLE_PICTURE.to, text: "" },
                { type: "session", id: "session/8/0", on: SAMPLE_PICTURE.to, text: "" },
              ]
            : null
        }
      />
    </PageFrame>
  );
}
