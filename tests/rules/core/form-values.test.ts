import { describe, expect, it } from "vitest";
import { formValues } from "@/lib/core/form-values";

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("formValues", () => {
  it("nests dotted names and numbers", () => {
    const values = formValues(
      form(["title", "A"], ["ratings.0.level", "reached"], ["ratings.1.level", "partly"], ["payer.gln", "5"]),
    );
    expect(values).toEqual({
      title: "A",
      ratings: [{ level: "reached" }, { level: "partly" }],
      payer: { gln: "5" },
    });
  });

  it("makes a list of a name that occurs twice, and of one that ends in []", () => {
    expect(formValues(form(["day", "1"], ["day", "2"], ["track[]", "a"]))).toEqual({
      day: ["1", "2"],
      track: ["a"],
    });
  });

  it.each(["", "blob", "undefined"])(
    "leaves out the framework's own fields and files that were not chosen: %j",
    (none) => {
      expect(formValues(form(["$ACTION_ID_x", "1"], ["file", new File([], none)], ["name", "A"]))).toEqual({
        name: "A",
      });
    },
  );

  it("keeps a chosen file that holds nothing, so that its form can say so", () => {
    const empty = new File([], "mødegange.csv");
    expect(formValues(form(["file", empty], ["file", new File([], "")]))).toEqual({ file: empty });
  });

  it.each([
    "__proto__.polluted",
    "constructor.prototype.polluted",
    "a.__proto__.polluted",
    "a.b.c.d.e.f.g",
    "list.999.x",
    "a b",
    "",
  ])("drops the hostile name %j", (name) => {
    expect(Object.keys(formValues(form([name, "1"])))).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("walks a form once, however many fields somebody sends, and takes in no more than a form of ours has", () => {
    const data = new FormData();
    for (let n = 0; n < 30_000; n += 1) data.append(`field${n}`, "");
    let walks = 0;
    const counted = new Proxy(data, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return (...given: unknown[]) => {
          walks += 1;
          return Reflect.apply(member, target, given);
        };
      },
    });
    expect(Object.keys(formValues(counted))).toHaveLength(20_000);
    expect(walks).toBe(1);
  });
});
