"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { StatusTag } from "@/components/ui/status-tag";
import { type DeviceDraft, findDraft, listDrafts, listFiles, personHere } from "../write/device-store";
import { ObservationForm } from "../write/observation-form";

const WRITE = /^\/assess\/observations\/([0-9a-f-]{36})\/write$/;
const QUIET_MS = 2_500;

type Found = {
  readonly person: string;
  readonly open: DeviceDraft | null;
  readonly all: readonly DeviceDraft[];
  /** The observations that files on this device belong to. */
  readonly filesOf: readonly string[];
};

async function find(path: string): Promise<Found | null> {
  const person = await personHere();
  if (person === null) return null;
  const id = WRITE.exec(path)?.[1];
  return {
    person,
    open: id ? await findDraft(person, id) : null,
    all: await listDrafts(person),
    filesOf: (await listFiles(person)).map((file) => file.observation),
  };
}

/** Whether the site answers: `navigator.onLine` only knows of a cable. */
async function answers(): Promise<boolean> {
  try {
    return (
      (await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(4_000) })).status < 502
    );
  } catch {
    return false;
  }
}

/** Opens the real page once the site answers again and nobody has typed for a moment; what is written is on the device by then. */
function useReturn(active: boolean) {
  useEffect(() => {
    if (!active) return;
    let typedAt = 0;
    const typed = () => {
      typedAt = Date.now();
    };
    const look = async () => {
      if (!navigator.onLine || Date.now() - typedAt < QUIET_MS) return;
      if ((await answers()) && Date.now() - typedAt >= QUIET_MS) location.reload();
    };
    const timer = setInterval(look, QUIET_MS);
    window.addEventListener("input", typed);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("input", typed);
      window.removeEventListener("online", look);
    };
  }, [active]);
}

function DeviceList({ drafts, filesOf }: { drafts: readonly DeviceDraft[]; filesOf: readonly string[] }) {
  const t = useTranslations("observations.device");
  if (drafts.length === 0) return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
  return (
    <ul className="grid">
      {drafts.map((draft) => (
        <li
          key={draft.id}
          className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-4 first:border-0"
        >
          <a href={`/assess/observations/${draft.id}/write`} className="font-medium">
            {t("draft", { name: draft.view.participant })}
          </a>
          {draft.fields || filesOf.includes(draft.id) ? (
            <StatusTag tone="warning">{t("unsent")}</StatusTag>
          ) : (
            <StatusTag tone="success">{t("sent")}</StatusTag>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * The observation form opened from the device, without network: the browser shows this in place of an assessor's page that it cannot
 * reach (public/observation-worker.js). At its own address it lists what the device keeps.
 */
export function DeviceObservations() {
  const t = useTranslations("observations.device");
  const [found, setFound] = useState<Found | null | undefined>(undefined);
  const [path, setPath] = useState("");
  useEffect(() => {
    setPath(location.pathname);
    void find(location.pathname).then(setFound);
  }, []);
  useReturn(path.startsWith("/assess"));
  if (found === undefined) return <p className="text-muted">{t("looking")}</p>;
  if (found?.open) {
    const { view } = found.open;
    return (
      <>
        <PageHeader kicker={t("kicker")} title={t("draft", { name: view.participant })} lead={t("lead")} />
        <ObservationForm observation={view} person={found.person} fromDevice />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} lead={t("listLead")} />
      <DeviceList drafts={found?.all ?? []} filesOf={found?.filesOf ?? []} />
    </>
  );
}
