import { expect, type Locator, type Page } from "@playwright/test";

/** Moves the focus on by Tab until it is where it should be, and expects that it can be seen there. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses <= most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement))
      return await expectFocusSeen(target);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab did not reach ${target} in ${most} presses`);
}

/** The focused element lies in the window, nothing covers it whole, and it (or what stands for it) has an outline. */
async function expectFocusSeen(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  const seen = await target.evaluate((element) => {
    const shown = element.closest("label") ?? element;
    const box = shown.getBoundingClientRect();
    const outlined = [element, shown].some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    });
    const corners = [0.1, 0.5, 0.9].map(
      (part) => [box.left + box.width * part, box.top + box.height / 2] as const,
    );
    const uncovered = corners.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (shown.contains(top) || top.contains(shown));
    });
    return { outlined, uncovered };
  });
  expect(seen, "the focus can be seen (WCAG 2.4.7, 2.4.11)").toEqual({ outlined: true, uncovered: true });
}

/** Tabs to a field and types into it. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Tabs to a group of choices (into it leads the one that is chosen, else the first) and takes one by the arrow keys. */
export async function choose(page: Page, group: Locator, wanted: Locator): Promise<void> {
  const chosen = group.locator("input[type=radio]:checked");
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.getByRole("radio").first());
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}
