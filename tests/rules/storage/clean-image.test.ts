import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanImage } from "@/lib/storage/clean-image";

/** A photo held sideways, with everything that a camera writes into one. */
const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#c33" } })
    .jpeg()
    .withExif({
      IFD0: { Make: "Camera", Artist: "Anne Hansen" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "55/1 24/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

describe("a picture that is handed in", () => {
  it("keeps nothing of where, when, with what and by whom it was taken, and stands upright", async () => {
    const taken = await photo();
    expect(taken.includes("Anne Hansen"), "control: it is in there").toBe(true);
    const clean = await cleanImage(new Uint8Array(taken), "image/jpeg");
    if (!clean) throw new Error("unreachable");
    expect(Buffer.from(clean).includes("Anne Hansen")).toBe(false);
    const { exif, xmp, iptc, orientation, width, height } = await sharp(clean).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect([width, height]).toEqual([20, 40]);
  });

  it("is the same picture each time, so that it has one hash", async () => {
    const taken = new Uint8Array(await photo());
    expect(await cleanImage(taken, "image/jpeg")).toEqual(await cleanImage(taken, "image/jpeg"));
  });

  it("carries nothing behind its end", async () => {
    const drawing = await sharp({ create: { width: 4, height: 4, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    const clean = await cleanImage(Buffer.concat([drawing, Buffer.from("<script>")]), "image/png");
    expect(Buffer.from(clean ?? []).includes("<script>")).toBe(false);
  });

  it("is made smaller where it is larger than anybody needs", async () => {
    const wide = await sharp({ create: { width: 3000, height: 10, channels: 3, background: "#333" } })
      .png()
      .toBuffer();
    const clean = await cleanImage(wide, "image/png");
    expect((await sharp(clean ?? undefined).metadata()).width).toBe(2560);
  });

  it.each([
    ["half a picture", async () => (await photo()).subarray(0, 300)],
    ["the beginning of one", async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ])("is refused where it cannot be drawn: %s", async (_, bytes) => {
    expect(await cleanImage(new Uint8Array(await bytes()), "image/jpeg")).toBeNull();
  });
});
