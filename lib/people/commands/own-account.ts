import "server-only";
import { personOf } from "@/lib/auth/acting";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import type { Work } from "@/lib/auth/work";
import { settings } from "@/lib/core/env";
import type { Locale } from "@/lib/db/generated/enums";

/** What somebody says of themself. An absent field stays as it is. */
export type OwnDetails = {
  readonly name: string;
  readonly locale: Locale;
  readonly phone?: string;
};

/** Writes what the acting person says of themself; the trail names which fields changed and not their content. */
export async function updateOwnAccount(work: Work, details: OwnDetails): Promise<void> {
  const id = personOf(work.acting);
  const before = await work.tx.person.findUniqueOrThrow({
    where: { id },
    select: { name: true, phone: true, locale: true },
  });
  const phone = details.phone === undefined ? before.phone : details.phone || null;
  await work.tx.person.update({
    where: { id },
    data: { name: details.name, locale: details.locale, phone, welcomedAt: work.now },
  });
  const changed = [
    before.name !== details.name && "name",
    before.phone !== phone && "phone",
    before.locale !== details.locale && "locale",
  ].filter(Boolean);
  await work.audit({
    stream: `person:${id}`,
    action: "person.updated",
    entity: "person",
    entityId: id,
    detail: { changed },
  });
}

/** Writes which language the acting person reads from now on: on the screens, in mails, in calendars and on certificates. */
export async function chooseLanguage(work: Work, locale: Locale): Promise<void> {
  const id = personOf(work.acting);
  const { count } = await work.tx.person.updateMany({
    where: { id, locale: { not: locale } },
    data: { locale },
  });
  await work.audit({
    stream: `person:${id}`,
    action: "person.updated",
    entity: "person",
    entityId: id,
    detail: { changed: count > 0 ? ["locale"] : [] },
  });
}

/** Writes the answers of the first sign-in's form; returns the path to go on to, one of ours. */
export async function welcomePerson(work: Work, details: OwnDetails, callbackUrl: string): Promise<string> {
  await updateOwnAccount(work, details);
  return callbackPath(callbackUrl, settings().publicUrl) || "/my";
}

/** Disconnects an identity provider's account from the acting person; whether there was one. Links still sign them in. */
export async function disconnectAccount(work: Work, accountId: string): Promise<boolean> {
  const personId = personOf(work.acting);
  const { count } = await work.tx.signInAccount.deleteMany({ where: { id: accountId, personId } });
  await work.audit({
    stream: `person:${personId}`,
    action: "signIn.accountDisconnected",
    entity: "person",
    entityId: personId,
    detail: { account: accountId },
  });
  return count > 0;
}
