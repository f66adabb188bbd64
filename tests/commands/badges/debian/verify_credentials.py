"""Checks credentials with what Debian ships and nothing from npm: python3-jwcrypto, python3-pyld, python3-cryptography.

Reads {"contexts": {url: document}, "published": {url: document}, "jwts": [jws], "embedded": [credential]} from standard input, where
"published" is everything that the site answers (keys, DID documents, status lists), and writes one word per credential: "valid", or the
one reason why not: "tampered", "unknown key", "expired", "revoked", "suspended", "status unknown".
"""

import base64
import gzip
import hashlib
import json
import sys
import time
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jwcrypto import jwk, jws
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class Refused(Exception):
    """Carries the reason."""


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    body = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return b"\0" * (len(text) - len(text.lstrip("1"))) + body


def multibase(text):
    if not text.startswith("z"):
        raise ValueError("not base58btc")
    return base58(text[1:])


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def check_jwt(token_text, published):
    """The credential inside a VC-JWT, whose key is the one at the address that its header names."""
    token = jws.JWS()
    token.deserialize(token_text)
    token.allowed_algs = ["RS256"]
    kid = token.jose_header.get("kid")
    key = published.get(kid)
    if key is None or key.get("kid") != kid:
        raise Refused("unknown key")
    try:
        token.verify(jwk.JWK(**key))
    except jws.InvalidJWSSignature:
        raise Refused("tampered")
    return json.loads(token.payload)


def hash_of(document):
    nquads = jsonld.normalize(
        document, {"algorithm": "URDNA2015", "format": "application/n-quads"}
    )
    return hashlib.sha256(nquads.encode("utf-8")).digest()


def key_of(proof, issuer, published):
    """The Multikey that the proof names, out of the DID document of the credential's own issuer."""
    did = issuer["id"] if isinstance(issuer, dict) else issuer
    document = published.get(did) or {}
    name = proof["verificationMethod"]
    if name not in document.get("assertionMethod", []):
        raise Refused("unknown key")
    for method in document["verificationMethod"]:
        if method["id"] == name and method["type"] == "Multikey":
            return multibase(method["publicKeyMultibase"])
    raise Refused("unknown key")


def check_embedded(given, published):
    """W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2: eddsa-rdfc-2022."""
    credential = dict(given)
    proof = dict(credential.pop("proof"))
    signature = multibase(proof.pop("proofValue"))
    proof["@context"] = credential["@context"]
    key = key_of(proof, credential["issuer"], published)
    if key[:2] != b"\xed\x01":
        raise ValueError("not an Ed25519 Multikey")
    try:
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(
            signature, hash_of(proof) + hash_of(credential)
        )
    except InvalidSignature:
        raise Refused("tampered")
    return credential


def check_end(credential):
    """The end that a JWT names in its claims, or else the credential's own."""
    until = credential.get("validUntil")
    end = credential.get("exp", until and datetime.fromisoformat(until.replace("Z", "+00:00")).timestamp())
    if end and end < time.time():
        raise Refused("expired")


def check_status(credential, published):
    """W3C Bitstring Status List 1.0, 3.2. A list that is not there, or that is not by the same issuer, says nothing."""
    for entry in credential["credentialStatus"]:
        signed = published.get(entry["statusListCredential"])
        if signed is None or signed["issuer"] != credential["issuer"]["id"]:
            raise Refused("status unknown")
        subject = check_embedded(signed, published)["credentialSubject"]
        if subject["statusPurpose"] != entry["statusPurpose"]:
            raise Refused("status unknown")
        bits = gzip.decompress(unpadded(subject["encodedList"][1:]))
        index = int(entry["statusListIndex"])
        if bits[index // 8] >> (7 - index % 8) & 1:
            raise Refused("revoked" if entry["statusPurpose"] == "revocation" else "suspended")


def verdict(check, given, published):
    try:
        credential = check(given, published)
        check_end(credential)
        check_status(credential, published)
    except Refused as refusal:
        return str(refusal)
    return "valid"


def main():
    given = json.load(sys.stdin)
    contexts, published = given["contexts"], given["published"]

    def load(url, _options):
        if url not in contexts:
            raise jsonld.JsonLdError("not at hand: " + url, "offline")
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    jsonld.set_document_loader(load)
    answer = {
        "jwts": [verdict(check_jwt, each, published) for each in given["jwts"]],
        "embedded": [verdict(check_embedded, each, published) for each in given["embedded"]],
    }
    json.dump(answer, sys.stdout)


main()
