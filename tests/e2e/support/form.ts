import { expect, type Locator, type Page } from "@playwright/test";

type Place = Page | Locator;

/** A field by its whole label; what is optional carries a mark behind it. */
export function field(place: Place, label: string): Locator {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return place.getByRole("textbox", { name: new RegExp(`^${escaped}( \\(valgfrit\\))?$`) });
}

/** Writes texts into fields, by label. */
export async function fill(place: Place, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await field(place, label).fill(text);
}

/** Writes a day as people here do, once the field takes it so (before scripts it is the browser's own). */
export async function fillDay(place: Place, label: string, day: string): Promise<void> {
  const control = place.getByRole("textbox", { name: label, exact: true });
  await expect(control).toHaveAttribute("type", "text");
  const [year, month, date] = day.split("-");
  await control.fill(`${date}.${month}.${year}`);
}

/** Searches in a field with suggestions and takes the one that is meant. */
export async function pick(
  place: Page,
  label: string,
  words: string,
  suggestion: string | RegExp,
): Promise<void> {
  const control = place.getByRole("combobox", { name: label, exact: true });
  await expect(control).toHaveAttribute("aria-autocomplete", "list");
  await control.fill(words);
  await place.getByRole("option", { name: suggestion }).click();
}

/** Presses a button and expects the sentence that tells it is done. */
export async function press(page: Page, button: string, done: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  await expectDone(page, done);
}

/**
 * The sentence that a finished step leaves, wherever the page shows it. A string is the whole of it, to the letter: as a part of
 * something it may have stood on the page before ("I kraft" in "Sæt i kraft").
 */
export async function expectDone(page: Page, done: string | RegExp): Promise<void> {
  await expect(page.getByText(done, { exact: true }).first()).toBeVisible();
}

/** Presses a button that asks again, says yes in its dialog, and expects the sentence that tells it is done. */
export async function pressAndConfirm(
  page: Page,
  button: string,
  yes: string,
  done: string | RegExp,
): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: yes, exact: true }).click();
  await expectDone(page, done);
}

/** The same by somebody who clicks twice: they are still asked, and the second click has pressed nothing in the dialog. */
export async function pressTwiceAndConfirm(
  page: Page,
  button: string,
  yes: string,
  done: string | RegExp,
): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).dblclick();
  await page.getByRole("dialog").getByRole("button", { name: yes, exact: true }).click();
  await expectDone(page, done);
}

/** Writes into a field whose form is kept on the device while it is written, and finds it again after a reload. */
export async function fillAndReload(page: Page, label: string, text: string): Promise<void> {
  // Nothing is kept before scripts have loaded: it is written again until it is.
  await expect(async () => {
    await field(page, label).fill("");
    await field(page, label).fill(text);
    await expect(page.getByText(/Kladde gemt \d/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.reload();
  await expect(field(page, label)).toHaveValue(text);
}

/** Expects what a form refuses with: its sentence stands in the summary on top. */
export async function expectRefused(page: Page, sentence: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: sentence }).first()).toBeVisible();
}
