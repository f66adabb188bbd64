import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { refusedState } from "@/lib/auth/action-answer";

vi.mock("@/lib/i18n/sentence", () => ({ sentence: async (key: string) => key }));

describe("what a form shows of a refusal", () => {
  const schema = z.object({ sessionIds: z.array(z.uuid()) });
  const shown = async (sessionIds: readonly string[]) => {
    const parsed = schema.safeParse({ sessionIds });
    if (parsed.success) throw new Error("is refused by its schema");
    const state = await refusedState({ kind: "invalid", issues: parsed.error.issues }, { sessionIds });
    return state.status === "error" ? Object.values(state.fieldErrors).flat().length : 0;
  };

  it("is everything that is wrong with it", async () => {
    expect(await shown(["x", "y"])).toBe(2);
  });

  it("is not a sentence for each of twenty thousand, which somebody made to keep us busy", async () => {
    expect(await shown(Array(20_000).fill("x"))).toBe(100);
  });
});
