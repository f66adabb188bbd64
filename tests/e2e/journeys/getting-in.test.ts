import { connect } from "../../../lib/db/client.ts";
import { makeCohort } from "../../factories/cohorts.ts";
import { makeEnrolment } from "../../factories/enrolments.ts";
import { handIn, manager, writeApplication } from "../roles/applicant.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { row } from "../support/database.ts";
import { expectDone, field, fill, press } from "../support/form.ts";
import { tabTo } from "../support/keyboard.ts";
import { linkIn, mailTo } from "../support/mail.ts";
import { newcomer, signInAsNewcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

/** An open cohort of the demo's programme with one seat, which is taken. */
async function fullCohort(): Promise<{ id: string; slug: string }> {
  const db = connect(process.env.DATABASE_URL ?? "", 2);
  try {
    const model = await db.cohort.findFirstOrThrow({ where: { slug: "odense-foraar" } });
    const { id, slug } = await makeCohort(db, {
      programmeVersionId: model.programmeVersionId,
      state: "open",
      capacity: 1,
    });
    await makeEnrolment(db, { cohortId: id, state: "reserved" });
    return { id, slug };
  } finally {
    await db.$disconnect();
  }
}

test("a leader applies, a deputy approves by mail, and the offer from the queue is taken", async ({
  open,
}) => {
  test.setTimeout(180_000);
  const cohort = await fullCohort();
  const base = `/staff/cohorts/${cohort.id}`;
  const leader = newcomer("Skoleleder", "aadal.example");
  const deputy = { name: "Sonja Vikar", email: `sonja.${cohort.slug}@aadal.example` };
  const page = await open();

  await test.step("the leader applies", async () => {
    await page.goto("/sign-in");
    await signInAsNewcomer(page, leader.email, leader.name);
    await page.goto(`/programmes/${cohort.slug}/apply`);
    await expect(page.getByRole("navigation", { name: "Ansøgningens dele" })).toBeVisible();
    await writeApplication(page, "Ledere", "Jeg vil gøre det lettere at prøve noget af i vores skoler.");
    await handIn(page);
  });

  await test.step("the manager passes the question on, and the deputy approves without an account", async () => {
    const asked = await open();
    const mail = await mailTo(asked.request, manager.email, new RegExp(leader.name));
    const first = linkIn(mail, "/approve/");
    await asked.goto(first);
    await asked.getByText("Giv spørgsmålet videre til en anden leder").click();
    await expectAccessible(asked);
    await fill(asked, { Navn: deputy.name, "E-mail": deputy.email });
    await asked.getByRole("button", { name: "Giv videre" }).click();
    await expect(asked.getByText(/Du gav spørgsmålet videre til Sonja Vikar/)).toBeVisible();
    const answering = await open();
    await answering.goto(
      linkIn(await mailTo(answering.request, deputy.email, new RegExp(leader.name)), "/approve/"),
    );
    await answering.getByRole("button", { name: "Godkend", exact: true }).click();
    await expect(answering.getByText(/Deltagelsen blev godkendt/)).toBeVisible();
    await page.reload();
    await expect(page.getByText("Spørgsmålet er givet videre til Sonja Vikar")).toBeVisible();
  });

  const staff = await open({ email: "staff@komponent.example" });
  await test.step("staff read it by the keyboard and queue it, because the cohort is full", async () => {
    await staff.goto(`${base}/applications`);
    await expect(staff.getByText("Tastaturgenveje", { exact: true })).toBeVisible();
    // A key is for the page when its scripts have begun, which nothing on it shows.
    await expect(async () => {
      await staff.keyboard.press("j");
      await expect(staff.getByRole("heading", { name: leader.name })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await staff.keyboard.press("n");
    await expect(field(staff, "Ny note")).toBeFocused();
    await field(staff, "Ny note").fill("Har talt med lederen.");
    await staff.getByRole("button", { name: "Gem noten" }).click();
    await expectDone(staff, "Noten er gemt.");
    await staff.getByText("Læs brevet, før det sendes").first().click();
    await expect(staff.getByText(/Du står på venteliste/).first()).toBeVisible();
    await expectAccessible(staff);
    await staff.getByRole("heading", { name: leader.name }).click();
    await staff.keyboard.press("a");
    await expect(staff.getByRole("button", { name: "Sæt på venteliste som nr. 1" })).toBeFocused();
    await staff.keyboard.press("Enter");
    await expectDone(staff, /på ventelisten/);
  });

  await test.step("another seat is offered to the first in the queue, who takes it, once", async () => {
    await staff.goto(`${base}/settings`);
    await field(staff, "Antal pladser").fill("2");
    await staff.getByRole("button", { name: "Ret antallet" }).click();
    const offer = await mailTo(page.request, leader.email, /plads/i);
    await page.goto(linkIn(offer, "/my/offers/"));
    await page.getByRole("button", { name: "Tag pladsen" }).dblclick();
    await expect(page).toHaveURL(/\/my\/applications\//);
    await expectDone(page, "Pladsen er din.");
    const { seats } = await row<{ seats: number }>(
      "SELECT count(*)::int AS seats FROM seat s JOIN enrolment e ON e.id = s.enrolment_id JOIN person p ON p.id = e.person_id WHERE p.email = $1",
      [leader.email],
    );
    expect(seats).toBe(1);
  });
});

test("staff write a question, an applicant answers it, and several are declined by the keyboard alone", async ({
  open,
}) => {
  const cohort = await fullCohort();
  const base = `/staff/cohorts/${cohort.id}`;
  const staff = await open({ email: "staff@komponent.example" });
  await staff.goto(`${base}/form`);
  await staff.getByText("Tilføj et spørgsmål", { exact: true }).click();
  await fill(staff, { Spørgsmålet: "Hvad skal være anderledes om et år?" });
  await staff.getByRole("checkbox", { name: "Skal besvares" }).check();
  await press(staff, "Tilføj", "Spørgsmålet er gemt.");
  await expectAccessible(staff);

  const page = await open();
  const { email, name } = newcomer("Svarer", "aadal.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);
  await page.goto(`/programmes/${cohort.slug}/apply`);
  await writeApplication(page, "Ledere", "Jeg vil gøre det lettere at prøve noget af i vores skoler.");
  await fill(page, { "Hvad skal være anderledes om et år?": "Vi prøver af, før vi beslutter." });
  await handIn(page);

  const asked = await open();
  await asked.goto(linkIn(await mailTo(asked.request, manager.email, new RegExp(name)), "/approve/"));
  await asked.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(asked.getByText(/Deltagelsen blev godkendt/)).toBeVisible();

  await staff.goto(`${base}/applications`);
  const keys = staff.getByRole("checkbox", { name: "Brug genvejene på denne computer" });
  await staff.getByText("Tastaturgenveje", { exact: true }).click();
  await keys.uncheck();
  await staff.reload();
  await staff.keyboard.press("j");
  await expect(staff.getByRole("heading", { name })).toHaveCount(0);
  await staff.getByRole("link", { name: new RegExp(name) }).click();
  await expect(staff.getByText("Vi prøver af, før vi beslutter.")).toBeVisible();

  await staff.getByText("Tastaturgenveje", { exact: true }).click();
  await keys.check();
  await staff.keyboard.press("x");
  await expect(staff.getByRole("checkbox", { name: `Vælg ${name}` })).toBeChecked();
  await tabTo(staff, staff.getByText("Giv de valgte afslag", { exact: true }));
  await staff.keyboard.press("Enter");
  await tabTo(staff, staff.getByRole("textbox", { name: /^Begrundelse/ }).first());
  await staff.keyboard.type("Holdet er fuldt, og ventelisten er lang.");
  await tabTo(staff, staff.getByRole("button", { name: "Send afslagene" }));
  await staff.keyboard.press("Enter");
  await expectDone(staff, "Afslagene er behandlet. Se hver enkelt under listen.");
  await expect(staff.getByText("har fået afslag med begrundelsen")).toBeVisible();
});
