/** What was removed by mistake is back by one press, and the keyboard's place is not lost meanwhile. */
import { field, fillDay, press } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

test("a period that was taken back by mistake is there again by one press", async ({ open }) => {
  const page = await open({ email: "facilitator@komponent.example" });
  await page.goto("/facilitate/unavailability");
  // A day within the year ahead that no other run has taken: a period is refused where it overlaps another.
  const note = `Messe ${Date.now()}`;
  const day = new Date(Date.now() + (200 + (Date.now() % 150)) * 86_400_000).toISOString().slice(0, 10);
  await fillDay(page, "Fra dag", day);
  await fillDay(page, "Til og med dag", day);
  await field(page, "Note").fill(note);
  await press(page, "Meld det", "Det er meldt. De, der planlægger, kan se det.");
  const row = page.getByRole("listitem").filter({ hasText: note });
  const said = await row.textContent();

  await row.getByRole("button", { name: /^Tag .* tilbage$/ }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Fortryd", exact: true }).click();
  await expect(page.getByText("Fortrudt: det er som før.", { exact: true })).toBeVisible();
  await expect(row).toHaveCount(1);
  expect(await row.textContent()).toBe(said);
});
