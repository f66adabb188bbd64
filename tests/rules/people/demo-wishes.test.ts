import { expect, it } from "vitest";
import { byWish, demoWishes } from "@/lib/people/rules/demo-wishes";

const emails = demoWishes.flatMap(({ wishes }) => wishes.map(({ email }) => email as string));

it("names each account and each wish once", () => {
  const keys = demoWishes.flatMap(({ wishes }) => wishes.map(({ key }) => key));
  expect(new Set(emails).size).toBe(emails.length);
  expect(new Set(keys).size).toBe(keys.length);
});

it("offers what there is, in the order of the wishes, and leaves the others over", () => {
  const accounts = ["staff2@komponent.example", "offered@soendermark.example", "newcomer@aadal.example"].map(
    (email) => ({ email }),
  );
  const { groups, others } = byWish(accounts);
  expect(groups.map(({ group, wishes }) => [group, wishes.map(({ key }) => key)])).toEqual([
    ["takePart", ["apply", "offer"]],
  ]);
  expect(others).toEqual([{ email: "staff2@komponent.example" }]);
});
