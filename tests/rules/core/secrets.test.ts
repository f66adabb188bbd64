import { describe, expect, it } from "vitest";
import { randomPublicId, randomToken } from "@/lib/core/ids";
import { seal, unseal } from "@/lib/core/sealed-box";
import { idOfToken, signedToken } from "@/lib/core/signed-link";

const SECRET = "a secret of more than thirty-two bytes, for tests";
const ID = "01a20242-f625-7558-897e-655c2ffc36a5";

describe("a signed link", () => {
  const token = signedToken("approval", ID, SECRET);

  it("gives its id back", () => {
    expect(idOfToken("approval", token, SECRET)).toBe(ID);
  });

  it.each([
    ["another purpose", () => idOfToken("visit", token, SECRET)],
    ["another secret", () => idOfToken("approval", token, `${SECRET}.`)],
    ["another id", () => idOfToken("approval", token.replace("01a2", "01a3"), SECRET)],
    ["a cut signature", () => idOfToken("approval", token.slice(0, -1), SECRET)],
    ["no signature", () => idOfToken("approval", ID, SECRET)],
    ["something behind it", () => idOfToken("approval", `${token}.x`, SECRET)],
    ["nothing", () => idOfToken("approval", "", SECRET)],
  ])("is refused with %s", (_case, read) => {
    expect(read()).toBeNull();
  });
});

describe("a sealed box", () => {
  it("opens with its secret only, unchanged only, and looks different each time", () => {
    const box = seal("token æøå", SECRET);
    expect(unseal(box, SECRET)).toBe("token æøå");
    expect(box).not.toContain("token");
    expect(seal("token æøå", SECRET)).not.toBe(box);
    expect(() => unseal(box, "another secret of more than thirty-two bytes")).toThrow();
    const changed = Buffer.from(box, "base64url");
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(() => unseal(changed.toString("base64url"), SECRET)).toThrow();
  });
});

describe("random addresses", () => {
  it("carry 128 and 256 bits and never repeat", () => {
    expect(Buffer.from(randomPublicId(), "base64url")).toHaveLength(16);
    expect(Buffer.from(randomToken(), "base64url")).toHaveLength(32);
    expect(new Set(Array.from({ length: 1000 }, randomPublicId)).size).toBe(1000);
  });
});
