import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { MakeUpForm } from "@/components/attendance/make-up-form";
import { RollCallForm } from "@/components/attendance/roll-call-form";
import { SessionHead } from "@/components/attendance/session-head";
import { SessionMaterials } from "@/components/materials/session-materials";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { getRollCall } from "@/lib/attendance/queries/get-roll-call";
import { isRollOpen } from "@/lib/attendance/rules/entries";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { clientMessages } from "@/lib/i18n/client-messages";
import { listSessionMaterials } from "@/lib/materials/queries/list-session-materials";
import { decideHandingOut } from "@/lib/materials/rules/handing-out";
import { notesInWords } from "./notes-in-words";

type Props = { params: Promise<{ sessionId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("facilitation.view");
  const { sessionId } = await params;
  return (isId(sessionId) ? await getRollCall(acting, sessionId) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).theme };
}

export default async function SessionPage(props: Props) {
  const roll = await load(props);
  const t = await getTranslations("facilitate");
  const materials = await listSessionMaterials(await requireActor("facilitation.view"), roll.sessionId);
  const early = !isRollOpen(roll, new Date());
  const people =
    roll.people.length > 0 ? (
      <NextIntlClientProvider messages={await clientMessages("facilitate")}>
        <RollCallForm roll={roll} early={early} notes={await notesInWords(roll)} />
      </NextIntlClientProvider>
    ) : (
      <EmptyState icon="people" title={t("roll.emptyTitle")}>
        {t("roll.empty")}
      </EmptyState>
    );
  return (
    <>
      <SessionHead roll={roll} />
      {roll.state === "cancelled" ? (
        <Callout tone="warning" icon="ban" title={t("session.cancelled")}>
          {t("session.cancelledLead")}
        </Callout>
      ) : (
        <Section title={t("roll.title")} lead={t(early ? "roll.early" : "roll.lead")}>
          {people}
        </Section>
      )}
      {roll.state === "cancelled" ? null : <MakeUpForm roll={roll} />}
      <SessionMaterials
        sessionId={roll.sessionId}
        materials={materials}
        editable={decideHandingOut(roll.cohortState, roll.state).ok}
      />
    </>
  );
}
