/**
 * The addresses that stand in credentials, and so stay for as long as anybody keeps one. `publicUrl` is the site's public origin,
 * without a slash at the end.
 */

/** The credential, and its id. */
export function badgeUrl(publicUrl: string, publicId: string): string {
  return `${publicUrl}/api/badges/${publicId}`;
}

/** One public key as a JWK, and its `kid`. */
export function keyUrl(publicUrl: string, thumbprint: string): string {
  return `${publicUrl}/api/keys/${thumbprint}`;
}

/** A Bitstring status list credential, and its id. */
export function statusListUrl(publicUrl: string, listId: string): string {
  return `${publicUrl}/api/status-lists/${listId}`;
}

/** An achievement, for people and for machines: what a version of a scheme certifies. */
export function achievementUrl(publicUrl: string, frameworkVersionId: string): string {
  return `${publicUrl}/achievements/${frameworkVersionId}`;
}

/** The profile of a certifying body as an issuer. */
export function issuerUrl(publicUrl: string, organisationId: string): string {
  return `${publicUrl}/api/badges/issuers/${organisationId}`;
}

/** The check for people. */
export function verifyUrl(publicUrl: string, publicId: string): string {
  return `${publicUrl}/verify/${publicId}`;
}

/** The picture of an achievement. */
export function achievementImageUrl(publicUrl: string, frameworkVersionId: string): string {
  return `${publicUrl}/api/badges/achievements/${frameworkVersionId}/image.svg`;
}

/** The DID of the host (did:web method: a port's colon is percent-encoded). */
export function hostDid(publicUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;
}

/**
 * The DID of a certifying body: the host's own for the one that owns it, otherwise one below it, whose document is at
 * `/api/badges/issuers/<id>/did.json` (did:web: colons are slashes).
 */
export function issuerDid(
  publicUrl: string,
  issuer: { readonly organisationId: string; readonly ownsHost: boolean },
): string {
  const host = hostDid(publicUrl);
  return issuer.ownsHost ? host : `${host}:api:badges:issuers:${issuer.organisationId}`;
}

/** The verification method of a key under a DID. */
export function verificationMethodOf(did: string, thumbprint: string): string {
  return `${did}#${thumbprint}`;
}
