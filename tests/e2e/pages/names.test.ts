/** What a screen reader is told: the accessibility tree of the frames and of a few screens on which much depends. */
import { row } from "../support/database.ts";
import { expect, test } from "../support/test.ts";

test("the public frame has its landmarks and names", async ({ open }) => {
  const page = await open();
  await page.goto("/verify");
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Gå til indholdet"
    - banner:
      - link "Praksis, forsiden"
      - navigation "Hovedmenu":
        - list:
          - listitem:
            - link "Uddannelser"
          - listitem:
            - link "Viden"
          - listitem:
            - link "Arrangementer"
          - listitem:
            - link "Kontrollér et certifikat"
      - link "Log ind"
    - main:
      - heading "Kontrollér et certifikat" [level=1]
      - textbox "Certifikatets nummer"
      - textbox "Indehaverens navn"
      - button "Kontrollér"
    - contentinfo:
      - navigation:
        - list:
          - listitem:
            - link "Kontakt"
          - listitem:
            - link "Kontrollér et certifikat"
          - listitem:
            - link "Åbenhed"
          - listitem:
            - link "Tilgængelighedserklæring"
          - listitem:
            - link "Persondata"
  `);
});

test("an area's frame says where one is", async ({ open }) => {
  const page = await open({ email: "assessor@copi.example", viewport: { width: 1280, height: 900 } });
  await page.goto("/assess/visits");
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Gå til indholdet"
    - banner:
      - link "Praksis, forsiden"
      - link
      - button "Søg eller gå til"
    - navigation:
      - list:
        - listitem:
          - link "Kø"
        - listitem:
          - link "Besøg"
        - listitem:
          - link "Observationer"
        - listitem:
          - link "Kriterier"
    - main:
      - heading [level=1]
  `);
  const frame = page
    .getByRole("navigation")
    .filter({ has: page.getByRole("link", { name: "Observationer" }) });
  await expect(frame.locator("[aria-current=page]:visible").first()).toHaveText("Besøg");
});

test("a certificate's standing is said in words, first", async ({ open }) => {
  const { public_id: id, name } = await row<{ public_id: string; name: string }>(
    "SELECT public_id, payload->'holder'->>'name' AS name FROM certificate WHERE state = 'issued' ORDER BY serial_number LIMIT 1",
  );
  const page = await open();
  await page.goto(`/verify/${id}`);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading /Certifikatet er/ [level=1]
  `);
  await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
});

test("a rating is a group of choices, each with its name and what it means", async ({ open }) => {
  const { id } = await row<{ id: string }>(
    "SELECT o.id FROM observation o JOIN person a ON a.id = o.assessor_id WHERE a.email = 'assessor@copi.example' AND o.state = 'draft' LIMIT 1",
  );
  const page = await open({ email: "assessor@copi.example" });
  await page.goto(`/assess/observations/${id}/write`);
  await expect(page.getByRole("group", { name: "Vurdering" }).first()).toMatchAriaSnapshot(`
    - group "Vurdering":
      - radio /^Ikke set /
      - radio /^Ikke nået /
      - radio /^Delvist nået /
      - radio /^Nået /
  `);
});
