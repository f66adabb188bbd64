"""Checks credentials with what Debian ships and nothing from npm: python3-jwcrypto, python3-pyld, python3-cryptography.

Reads {"contexts": {url: document}, "jwts": [{"jws", "jwk"}], "embedded": [{"credential", "publicKeyMultibase"}]} from standard input and
writes one word per credential: "valid", "tampered".
"""

import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jwcrypto import jwk, jws
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


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


def check_jwt(given):
    token = jws.JWS()
    token.deserialize(given["jws"])
    token.allowed_algs = ["RS256"]
    try:
        token.verify(jwk.JWK(**given["jwk"]))
    except jws.InvalidJWSSignature:
        return "tampered"
    return "valid"


def hash_of(document):
    nquads = jsonld.normalize(
        document, {"algorithm": "URDNA2015", "format": "application/n-quads"}
    )
    return hashlib.sha256(nquads.encode("utf-8")).digest()


def check_embedded(given):
    """W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2: eddsa-rdfc-2022."""
    credential = dict(given["credential"])
    proof = dict(credential.pop("proof"))
    signature = multibase(proof.pop("proofValue"))
    proof["@context"] = credential["@context"]
    key = multibase(given["publicKeyMultibase"])
    if key[:2] != b"\xed\x01":
        raise ValueError("not an Ed25519 Multikey")
    try:
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(
            signature, hash_of(proof) + hash_of(credential)
        )
    except InvalidSignature:
        return "tampered"
    return "valid"


def main():
    given = json.load(sys.stdin)
    contexts = given["contexts"]

    def load(url, _options):
        if url not in contexts:
            raise jsonld.JsonLdError("not at hand: " + url, "offline")
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    jsonld.set_document_loader(load)
    answer = {
        "jwts": [check_jwt(each) for each in given["jwts"]],
        "embedded": [check_embedded(each) for each in given["embedded"]],
    }
    json.dump(answer, sys.stdout)


main()
