import { expect, type Page } from "@playwright/test";
import { linkIn, mailsTo, mailTo } from "./mail.ts";

const SUBJECT = /(link|länk) .*Praksis/i;

/** Asks for a link on the sign-in page that is open, and gives the address in the mail that comes. */
export async function requestLink(page: Page, email: string): Promise<string> {
  const before = (await mailsTo(page.request, email)).filter(({ subject }) => SUBJECT.test(subject)).length;
  await page.getByLabel("E-mailadresse").fill(email);
  await page.getByRole("button", { name: "Send link", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Se i din indbakke" })).toBeVisible();
  return linkIn(await mailTo(page.request, email, SUBJECT, before), "/sign-in/confirm");
}

/** Signs in as a person does: the page, the mail, the button. Ends where the site sends them. */
export async function signInByLink(page: Page, email: string): Promise<void> {
  if (!new URL(page.url(), "http://x").pathname.startsWith("/sign-in")) await page.goto("/sign-in");
  await page.goto(await requestLink(page, email));
  await page.getByRole("main").getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in\/confirm/);
}

/** The same for somebody the site has never seen: it asks for their name as well. */
export async function signInAsNewcomer(page: Page, email: string, name: string): Promise<void> {
  await signInByLink(page, email);
  await expect(page.getByRole("heading", { name: "Velkommen til Praksis" })).toBeVisible();
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** An address and a name nobody had before. */
export function newcomer(kind: string, domain: string): { email: string; name: string } {
  const letters = Array.from({ length: 8 }, () =>
    String.fromCharCode(97 + Math.floor(Math.random() * 26)),
  ).join("");
  const name = `Ny${letters.slice(0, 5)} ${kind}`;
  return { email: `${kind.toLowerCase()}.${letters}@${domain}`, name };
}
