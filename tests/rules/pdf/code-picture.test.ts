import decodeQr from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { codePicture } from "@/lib/pdf/code-picture";

const QUIET = 4;
const SCALE = 6;

/** The drawing as a camera would see it: what its strokes cover is black, in a quiet zone of four modules. */
function photographed(svg: string) {
  const modules = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const side = (modules + 2 * QUIET) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    const left = (Number(x) + QUIET) * SCALE;
    const top = (Number(y) + QUIET) * SCALE;
    for (let row = top; row < top + SCALE; row++)
      for (let column = left; column < left + Number(length) * SCALE; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  }
  return { width: side, height: side, data };
}

describe("the QR code of an address", () => {
  it.each([
    "https://praksis.example.org/verify/Zm9vYmFyYmF6cXV4MTIzNA",
    "https://bevis.ånge-blåbærgrød.example/verify/0-_zZ9",
    `https://praksis.example.org/verify/${"x".repeat(300)}`,
  ])("is read as %s", (address) => {
    expect(decodeQr(photographed(codePicture(address)))).toBe(address);
  });

  it("is the same for the same address, and another for another", () => {
    const address = "https://praksis.example.org/verify/a";
    expect(codePicture(address)).toBe(codePicture(address));
    expect(codePicture(address)).not.toBe(codePicture(`${address}b`));
  });

  it("has nothing around it: its corners are the corners of its marks", () => {
    const svg = codePicture("https://praksis.example.org/verify/a");
    const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    expect(svg).toContain('d="M0 0.5h7');
    expect(svg).toContain(`M${side - 7} 0.5h7`);
    expect(svg).toContain(`M0 ${side - 1}.5h7`);
  });
});
