import { row } from "../support/database.ts";
import { field } from "../support/form.ts";
import { choose, tabTo, type } from "../support/keyboard.ts";
import { newcomer, signInAsNewcomer } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("the first Tab leads past the menu", async ({ open }) => {
  const page = await open();
  await page.goto("/programmes");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Gå til indholdet" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("an application is written and handed in by the keyboard alone", async ({ open }) => {
  const page = await open();
  const { email, name } = newcomer("Tastatur", "aadal.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);
  await page.goto("/programmes/odense-foraar/apply");
  await expect(page.getByRole("combobox", { name: "Organisation" })).toHaveAttribute(
    "aria-autocomplete",
    "list",
  );
  await tabTo(page, page.getByLabel("Jeg søger som"));
  await page.keyboard.type("Led");
  await tabTo(page, page.getByRole("combobox", { name: "Organisation" }));
  await page.keyboard.type("Klitborg");
  await expect(page.getByRole("option", { name: "Klitborg Kommune" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Organisation" })).toHaveValue("Klitborg Kommune");
  await type(page, field(page, "Stilling"), "Afdelingsleder");
  const track = page.getByRole("group", { name: "Hvilket spor vil du følge?" });
  await choose(page, track, track.getByRole("radio", { name: /^Ledere/ }));
  await type(page, field(page, "Motivation"), "Jeg vil lære at prøve noget af, før det er færdigt.");
  await type(page, field(page, "Hvilken opgave vil du bruge forløbet på?"), "Ventetiden på hjemmehjælp.");
  const leads = page.getByRole("group", { name: "Leder du medarbejdere?" });
  await choose(page, leads, leads.getByRole("radio", { name: "Nej" }));
  const payer = page.getByRole("group", { name: "Hvem betaler?" });
  await choose(page, payer, payer.getByRole("radio", { name: "Jeg betaler selv" }));
  await tabTo(page, page.getByRole("checkbox", { name: /Oplysningerne er rigtige/ }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Send ansøgning" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my\/applications\//);
});

test("what is wrong with a form takes the focus and leads to its fields", async ({ open }) => {
  const page = await open();
  const { email, name } = newcomer("Fejl", "aadal.example");
  await page.goto("/sign-in");
  await signInAsNewcomer(page, email, name);
  await page.goto("/programmes/odense-foraar/apply");
  await expect(page.getByRole("combobox", { name: "Organisation" })).toHaveAttribute(
    "aria-autocomplete",
    "list",
  );
  const send = page.getByRole("button", { name: "Send ansøgning" });
  await tabTo(page, send);
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "før du sender" });
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  await tabTo(page, summary.getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Jeg søger som")).toBeFocused();
});

test("an observation is rated and written by the keyboard alone", async ({ open }) => {
  const { id } = await row<{ id: string }>(
    "SELECT o.id FROM observation o JOIN person a ON a.id = o.assessor_id WHERE a.email = 'assessor@copi.example' AND o.state = 'draft' LIMIT 1",
  );
  const page = await open({ email: "assessor@copi.example" });
  await page.goto(`/assess/observations/${id}/write`);
  await expect(page.getByRole("textbox", { name: "Dag for observationen" })).toHaveAttribute("type", "text");
  const situation = field(page, "Situationen");
  await tabTo(page, situation);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("Et morgenmøde med fem sagsbehandlere.");
  const cards = page.getByRole("main").locator("ol > li[id^='criterion-']");
  for (const index of [3, 4]) {
    const group = cards.nth(index).getByRole("group", { name: "Vurdering" });
    const seen = group.getByRole("radio", { name: "Ikke set" });
    await choose(page, group, seen);
    await tabTo(page, cards.nth(index).getByLabel(/^Belæg/));
  }
  await expect(page.getByRole("status").filter({ hasText: /^Gemt \d/ })).toBeVisible();
  await page.reload();
  await expect(situation).toHaveValue("Et morgenmøde med fem sagsbehandlere.");
});

test("a case is read and decided by the keyboard alone", async ({ open }) => {
  const { id } = await row<{ id: string }>(
    `SELECT k.id FROM certification_case k JOIN case_recommendation r ON r.case_id = k.id JOIN person p ON p.id = r.recommender_id
     WHERE k.state = 'recommended' AND p.email = 'certifier2@copi.example' LIMIT 1`,
  );
  const page = await open({ email: "certifier3@copi.example" });
  await page.goto(`/certify/cases/${id}`);
  const outcome = page.getByRole("group", { name: "Afgørelse", exact: true });
  await choose(page, outcome, outcome.getByRole("radio", { name: /^Certificeret/ }));
  await type(page, field(page, "Hovedhensyn"), "Alle kriterier er set og nået ved to lejligheder.");
  await tabTo(page, page.getByRole("button", { name: "Træf afgørelsen" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Afgørelsen er truffet/).first()).toBeVisible();
});

test("menus and dialogs open, close and give the focus back", async ({ open }) => {
  const page = await open({ email: "staff@komponent.example" });
  await page.goto("/staff");
  const menu = page.getByLabel(/^Din menu/);
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Log ud" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Log ud" })).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});
