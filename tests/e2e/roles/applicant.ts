import { expect, type Page } from "@playwright/test";
import { expectDone, field, fill, pick } from "../support/form.ts";
import { linkIn, mailTo } from "../support/mail.ts";

export const manager = { name: "Vibeke Lindtoft", email: "vibeke.lindtoft@aadal.example" };

/** Finds a programme's cohort in the catalogue and goes to its application. */
export async function findAndApply(page: Page, cohort: string, programme: string): Promise<void> {
  await page.goto("/programmes");
  await page.getByRole("main").getByRole("link", { name: programme }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(programme);
  await expect(page.getByText(cohort).first()).toBeVisible();
  await page
    .getByRole("link", { name: /^Søg om en plads/ })
    .first()
    .click();
}

/** Writes the application's answers, without handing it in. */
export async function writeApplication(page: Page, track: string, motivation: string): Promise<void> {
  await page.getByLabel("Jeg søger som").selectOption({ label: "Leder" });
  await pick(page, "Organisation", "Aadal", "Aadal Kommune");
  await fill(page, {
    Stilling: "Skoleleder",
    Motivation: motivation,
    "Lederens navn": manager.name,
    "Lederens e-mail": manager.email,
  });
  await page.getByRole("radio", { name: new RegExp(`^${track}`) }).check();
  await page.getByRole("radio", { name: "Min organisation betaler" }).check();
}

/** Gives the payer's number, whose check digit fits, and hands the application in. */
export async function handIn(page: Page): Promise<void> {
  await field(page, "EAN/GLN-nummer").fill("5790009900047");
  await send(page);
}

/** Pays alone, so that no manager is asked, and hands the application in. */
export async function handInAlone(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^Jeg betaler selv/ }).check();
  await fill(page, { "Lederens navn": "", "Lederens e-mail": "" });
  await send(page);
}

async function send(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }).check();
  await page.getByRole("button", { name: "Send ansøgning" }).click();
  await expect(page).toHaveURL(/\/my\/applications\/[0-9a-f-]{36}$/);
  await expectDone(page, /Ansøgningen er sendt/);
}

/** The manager answers from the mail, without an account: in a browser that is signed in nowhere. */
export async function approveFromMail(
  page: Page,
  applicant: string,
  before?: (page: Page) => Promise<void>,
): Promise<void> {
  const mail = await mailTo(page.request, manager.email, new RegExp(`${applicant} beder om din godkendelse`));
  await page.goto(linkIn(mail, "/approve/"));
  await expect(page.getByRole("heading", { name: `Må ${applicant} deltage?` })).toBeVisible();
  await before?.(page);
  await page.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(page.getByText(/Deltagelsen blev godkendt/)).toBeVisible();
}
