import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { slugOf } from "@/lib/core/ids";
import { moveInOrder } from "@/lib/core/move-in-order";
import type { Locale } from "@/lib/db/generated/enums";
import type { SchemeRules } from "../rules/content";
import { decideCode, decideNewCriterion, decideRemoving, decideSchemeRules } from "../rules/drafting";
import { FRAMEWORK_LOCALES } from "../rules/text-in";
import { type LoadedFramework, touchDraft } from "./load-framework";

/** Something in each of the three languages. */
export type InThree<T> = Readonly<Record<Locale, T>>;

/** What a draft asks for, and what it is called. */
export type SchemeWish = SchemeRules & {
  readonly texts: InThree<{ readonly title: string; readonly scope: string }>;
};

/** Writes what a draft asks for and what it is called in the three languages. */
export async function saveScheme(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  { texts, ...rules }: SchemeWish,
): Promise<void> {
  insist(decideSchemeRules(rules));
  await touchDraft(work, draft, seen, { action: "saved", data: rules });
  for (const locale of FRAMEWORK_LOCALES) {
    await work.tx.frameworkVersionText.upsert({
      where: { frameworkVersionId_locale: { frameworkVersionId: draft.id, locale } },
      create: { frameworkVersionId: draft.id, locale, ...texts[locale] },
      update: texts[locale],
    });
  }
}

/** Adds a criterion as the last of a draft, named in three languages; returns its id. */
export async function addCriterion(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  wish: { readonly code: string; readonly continues: string; readonly names: InThree<string> },
): Promise<string> {
  const used = await work.tx.criterion.findMany({
    where: { frameworkVersion: { frameworkId: draft.frameworkId } },
    select: { stableKey: true },
  });
  const { stableKey } = insist(
    decideNewCriterion({
      code: wish.code,
      continues: wish.continues,
      ownKey: slugOf(wish.names.en),
      others: draft.criteria,
      everUsed: used.map((each) => each.stableKey),
    }),
  );
  await touchDraft(work, draft, seen, { action: "criterionAdded" });
  const last = await work.tx.criterion.aggregate({
    where: { frameworkVersionId: draft.id },
    _max: { position: true },
  });
  const { id } = await work.tx.criterion.create({
    data: {
      frameworkVersionId: draft.id,
      position: (last._max.position ?? 0) + 1,
      code: wish.code,
      stableKey,
      texts: {
        create: FRAMEWORK_LOCALES.map((locale) => ({
          locale,
          name: wish.names[locale],
          description: "",
          indicators: [],
          levels: [],
        })),
      },
    },
    select: { id: true },
  });
  return id;
}

function criterionOf(draft: LoadedFramework, criterionId: string): LoadedFramework["criteria"][number] {
  return draft.criteria.find((each) => each.id === criterionId) ?? insist(refuse("notFound"));
}

/** A criterion's words in one language. */
export type CriterionWish = {
  readonly name: string;
  readonly description: string;
  readonly indicators: readonly string[];
  readonly levels: readonly string[];
};

/** Writes a criterion of a draft in the three languages. */
export async function saveCriterion(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  wish: {
    readonly criterionId: string;
    readonly code: string;
    readonly minOccasions: number;
    readonly texts: InThree<CriterionWish>;
  },
): Promise<void> {
  const { criterionId, code, minOccasions, texts } = wish;
  insist(decideCode(code, draft.criteria, criterionOf(draft, criterionId).code));
  await touchDraft(work, draft, seen, { action: "criterionSaved" });
  await work.tx.criterion.update({ where: { id: criterionId }, data: { code, minOccasions } });
  for (const locale of FRAMEWORK_LOCALES) {
    const { name, description, indicators, levels } = texts[locale];
    const words = { name, description, indicators: [...indicators], levels: [...levels] };
    await work.tx.criterionText.upsert({
      where: { criterionId_locale: { criterionId, locale } },
      create: { criterionId, locale, ...words },
      update: words,
    });
  }
}

/** Takes a criterion out of a draft. Its key stays what it was, so that a later version can take it up again. */
export async function removeCriterion(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  criterionId: string,
): Promise<void> {
  const { id } = criterionOf(draft, criterionId);
  insist(decideRemoving(draft.criteria.length));
  await touchDraft(work, draft, seen, { action: "criterionRemoved" });
  await work.tx.criterion.delete({ where: { id } });
}

/** Moves a criterion of a draft one place up or down. */
export async function moveCriterion(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  wish: { readonly criterionId: string; readonly direction: "up" | "down" },
): Promise<void> {
  const { id } = criterionOf(draft, wish.criterionId);
  await touchDraft(work, draft, seen, { action: "criterionMoved" });
  const order = moveInOrder(
    draft.criteria.map((each) => each.id),
    id,
    wish.direction,
  );
  // Positions are unique per version: everything steps aside first.
  const aside = await work.tx.criterion.aggregate({
    where: { frameworkVersionId: draft.id },
    _max: { position: true },
  });
  await work.tx.criterion.updateMany({
    where: { frameworkVersionId: draft.id },
    data: { position: { increment: (aside._max.position ?? 0) + order.length } },
  });
  for (const [index, each] of order.entries())
    await work.tx.criterion.update({
      where: { id: each },
      data: { position: index + 1 },
      select: { id: true },
    });
}
