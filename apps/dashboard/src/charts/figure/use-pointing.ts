import { type Drawing, type Stop, stopsOf } from "@soundings/figures";
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { nearestStop, stopByKey } from "./find-stop.ts";

export type OnPick = (key: string) => void;

/** Which mark of a drawing is pointed at or was stepped to. */
export function usePointing(drawing: Drawing, onPick: OnPick | undefined) {
  const stops = useMemo(() => stopsOf(drawing), [drawing]);
  const [place, setPlace] = useState<number | null>(null);
  const at = place === null ? null : (stops[place] ?? null);

  const pick = (stop: Stop | null) => {
    if (stop !== null && stop.key !== null) onPick?.(stop.key);
  };
  const under = (event: PointerEvent<Element>) => {
    const hit = event.target instanceof Element ? event.target.closest("[data-stop]") : null;
    if (hit) return Number(hit.getAttribute("data-stop"));
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0) return null;
    const scale = drawing.width / box.width;
    return nearestStop(stops, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") pick(at);
    else if (event.key === "Escape" && place !== null) setPlace(null);
    else {
      const next = stopByKey(event.key, stops, place);
      if (next === null) return;
      setPlace(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    stops,
    place,
    at,
    leave: () => setPlace(null),
    start: () => setPlace((now) => now ?? (stops.length > 0 ? 0 : null)),
    press,
    point: (event: PointerEvent<Element>) => setPlace(under(event)),
    /** A finger first shows the words; the same place again opens what is behind. */
    release: (event: PointerEvent<Element>) => {
      const found = under(event);
      const isSecond = event.pointerType === "mouse" || found === place;
      setPlace(found);
      if (isSecond && found !== null && event.button === 0) pick(stops[found] ?? null);
    },
  };
}
