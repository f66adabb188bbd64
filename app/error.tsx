"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** A page that failed: a sentence, a way on, and the number under which the log has the rest. Never the error's own text. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("shell");
  const reference =
    error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  return (
    <div role="alert" className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-16">
      <h1 className="text-3xl">{t("error.title")}</h1>
      <p className="text-lg text-muted">{t("error.lead")}</p>
      <Button onClick={() => retry()} icon="refresh">
        {t("error.retry")}
      </Button>
      {reference ? <p className="text-sm text-muted">{t("error.reference", { reference })}</p> : null}
    </div>
  );
}
