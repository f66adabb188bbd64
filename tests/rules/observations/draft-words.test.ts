import fc from "fast-check";
import { expect, it } from "vitest";
import { lostWords, step } from "./draft-editors";
import { empty, Server } from "./draft-stage";

it("loses no word of two editors in 1,000 random orders of typing, saving, losing the network and closing", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    expect(await lostWords(steps, new Server(empty))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 1000 });
});

it("does lose words where the server takes every version: the test above can fail", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const careless = new Server(empty);
    careless.careless = true;
    return (await lostWords(steps, careless)).length === 0;
  });
  expect((await fc.check(property, { numRuns: 1000 })).failed).toBe(true);
});
