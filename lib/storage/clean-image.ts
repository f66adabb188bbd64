import sharp from "sharp";

/** No photo of a camera is wider; a picture that unpacks to more is no photo. */
const MOST_PIXELS = 60_000_000;
/** The longest side that is kept, in pixels: a whiteboard is readable, and a page of paper. */
const LONGEST_SIDE = 2560;

/**
 * A picture without anything that is not seen in it: where and when it was taken and with what (EXIF, GPS, XMP, comments, whatever
 * stands behind its end) are gone, because it is drawn anew from its pixels; turned as it was held, and no larger than needed. The same
 * bytes give the same picture. Null where it is no picture that can be drawn.
 */
export async function cleanImage(
  bytes: Uint8Array,
  mediaType: "image/jpeg" | "image/png",
): Promise<Uint8Array | null> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
  try {
    const drawn = mediaType === "image/jpeg" ? picture.jpeg({ quality: 84 }) : picture.png();
    return new Uint8Array(await drawn.toBuffer());
  } catch {
    return null;
  }
}
