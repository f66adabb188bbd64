const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1] as const;

/** Whether `number` is a Danish CVR number: eight digits, weights 2, 7, 6, 5, 4, 3, 2, 1, modulo 11, no leading zero. */
export function isCvr(number: string): boolean {
  if (!/^[1-9]\d{7}$/.test(number)) return false;
  const sum = CVR_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return sum % 11 === 0;
}

/**
 * Whether `number` is a Swedish organisationsnummer: ten digits, Luhn, and the third digit at least 2, which tells a
 * legal body from a person (Skatteverket, SKV 709). A sole trader's number is a personnummer and is not taken.
 */
export function isOrganisationsnummer(number: string): boolean {
  if (!/^[1-9]\d[2-9]\d{7}$/.test(number)) return false;
  const sum = [...number].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** Whether `number` (digits only) is one that the register of `country` (ISO 3166-1 alpha-2) gives out. False elsewhere. */
export function isRegistrationNumber(country: string, number: string): boolean {
  if (country === "DK") return isCvr(number);
  if (country === "SE") return isOrganisationsnummer(number);
  return false;
}
