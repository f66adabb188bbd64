import { row } from "../support/database.ts";
import { linkIn, mailTo } from "../support/mail.ts";
import { newcomer, requestLink, signInAsNewcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const plain = { javaScriptEnabled: false };

test("signing in, applying and approving need no scripts", async ({ open }) => {
  const page = await open(plain);
  const { email, name } = newcomer("Ældreleder", "klitborg.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);

  await page.goto("/programmes/odense-foraar/apply");
  await page.getByLabel("Jeg søger som").selectOption({ label: "Leder" });
  await page.getByLabel("Organisation", { exact: true }).selectOption({ label: "Klitborg Kommune" });
  await page.getByLabel("Motivation").fill("Jeg vil lære at lede noget, der ikke er færdigt.");
  await page.getByRole("button", { name: "Gem kladde" }).click();
  await page.goto("/programmes/odense-foraar/apply");
  await expect(page.getByLabel("Motivation")).toHaveValue("Jeg vil lære at lede noget, der ikke er færdigt.");
  await expect(page.getByLabel("Organisation", { exact: true }).locator("option:checked")).toHaveText(
    "Klitborg Kommune",
  );

  await page.getByLabel("Stilling").fill("Områdeleder");
  await page.getByRole("radio", { name: /^Ledere/ }).check();
  // Without scripts every question is there, with its condition in words.
  await page.getByLabel("Hvilken opgave vil du bruge forløbet på?").fill("Ventetiden på hjemmehjælp.");
  await page.getByRole("radio", { name: "Nej", exact: true }).check();
  await expect(page.getByText(/Kun hvis du har svaret “Ja”/)).toBeVisible();
  await page.getByLabel("Lederens navn").fill("Bodil Hav");
  await page.getByLabel("Lederens e-mail").fill("bodil.hav@klitborg.example");
  await page.getByRole("radio", { name: "Min organisation betaler" }).check();
  await page.getByLabel(/EAN\/GLN-nummer/).fill("5790009900055");
  await page.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }).check();
  await page.getByRole("button", { name: "Send ansøgning" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "det sidste passer ikke" }).first()).toBeVisible();
  await expect(page.getByLabel("Motivation"), "nothing typed is lost").not.toHaveValue("");
  await page.getByLabel(/EAN\/GLN-nummer/).fill("5790009900054");
  await page.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }).check();
  await page.getByRole("button", { name: "Send ansøgning" }).click();
  await expect(page).toHaveURL(/\/my\/applications\//);

  const manager = await open(plain);
  const mail = await mailTo(manager.request, "bodil.hav@klitborg.example", new RegExp(name));
  await manager.goto(linkIn(mail, "/approve/"));
  await manager.getByRole("button", { name: "Sig nej" }).click();
  await expect(manager.getByText(/hvorfor/i).first()).toBeVisible();
  await manager.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(manager.getByText(/Deltagelsen blev godkendt/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Din leder har godkendt")).toBeVisible();
});

test("the catalogue is searched, a language chosen and a certificate checked without scripts", async ({
  open,
}) => {
  const page = await open(plain);
  await page.goto("/programmes");
  await page.getByLabel("Sted").selectOption({ label: "Aarhus" });
  await page.getByRole("main").getByRole("button", { name: "Vis", exact: true }).click();
  await expect(page).toHaveURL(/city=Aarhus/);
  await expect(page.getByText("Aarhus, lille hold").first()).toBeVisible();
  await expect(page.getByText("Odense, næste hold")).toHaveCount(0);

  const { serial_number, name } = await row<{ serial_number: string; name: string }>(
    "SELECT serial_number, payload->'holder'->>'name' AS name FROM certificate WHERE state = 'issued' ORDER BY serial_number LIMIT 1",
  );
  await page.goto("/verify");
  await page.getByLabel("Certifikatets nummer").fill(serial_number.toLowerCase());
  await page.getByLabel("Indehaverens navn").fill(name);
  await page.getByRole("main").getByRole("button", { name: "Kontrollér", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Certifikatet er");
  await page.locator("header details summary").last().click();
  await page.getByRole("button", { name: "Svenska" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByText(name).first(), "on the page one was on").toBeVisible();
});

test("an assessor's draft is saved without scripts", async ({ open }) => {
  const { id } = await row<{ id: string }>(
    "SELECT o.id FROM observation o JOIN person a ON a.id = o.assessor_id WHERE a.email = 'assessor@copi.example' AND o.state = 'draft' LIMIT 1",
  );
  const page = await open({ ...plain, email: "assessor@copi.example" });
  await page.goto(`/assess/observations/${id}/write`);
  await page.getByLabel(/^Hvad jeg lægger i det/).fill("Det er min tolkning, uden skrifter.");
  await page.getByRole("button", { name: "Gennemgå" }).click();
  await page.goto(`/assess/observations/${id}/write`);
  await expect(page.getByLabel(/^Hvad jeg lægger i det/)).toHaveValue("Det er min tolkning, uden skrifter.");
});

test("a link asked for without scripts comes to the same mailbox", async ({ open }) => {
  const page = await open(plain);
  await page.goto("/sign-in");
  const link = await requestLink(page, newcomer("Skrift", "aadal.example").email);
  expect(new URL(link).pathname).toBe("/sign-in/confirm");
});

test("an address beyond the end of a list leads to its last page, scripts or not", async ({ open }) => {
  for (const javaScriptEnabled of [false, true]) {
    const page = await open({ javaScriptEnabled });
    await page.goto("/verify/register?q=a&page=99");
    await expect(page).toHaveURL("/verify/register?q=a");
    await expect(page.getByRole("table")).toBeVisible();
  }
});

test("a page that is missing, or somebody else's, is said without scripts too", async ({ open }) => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const page = await open({ ...plain, email: "participant@fjordby.example" });
  for (const path of ["/programmes/nosuch", `/my/observations/${nobody}`, "/staff", "/nosuch/page"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "Siden findes ikke" }), path).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Se uddannelser" })).toBeVisible();
  }
  await expect(page, "said in full where one is").toHaveURL(/\/nosuch\/page$/);
});

test("a page that failed is said without scripts too, with the way to try again", async ({ open }) => {
  // Somebody registered at a time that no clock shows: their own page fails, and nobody else's.
  const { id } = await row<{ id: string }>(
    `INSERT INTO person (id, email, name, created_at) VALUES (gen_random_uuid(), 'uden.tid@' || gen_random_uuid() || '.example', 'Uden Tid', '-infinity')
     RETURNING id`,
  );
  const page = await open({ ...plain, email: "admin@praksis.example", mayFail: true });
  const answer = await page.goto(`/admin/people/${id}`);
  expect(answer?.status()).toBe(500);
  await expect(page).toHaveURL(/\/failed\?from=/);
  await expect(page.getByRole("heading", { name: "Noget gik galt hos os" })).toBeVisible();
  await row(`UPDATE person SET created_at = now() WHERE id = '${id}' RETURNING id`);
  await page.getByRole("link", { name: "Prøv igen" }).click();
  await expect(page.getByRole("heading", { name: "Uden Tid" })).toBeVisible();
});
