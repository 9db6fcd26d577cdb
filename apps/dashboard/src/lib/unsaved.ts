const held = new Set<symbol>();
let isForgotten = false;

/** Whether something was typed on this page that is not saved. */
export const unsaved = {
  any: () => held.size > 0 && !isForgotten,
  /** Returns the way to let go, when it is saved or given up. */
  hold(): () => void {
    const one = Symbol();
    held.add(one);
    return () => held.delete(one);
  },
  /** Before a page is left for good, after what is lost was said. */
  forget(): void {
    isForgotten = true;
  },
};
