import { achievementImageUrl, achievementUrl } from "./addresses.ts";
import { CREDENTIAL_CONTEXTS, type JsonObject, listed } from "./json-ld.ts";

/** What a version of a scheme certifies, in one language. */
export type AchievementFacts = {
  readonly publicUrl: string;
  readonly frameworkVersionId: string;
  /** The scheme's version. */
  readonly version: number;
  /** BCP 47 */
  readonly language: string;
  readonly title: string;
  /** What whoever is certified has shown. */
  readonly scope: string;
  readonly criteria: readonly { readonly code: string; readonly name: string }[];
  /** The certifying body whose scheme it is: its DID once it has issued, its profile's address before. */
  readonly creator: { readonly id: string; readonly name: string };
};

/** Names the outcome on one criterion, for `result` to point to. */
export function resultDescriptionId(achievementId: string, code: string): string {
  return `${achievementId}#result-${encodeURIComponent(code)}`;
}

/** The place on the achievement's page where a criterion is described. */
function criterionAnchor(code: string): string {
  return encodeURIComponent(code);
}

function narrative({ scope, criteria }: AchievementFacts): string {
  const list = criteria.map(({ code, name }) => `- ${code}: ${name}`).join("\n");
  return list ? `${scope}\n\n${list}` : scope;
}

/** An Open Badges 3.0 Achievement: what is certified, on which criteria, by whom it was made. */
export function achievementOf(facts: AchievementFacts): JsonObject {
  const { publicUrl, frameworkVersionId, title, criteria } = facts;
  const id = achievementUrl(publicUrl, frameworkVersionId);
  const version = String(facts.version);
  return {
    id,
    type: ["Achievement"],
    name: title,
    description: facts.scope,
    criteria: { id, narrative: narrative(facts) },
    achievementType: "Certification",
    version,
    inLanguage: facts.language,
    creator: { id: facts.creator.id, type: ["Profile"], name: facts.creator.name },
    image: { id: achievementImageUrl(publicUrl, frameworkVersionId), type: "Image", caption: title },
    ...listed(
      "alignment",
      criteria.map(({ code, name }) => ({
        type: ["Alignment"],
        targetCode: code,
        targetName: name,
        targetUrl: `${id}#${criterionAnchor(code)}`,
        targetFramework: `${title}, ${version}`,
        targetType: "ceasn:Competency",
      })),
    ),
    ...listed(
      "resultDescription",
      criteria.map(({ code, name }) => ({
        id: resultDescriptionId(id, code),
        type: ["ResultDescription"],
        name: `${code}: ${name}`,
        resultType: "Status",
      })),
    ),
  };
}

/** The achievement as a document of its own. */
export function achievementDocumentOf(facts: AchievementFacts): JsonObject {
  return { "@context": CREDENTIAL_CONTEXTS, ...achievementOf(facts) };
}
