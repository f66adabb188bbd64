import { expect, type Page } from "@playwright/test";
import { expectDone, field, press, pressAndConfirm } from "../support/form.ts";

/** Opens a participant's case from the certifier's own page. */
export async function openCase(page: Page, participant: string): Promise<void> {
  await page.goto("/certify");
  await page.getByRole("link", { name: participant, exact: true }).first().click();
  await expect(page).toHaveURL(/\/certify\/cases\//);
}

/** Recommends that the participant of the open case be certified. */
export async function recommend(page: Page): Promise<void> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Send indstillingen" }) });
  await form.getByRole("radio", { name: /^Certificeret/ }).check();
  await field(form, "Hvorfor?").fill("Alle kriterier er set og nået ved to lejligheder, af to bedømmere.");
  await press(page, "Send indstillingen", "Indstillingen er sendt til afgørelse.");
}

/** Decides the open case: certified. */
export async function decide(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^Certificeret/ }).check();
  await field(page, "Hovedhensyn").fill(
    "Begge bedømmere så alle kriterier opfyldt, og deltageren kan genkende det.",
  );
  await press(page, "Træf afgørelsen", /Afgørelsen er truffet/);
}

/** Releases the open case's outcome to the participant. */
export async function release(page: Page): Promise<void> {
  await pressAndConfirm(page, "Meddel deltageren", "Meddel deltageren", /certifikatet er udstedt/);
}

/** Proposes that the open certificate be revoked. */
export async function proposeRevocation(page: Page, reason: string): Promise<void> {
  await page.getByText("Tilbagekald certifikatet", { exact: true }).first().click();
  await field(page, "Offentlig begrundelse").fill(reason);
  await field(page, "Intern begrundelse").fill(
    "Se notat i sagen: observationen byggede på et andet møde end det, der blev oplyst.",
  );
  await press(page, "Foreslå tilbagekaldelse", /Forslaget er sendt/);
}

/** Carries out what a colleague proposed. */
export async function confirmRevocation(page: Page): Promise<void> {
  await pressAndConfirm(page, "Tilbagekald nu", "Tilbagekald nu", "Certifikatet er tilbagekaldt.");
  await expectDone(page, "Tilbagekaldt");
}
