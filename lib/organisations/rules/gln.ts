/** `text` without the spaces that people put between groups of digits. */
export function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/[\s -]/g, "");
}

/**
 * Whether `gln` is a Global Location Number, in Denmark "EAN-nummer": 13 digits of which the last is the check digit
 * (GS1 General Specifications 7.9: weights 1 and 3 in turn, modulo 10). All zeros passes the sum and is nobody's.
 */
export function isGln(gln: string): boolean {
  if (!/^\d{13}$/.test(gln) || /^0+$/.test(gln)) return false;
  const sum = [...gln].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
