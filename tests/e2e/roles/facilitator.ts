import { expect, type Page } from "@playwright/test";
import { expectDone, pressAndConfirm } from "../support/form.ts";

/** Calls the roll of the cohort's first session: everybody came. */
export async function callRoll(page: Page, theme: string, participant: string): Promise<void> {
  await page.goto("/facilitate");
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(theme) })
    .first()
    .click();
  const roll = page.getByRole("group", { name: `Fremmøde: ${participant}` });
  await roll.getByText("Til stede", { exact: true }).click();
  await expect(roll.getByRole("radio", { name: "Til stede" })).toBeChecked();
  await expect(page.getByText("1 af 1 noteret")).toBeVisible();
  await page.getByRole("button", { name: "Gem fremmøde" }).click();
  await expectDone(page, "Fremmødet er gemt.");
}

/** Says yes to a project that a participant of the cohort proposes. */
export async function agreeToProject(page: Page, cohort: string, project: string): Promise<void> {
  await page.goto("/facilitate");
  await page.getByRole("main").getByRole("link", { name: cohort }).first().click();
  await page.getByRole("main").getByRole("link", { name: project }).click();
  await pressAndConfirm(page, "Sig ja til projektet", "Sig ja til projektet", "Projektet er aftalt.");
}
