import type { CertificatePayload } from "./payload.ts";

/**
 * The address at which LinkedIn asks its member to add a certification (LinkedIn's "Add to profile", documented for certifying
 * organisations). Nothing is sent to LinkedIn before the holder opens it and says yes there.
 */
export function linkedInAddress(payload: CertificatePayload, title: string, verifyUrl: string): string {
  const [year = "", month = ""] = payload.issuedOn.split("-");
  const [endYear, endMonth] = payload.validUntilOn?.split("-") ?? [];
  const asked = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: title,
    organizationName: payload.certifyingBody.name,
    issueYear: year,
    issueMonth: String(Number(month)),
    ...(endYear && endMonth ? { expirationYear: endYear, expirationMonth: String(Number(endMonth)) } : {}),
    certUrl: verifyUrl,
    certId: payload.serialNumber,
  });
  // Spaces as in LinkedIn's own examples: `%20` means a space to whoever reads an address, `+` only to whoever reads it as a form.
  return `https://www.linkedin.com/profile/add?${asked.toString().replaceAll("+", "%20")}`;
}
