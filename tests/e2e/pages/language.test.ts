import { expectAccessible } from "../support/accessibility.ts";
import { row } from "../support/database.ts";
import { field } from "../support/form.ts";
import { linkIn, mailTo } from "../support/mail.ts";
import { newcomer, requestLink, signInAsNewcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("changing the language keeps what is typed, where one is, and what is chosen", async ({ open }) => {
  const page = await open({ email: "newcomer@aadal.example" });
  await page.goto("/programmes/odense-foraar/apply");
  await expect(page.getByRole("combobox", { name: "Organisation" })).toHaveAttribute(
    "aria-autocomplete",
    "list",
  );
  await field(page, "Motivation").fill("Æøå står her endnu.");
  await page.getByLabel("Jeg søger som").selectOption({ label: "Leder" });
  await page.getByLabel(/^Din menu/).click();
  await page.getByRole("button", { name: "Svenska" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page).toHaveURL(/\/programmes\/odense-foraar\/apply$/);
  await expect(page.locator("[name='motivation']")).toHaveValue("Æøå står her endnu.");
  await expect(page.locator("[name='participantRole']")).toHaveValue("manager");
  // The head of the page comes after its body.
  await expect(page).toHaveTitle("Sök · Praksis");
  await expectAccessible(page);
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("[name='motivation']")).toHaveValue("Æøå står her endnu.");
});

for (const [locale, lang] of [
  ["sv-SE", "sv"],
  ["en-GB", "en"],
] as const)
  test(`a visitor whose browser asks for ${locale} reads ${lang}`, async ({ open }) => {
    const page = await open({ locale });
    for (const path of ["/", "/programmes", "/verify", "/sign-in", "/was", "/privacy"]) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });

test("who signs in for the first time goes on in the language of their browser", async ({ open }) => {
  const page = await open({ locale: "sv-SE" });
  const { email } = newcomer("Svensk", "aadal.example");
  await page.goto("/sign-in");
  await page.getByLabel("E-postadress").fill(email);
  await page.getByRole("button", { name: "Skicka länk", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Titta i din inkorg" })).toBeVisible();
  await page.goto(linkIn(await mailTo(page.request, email, /länk .*Praksis/i), "/sign-in/confirm"));
  await page.getByRole("main").getByRole("button", { name: "Logga in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Välkommen till Praksis" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  expect(await row("SELECT locale FROM person WHERE email = $1", [email])).toEqual({ locale: "sv" });
});

test("whoever is signed in keeps the chosen language: in the account, in mails, and in another browser", async ({
  open,
}) => {
  const page = await open();
  const { email, name } = newcomer("Sprog", "aadal.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);
  await page.goto("/my/account");
  await page.getByLabel(/^Din menu/).click();
  await page.getByRole("button", { name: "Svenska" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  const locale = () => row<{ locale: string }>("SELECT locale FROM person WHERE email = $1", [email]);
  await expect.poll(async () => (await locale()).locale).toBe("sv");

  await page.getByLabel(/^Din meny/).press("Escape");
  await page.locator("[name='locale']:is(select)").selectOption("en");
  await page.getByRole("main").getByRole("button", { name: "Spara" }).click();
  await expect(page.locator("html"), "at once, not at the next sign-in").toHaveAttribute("lang", "en");
  expect((await locale()).locale).toBe("en");

  const elsewhere = await open({ locale: "da-DK" });
  await elsewhere.goto("/sign-in");
  await elsewhere.goto(await requestLink(elsewhere, email));
  await elsewhere.getByRole("main").getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
});
