"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Icon } from "./icon";

function subscribe(listener: () => void) {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Says that the connection is lost, and that nothing typed is. Once, in the root layout. */
export function ConnectionNotice() {
  const t = useTranslations("ui");
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" data-noprint="" className="fixed inset-x-0 top-16 z-30">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-sm font-medium text-warning">
          <Icon name="alert" />
          {t("failure.offline")}
        </p>
      )}
    </div>
  );
}
