import { expect, type Locator, type Page } from "@playwright/test";

type By = { readonly x: number; readonly y: number };

async function gripOf(item: Locator): Promise<By> {
  await item.scrollIntoViewIfNeeded();
  const box = await item.boundingBox();
  if (!box) throw new Error("there is nothing to take hold of");
  return { x: box.x + box.width / 2, y: box.y + 8 };
}

/** Drags something with the mouse, in steps, as a hand does. */
export async function dragByMouse(page: Page, item: Locator, by: By): Promise<void> {
  const { x, y } = await gripOf(item);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y);
  await page.mouse.up();
}

/** Drags something with a finger: rests on it until it is held, then moves. */
export async function dragByFinger(page: Page, item: Locator, by: By): Promise<void> {
  const { x, y } = await gripOf(item);
  const touch = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: By[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [{ x, y }]);
  await expect(page.locator("[data-held]")).toHaveCount(1);
  await send("touchMove", [{ x: x + by.x / 2, y: y + by.y / 2 }]);
  await send("touchMove", [{ x: x + by.x, y: y + by.y }]);
  await send("touchEnd", []);
  await expect(page.locator("[data-held]")).toHaveCount(0);
}
