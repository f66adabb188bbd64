/** An amount as a form shows it again: `12500`, `12500,50`. `parsePrice` reads the same amount from it. */
export function priceText(minor: number): string {
  const whole = Math.floor(minor / 100);
  return minor % 100 === 0 ? `${whole}` : `${whole},${String(minor % 100).padStart(2, "0")}`;
}

/**
 * What somebody typed as a price, in minor units (øre): `12.500`, `12 500`, `12500,50`, `12,500.50`; null where it is no
 * amount. A dot or comma before exactly three digits parts thousands; before one or two at the end it is the decimal sign.
 */
export function parsePrice(text: string): number | null {
  const compact = text.replace(/[\s ]/g, "");
  const parts = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!parts) return null;
  const whole = Number((parts[1] ?? "").replace(/[.,]/g, ""));
  const minor = Number((parts[2] ?? "").padEnd(2, "0"));
  const amount = whole * 100 + minor;
  return amount <= 2_000_000_000 ? amount : null;
}
