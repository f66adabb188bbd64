"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { showToast } from "./toast-store";

/** Opens the browser's own print dialog; the print styles do the rest. */
export function PrintButton() {
  const t = useTranslations("ui");
  return (
    <Button tone="secondary" icon="print" onClick={() => print()}>
      {t("print")}
    </Button>
  );
}

/** Copies a text (an address to share) and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("ui");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      showToast(t("copy.done"));
    } catch {
      showToast(t("copy.failed"), { tone: "danger" });
    }
  }
  return (
    <Button tone="secondary" icon="copy" onClick={copy}>
      {label}
    </Button>
  );
}
