import { makeOrganisation } from "../../factories/organisations.ts";
import { grantRole } from "../../factories/people.ts";
import { makeCaseStage, withClient } from "../support/case-stage.ts";
import { row } from "../support/database.ts";
import { field, pressAndConfirm } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

test("the next version is written, compared, approved by two and taken into use", async ({ open }) => {
  const { certifiers } = await makeCaseStage();
  const writer = await open({ email: certifiers[0].email });
  await writer.goto("/certify/frameworks");
  await writer.getByRole("button", { name: "Skriv næste version" }).click();
  await expect(writer.getByRole("button", { name: "Godkend version" })).toBeVisible();
  const draft = writer.url();

  await writer.getByRole("link", { name: "Skriv K1", exact: true }).click();
  // The page before has a part in Danish as well: what is written must not land there.
  await writer.waitForURL(/\/criteria\//);
  await expect(writer.getByText("Kriterium i version 2", { exact: true })).toBeVisible();
  const danish = writer.getByRole("group", { name: "Dansk" });
  await field(danish, "Navn").fill("Leder processer, der lykkes");
  for (const language of ["Dansk", "Svensk", "Engelsk"])
    for (const level of ["Ikke nået", "Delvist nået", "Nået"])
      await writer
        .getByRole("group", { name: language })
        .getByRole("textbox", { name: new RegExp(`^${level}`) })
        .fill(`${level} (${language})`);
  await writer.getByRole("button", { name: "Gem", exact: true }).click();
  await writer.waitForURL(draft);
  await expect(writer.getByText("Delvist nået (Dansk)", { exact: true })).toBeVisible();

  await writer.getByRole("link", { name: "Sammenlign versioner" }).click();
  await expect(writer.getByRole("heading", { name: "Fra version 1 til 2" })).toBeVisible();
  await expect(writer.getByRole("heading", { name: /K1 Leder processer, der lykkes/ })).toBeVisible();

  await writer.goto(draft);
  await pressAndConfirm(
    writer,
    "Godkend version",
    "Godkend version",
    "Du har godkendt udkastet. Nu mangler en anden.",
  );
  await expect(writer.getByRole("button", { name: "Godkend version" })).toHaveCount(0);

  const second = await open({ email: certifiers[1].email });
  await second.goto(draft);
  await pressAndConfirm(
    second,
    "Godkend version",
    "Godkend version",
    "Versionen er godkendt af to og kan ikke ændres mere.",
  );
  await expect(second.getByText("Godkendt og klar til brug", { exact: true })).toBeVisible();
  await pressAndConfirm(second, "Tag i brug", "Tag i brug", "Versionen er taget i brug.");
  await expect(second.getByText("I brug og uforanderlig", { exact: true })).toBeVisible();

  // Who certifies for several bodies says for which one: of the demo's people nobody does.
  const other = await withClient(async (client) => {
    const made = await makeOrganisation(client, { kind: "certifying_body" });
    await grantRole(client, certifiers[1].id, "certifier", made.id);
    return made;
  });
  await second.goto("/certify/frameworks");
  const begin = second
    .locator("form")
    .filter({ has: second.getByRole("button", { name: "Begynd udkastet" }) });
  await field(begin, "Navn på dansk").fill("Ramme for lærende ledelse");
  await begin.getByRole("button", { name: "Begynd udkastet" }).click();
  const body = begin.getByRole("combobox", { name: "For hvilket certificerende organ?" });
  await expect(body, "none of them is chosen beforehand").toHaveAttribute("aria-invalid", "true");
  await body.selectOption({ label: other.name });
  await begin.getByRole("button", { name: "Begynd udkastet" }).click();
  await expect(second.getByRole("heading", { level: 1, name: /^Ramme for lærende ledelse/ })).toBeVisible();
  const { owner } = await row<{ owner: string }>(
    "SELECT f.certifying_body_id AS owner FROM framework f JOIN framework_version v ON v.framework_id = f.id WHERE v.id = $1",
    [second.url().split("/").at(-1)],
  );
  expect(owner).toBe(other.id);
});
