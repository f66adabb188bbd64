import encodeQr from "qr";

/**
 * The QR code of an address as an SVG drawing, one unit a module, with nothing around it: whoever places it leaves the quiet zone of four
 * modules free. Error correction M, of the eight masks the one that the standard prefers (ISO/IEC 18004:2024, 7.8). Same address, same drawing.
 */
export function codePicture(address: string): string {
  // As bytes, and no shorter way to write a part of an address sought. A quiet zone is asked for because the library insists on one.
  const quiet = encodeQr(address, "raw", { ecc: "medium", encoding: "byte", border: 1 });
  const modules = quiet.slice(1, -1).map((row) => row.slice(1, -1));
  // Dark neighbours in a row are one stroke, so that no reader of the document shows a seam between them.
  const strokes = modules.flatMap((row, y) =>
    [...row.map(Number).join("").matchAll(/1+/g)].map(
      ({ 0: dark, index }) => `M${index} ${y}.5h${dark.length}`,
    ),
  );
  const { length } = modules;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${length} ${length}"><path stroke="#000" d="${strokes.join("")}"/></svg>`;
}
