import type { Locator } from "@playwright/test";
import { expectDone, field } from "../support/form.ts";
import { linkIn, mailTo } from "../support/mail.ts";
import { newcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const MOST = 12;

test(`who has never been here finds a programme, understands it and applies in ${MOST} interactions`, async ({
  open,
}) => {
  const page = await open();
  const { email, name } = newcomer("Besøg", "aadal.example");
  // An interaction is a press or a choice. What somebody types about themself is theirs to say, and is not counted.
  let interactions = 0;
  const press = async (target: Locator) => {
    interactions++;
    await target.click();
  };
  const main = page.getByRole("main");

  await page.goto("/");
  await press(
    main.getByRole("link", { name: /Certificeret uddannelse i offentlig innovationsledelse/ }).first(),
  );
  // Is it for me, when, where, who certifies, until when may I apply? Said before anything is asked.
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Certificeret uddannelse");
  for (const told of [/Ansøgningsfrist|Søg senest/, /Certificeres af|CO-PI/, /\d+ ledige? plads/])
    await expect(main.getByText(told).first()).toBeVisible();
  await press(main.getByRole("link", { name: /^Søg om en plads/ }).first());

  await main.getByLabel("E-mailadresse").fill(email);
  await press(main.getByRole("button", { name: "Send link", exact: true }));
  await expect(page.getByRole("heading", { name: "Se i din indbakke" })).toBeVisible();
  const mail = await mailTo(page.request, email, /link .*Praksis/i);
  interactions++; // the link in the mail
  await page.goto(linkIn(mail, "/sign-in/confirm"));
  await press(main.getByRole("button", { name: "Log ind", exact: true }));
  await main.getByLabel("Navn", { exact: true }).fill(name);
  await press(main.getByRole("button", { name: "Fortsæt" }));

  await expect(page, "back where one was going").toHaveURL(/\/apply$/);
  await page.getByLabel("Jeg søger som").selectOption({ label: "Leder" });
  interactions++;
  const organisation = page.getByRole("combobox", { name: "Organisation", exact: true });
  await expect(organisation).toHaveAttribute("aria-autocomplete", "list");
  await organisation.fill("Aadal");
  await press(page.getByRole("option", { name: "Aadal Kommune" }));
  await field(page, "Stilling").fill("Skoleleder");
  await field(page, "Motivation").fill("Jeg vil lære at prøve noget af, før det er færdigt.");
  await press(page.getByRole("radio", { name: /^Ledere/ }));
  await press(page.getByRole("radio", { name: /^Jeg betaler selv/ }));
  await press(page.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }));
  await press(page.getByRole("button", { name: "Send ansøgning" }));
  await expect(page).toHaveURL(/\/my\/applications\/[0-9a-f-]{36}$/);
  await expectDone(page, /Ansøgningen er sendt/);
  expect(interactions).toBeLessThanOrEqual(MOST);
});
