/** Two forms on one page, and two people on one thing: nobody's change is overwritten unseen, and nobody is stopped by themselves. */
import { makeAgreement } from "../roles/planner.ts";
import { ownCohort } from "../support/cohort-fixture.ts";
import { expectDone, expectRefused, field, press } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

const STAFF = "staff@komponent.example";

test("what a colleague changed is not overwritten by a text begun before, though the page was drawn anew", async ({
  open,
}) => {
  const title = `Aftale ${Date.now()}`;
  const page = await open({ email: STAFF });
  await makeAgreement(page, {
    title,
    kind: "Internt hos én",
    from: "2031-01-01",
    to: "2031-12-31",
    partners: [/^Aadal/],
    targets: {},
  });
  await field(page, "Titel").fill(`${title}, min`);

  const colleague = await open({ email: STAFF });
  await colleague.goto(page.url());
  await field(colleague, "Titel").fill(`${title}, din`);
  await press(colleague, "Gem aftalen", "Aftalen er gemt.");

  // Seats carry no version: their answer draws the page with the colleague's title on top, and their version in the form.
  const seats = page.locator("form").filter({ has: page.getByRole("button", { name: "Gem pladserne" }) });
  await seats.getByLabel(/^Part$/).selectOption({ label: "Aadal Kommune" });
  await field(seats, "Antal pladser").fill("3");
  await seats.getByRole("button", { name: "Gem pladserne" }).click();
  await expectDone(page, "Pladserne er fordelt.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title}, din`);

  await page.getByRole("main").getByRole("button", { name: "Gem aftalen", exact: true }).click();
  await expectRefused(page, "Det er ændret, siden du åbnede siden.");
  await expect(field(page, "Titel")).toHaveValue(`${title}, min`);
  await colleague.reload();
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(`${title}, din`);
});

test("one's own step in another form of the page stops nobody", async ({ open }) => {
  const name = `Side om side ${Date.now()}`;
  const cohortId = await ownCohort("open", name);
  const page = await open({ email: STAFF });
  await page.goto(`/staff/cohorts/${cohortId}/settings`);
  await field(page, "Holdets navn").fill(`${name}, ny`);
  await field(page, "Antal pladser").fill("21");
  await press(page, "Ret antallet", "Antallet af pladser er ændret.");
  await press(page, "Gem", "Holdet er gemt.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name}, ny`);
});
