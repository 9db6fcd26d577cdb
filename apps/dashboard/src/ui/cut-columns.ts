/**
 * Measures how much of a column stands cut at the left, under the column that stays, and at the right edge. Half of "14"
 * could be read as 4, so a column that is cut is not shown.
 */
export function cutColumns(box: HTMLElement): void {
  const [staying, ...columns] = [...box.querySelectorAll("thead th")].map((cell) =>
    cell.getBoundingClientRect(),
  );
  if (!staying) return;
  const edges = { left: staying.right, right: box.getBoundingClientRect().right };
  const cutAt = (x: number) => columns.find(({ left, right }) => left < x - 1 && right > x + 1);
  const before = cutAt(edges.left);
  const after = cutAt(edges.right);
  box.style.setProperty("--cut-before", `${before ? before.right - edges.left : 0}px`);
  box.style.setProperty("--cut-after", `${after ? edges.right - after.left : 0}px`);
}
