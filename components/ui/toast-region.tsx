"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { IconButton } from "./button";
import { Icon, type IconName } from "./icon";
import { Progress } from "./progress";
import { dismissToast, showFlash, type Toast, type ToastTone, toastStore } from "./toast-store";
import { longWork } from "./work-store";

const looks: Record<ToastTone, { icon: IconName; colour: string }> = {
  success: { icon: "check", colour: "text-success" },
  info: { icon: "info", colour: "text-info" },
  danger: { icon: "alert", colour: "text-danger" },
};

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  const look = looks[toast.tone];
  useEffect(() => {
    // Errors stay until they are dismissed; everything else waits while a person reads or points at it (WCAG 2.2.1).
    if (held || toast.tone === "danger") return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.action ? 12_000 : 6_000);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <li
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="animate-rise pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-lg border border-line bg-surface py-1.5 ps-4 pe-1.5 shadow-overlay"
    >
      <Icon name={look.icon} className={look.colour} />
      <span className="grow py-1.5">{toast.message}</span>
      {toast.action ? (
        <button
          type="button"
          className="min-h-target px-2 font-medium text-accent underline"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      ) : null}
      <IconButton
        label={t("close")}
        icon="close"
        className="text-muted"
        onClick={() => dismissToast(toast.id)}
      />
    </li>
  );
}

/** Where toasts appear, and that some work takes a while: once, in the root layout. The region is there from the beginning, or readers miss the first one. */
export function ToastRegion() {
  const t = useTranslations("ui");
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.readOnServer);
  const working = useSyncExternalStore(longWork.subscribe, longWork.read, longWork.readOnServer);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a redirect is a new path, and brings the sentence along
  useEffect(showFlash, [path]);
  return (
    <section
      aria-label={t("toast.region")}
      aria-live="polite"
      data-noprint=""
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 lg:bottom-6"
    >
      <ul className="grid justify-items-center gap-2 lg:justify-items-end">
        {working ? (
          <li className="w-full max-w-md rounded-lg border border-line bg-surface p-4 shadow-overlay">
            <Progress label={t("working")} />
          </li>
        ) : null}
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}
