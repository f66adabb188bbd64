import { expect, type Page } from "@playwright/test";
import { expectDone, field, fill, press } from "../support/form.ts";

export const project = "Kortere vej fra idé til forsøg";

/** Proposes a practice project, from what waits on the participant's own page. */
export async function proposeProject(page: Page): Promise<void> {
  await page.goto("/my");
  await page.getByRole("link", { name: "Foreslå dit praksisprojekt" }).click();
  await fill(page, {
    Titel: project,
    Opgaven:
      "En medarbejders idé skal kunne prøves inden for fjorten dage, uden at den først skal godkendes tre steder.",
    Metoder: "Prototyper og korte forsøg",
  });
  await press(page, "Send forslag", "Forslaget er sendt.");
}

/** Begins the agreed project and concludes it with what came of it. */
export async function concludeProject(page: Page): Promise<void> {
  await page.goto("/my");
  await page.getByRole("link", { name: "Gå i gang med dit praksisprojekt" }).click();
  await press(page, "Gå i gang", "Projektet er i gang.");
  await field(page, "Hvad kom der ud af det?").fill(
    "Fire idéer er prøvet, to er i drift, og vi har lært, hvem der skal spørges først.",
  );
  await press(page, "Afslut projektet", "Projektet er afsluttet.");
}

/** Reads what an assessor shared and answers it; with that it is locked. */
export async function respond(page: Page, assessor: string): Promise<void> {
  await page.goto("/my");
  const todo = page.getByRole("listitem").filter({ hasText: `Delt af ${assessor}` });
  await todo.getByRole("link", { name: "Læs og svar på en observation" }).click();
  await expect(page.getByText("Gruppen delte sig i tre", { exact: false }).first()).toBeVisible();
  await field(page, "Dit svar").fill("Jeg kan genkende det. Jeg var selv i tvivl, da vi skiftede spor.");
  await page.getByRole("button", { name: "Send svar og lås" }).click();
  await expectDone(page, /Observationen er låst/);
}
