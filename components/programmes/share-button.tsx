"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";

/** Hands the page's address to the device's own sharing, or copies it where there is none. */
export function ShareButton({ title, label }: { title: string; label: string }) {
  const t = useTranslations("ui");
  async function share() {
    const url = location.origin + location.pathname;
    try {
      if (navigator.share) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        showToast(t("copy.done"));
      }
    } catch (error) {
      // Whoever closes the sharing sheet has not failed.
      if (!(error instanceof DOMException && error.name === "AbortError"))
        showToast(t("copy.failed"), { tone: "danger" });
    }
  }
  return (
    <Button tone="secondary" icon="share" onClick={share}>
      {label}
    </Button>
  );
}
