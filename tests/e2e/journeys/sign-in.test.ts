import { expectAccessible } from "../support/accessibility.ts";
import { rows } from "../support/database.ts";
import { signInByFixture } from "../support/session.ts";
import { newcomer, requestLink, signInAsNewcomer, signInByLink } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const spent = { name: "Linket virker ikke længere" };
const confirm = { name: "Log ind", exact: true };

test("a link signs in once, and only by its button", async ({ open }) => {
  const page = await open();
  const { email, name } = newcomer("Gæst", "aadal.example");
  await page.goto("/sign-in");
  await expectAccessible(page);
  const link = await requestLink(page, email);
  await expectAccessible(page);

  // A mail scanner opens everything it sees.
  const scanner = await open();
  for (let times = 0; times < 3; times++) expect((await scanner.goto(link))?.status()).toBe(200);
  await scanner.goto("/my");
  await expect(scanner, "opening signs nobody in").toHaveURL(/\/sign-in\?callbackUrl=%2Fmy$/);

  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("main").getByRole("button", confirm).click();
  await expect(page.getByRole("heading", { name: "Velkommen til Praksis" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page).toHaveURL(/\/my$/);

  await scanner.goto(link);
  await expect(scanner.getByRole("heading", spent)).toBeVisible();
  await expectAccessible(scanner);
});

test("of two who press the button of one link, one is refused", async ({ open }) => {
  const page = await open();
  const { email } = newcomer("Gæst", "aadal.example");
  await page.goto("/sign-in");
  const link = await requestLink(page, email);
  const replay = await open();
  await Promise.all([page.goto(link), replay.goto(link)]);
  await page.getByRole("main").getByRole("button", confirm).click();
  await expect(page.getByRole("heading", { name: "Velkommen til Praksis" })).toBeVisible();
  await replay.getByRole("main").getByRole("button", confirm).click();
  await expect(replay.getByText(/Linket er brugt|Linket virker ikke/).first()).toBeVisible();
  await replay.goto("/my");
  await expect(replay).toHaveURL(/\/sign-in/);
});

test("a link is of no use after its ten minutes", async ({ open }) => {
  const page = await open();
  const { email } = newcomer("Gæst", "aadal.example");
  await page.goto("/sign-in");
  const link = await requestLink(page, email);
  const aged = await rows(
    "UPDATE sign_in_token SET created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes' WHERE email = $1 RETURNING id",
    [email],
  );
  expect(aged).toHaveLength(1);
  await page.goto(link);
  await expect(page.getByRole("heading", spent)).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", confirm)).toHaveCount(0);
});

test("the sign-in leads back to where one was, and never to another site", async ({ open }) => {
  const page = await open();
  const { email, name } = newcomer("Gæst", "aadal.example");
  await page.goto("/my/applications");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fmy%2Fapplications$/);
  await page.goto(await requestLink(page, email));
  await page.getByRole("main").getByRole("button", confirm).click();
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page).toHaveURL(/\/my\/applications$/);

  for (const elsewhere of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    const visitor = await open();
    await visitor.goto(`/sign-in?callbackUrl=${encodeURIComponent(elsewhere)}`);
    expect(await visitor.locator('input[name="callbackUrl"]').first().inputValue(), elsewhere).toBe("");
  }
  const visitor = await open();
  await visitor.goto("/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2Fmy");
  await visitor.goto(await requestLink(visitor, email));
  await visitor.getByRole("main").getByRole("button", confirm).click();
  await expect(visitor).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/my$/);
});

test("a request from another site's page signs nobody in", async ({ open, baseURL }) => {
  const page = await open();
  const { email } = newcomer("Gæst", "aadal.example");
  await page.goto("/sign-in");
  const link = new URL(await requestLink(page, email));
  const form = { token: link.searchParams.get("token") ?? "", email, callbackUrl: "/my" };
  for (const origin of ["https://evil.example", "null", undefined]) {
    const answer = await page.request.post("/api/auth/link", {
      form,
      headers: origin ? { Origin: origin } : {},
      maxRedirects: 0,
    });
    expect(answer.headers()["set-cookie"], String(origin)).toBeUndefined();
  }
  const own = await page.request.post("/api/auth/link", {
    form,
    headers: { Origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  expect(own.headers()["set-cookie"], "the same from our own page does").toContain("praksis.session=");
});

test("known and unknown addresses look the same", async ({ open }) => {
  const seen: string[] = [];
  for (const email of ["coordinator-2-unknown@aadal.example", "english@region-baeltet.example"]) {
    const page = await open();
    await page.goto("/sign-in");
    await requestLink(page, email);
    seen.push(`${new URL(page.url()).pathname} ${await page.getByRole("main").textContent()}`);
  }
  expect(seen[0]).toBe(seen[1]);
});

test("the sixth link within an hour is refused with a sentence", async ({ open }) => {
  const page = await open();
  const { email } = newcomer("Ivrig", "aadal.example");
  for (let times = 0; times < 5; times++) {
    await page.goto("/sign-in");
    await requestLink(page, email);
  }
  await page.goto("/sign-in");
  await page.getByLabel("E-mailadresse").fill(email);
  await page.getByRole("button", { name: "Send link", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /minut/ })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("somebody with two roles goes from one area to the other", async ({ open }) => {
  const page = await open();
  await signInByLink(page, "assessor-certifier@copi.example");
  await expect(page).toHaveURL(/\/assess$/);
  await page.getByLabel(/^Din menu/).click();
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "Skift område" })
    .getByRole("link", { name: "Certificering" })
    .click();
  await expect(page).toHaveURL(/\/certify$/);
  await page.getByLabel(/^Din menu/).click();
  const switcher = page.getByRole("navigation", { name: "Skift område" });
  await expect(switcher.getByRole("link", { name: "Certificering" })).toHaveAttribute(
    "aria-current",
    /true|page/,
  );
});

test("signing out ends the session, also for whoever kept its cookie", async ({ open }) => {
  const page = await open();
  const { email, name } = newcomer("Gæst", "aadal.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);
  const kept = await page.context().cookies();
  await page.getByLabel(/^Din menu/).click();
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/sign-in/);
  const thief = await open();
  await thief.context().addCookies(kept);
  await thief.goto("/my");
  await expect(thief).toHaveURL(/\/sign-in/);
});

test("a session ended on another device ends at the next request", async ({ open }) => {
  const { email, name } = newcomer("Gæst", "aadal.example");
  const phone = await open();
  await signInAsNewcomer(phone, email, name);
  const desk = await open();
  await signInByLink(desk, email);
  await desk.goto("/my/account");
  await desk.getByRole("button", { name: "Log ud alle steder" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Log ud alle steder" }).click();
  await expect(desk.getByText(/logget ud alle steder|Log ind/).first()).toBeVisible();
  await phone.goto("/my/account");
  await expect(phone).toHaveURL(/\/sign-in/);
});

test("on a device of several people a draft is its writer's alone, and signing out leaves none", async ({
  open,
  baseURL,
}) => {
  const page = await open({ email: "certifier2@copi.example" });
  const title = page.getByLabel("Casens titel");
  const someone = async (email: string) => {
    await signInByFixture(page.context(), baseURL ?? "", email);
    await page.goto("/certify/calibration");
    await expect(page.locator("[data-draft]"), "it has looked for a draft").toContainText(/Kladde/i);
  };
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /draft/.test(key)));
  await someone("certifier2@copi.example");
  await title.fill("Kun mine ord");
  await expect(page.getByText(/^Kladde gemt \d/)).toBeVisible();
  await someone("certifier3@copi.example");
  await expect(page.getByText("Kladden gemmes på denne enhed, mens du skriver.")).toBeVisible();
  await expect(title).toHaveValue("");
  await someone("certifier2@copi.example");
  await expect(title).toHaveValue("Kun mine ord");

  await page.getByLabel(/^Din menu/).click();
  await page.getByRole("button", { name: "Log ud", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Noget er ikke sendt endnu" });
  await expect(dialog).toContainText("En kladde til en formular ligger kun på denne enhed og slettes");
  await dialog.getByRole("button", { name: "Bliv her" }).click();
  expect(await drafts()).toHaveLength(1);
  await page.getByRole("button", { name: "Log ud", exact: true }).click();
  await dialog.getByRole("button", { name: "Slet det, og log ud" }).click();
  await expect(page).toHaveURL("/");
  expect(await drafts()).toEqual([]);
});
