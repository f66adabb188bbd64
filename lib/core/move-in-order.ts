/** `ids` in their order, with the one at `id` moved one place up or down; unchanged where it cannot go further. */
export function moveInOrder(ids: readonly string[], id: string, direction: "up" | "down"): string[] {
  const from = ids.indexOf(id);
  const to = direction === "up" ? from - 1 : from + 1;
  const moved = [...ids];
  const here = moved[from];
  const there = moved[to];
  if (here === undefined || there === undefined) return moved;
  moved[from] = there;
  moved[to] = here;
  return moved;
}
