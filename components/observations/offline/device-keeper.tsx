"use client";

import { useEffect } from "react";
import { welcome } from "../write/device-store";

const fresh = process.env.NODE_ENV === "development" ? "?fresh" : "";

/**
 * Makes the observation form ready to be opened without network: notes who writes on this device, and has the browser keep the form's
 * shell (public/observation-worker.js), which holds nobody's data. Once, in the frame of the assessor's area.
 */
export function DeviceKeeper({ person }: { person: string }) {
  useEffect(() => {
    void welcome(person);
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register(`/observation-worker.js${fresh}`, { scope: "/assess", updateViaCache: "none" })
      .then(() => navigator.serviceWorker.ready)
      // The shell is kept anew at every visit: it follows the language and the release.
      .then((registration) => registration.active?.postMessage("keep-shell"))
      // A private window, or a browser without: the form then works as long as its page stays open.
      .catch(() => undefined);
  }, [person]);
  return null;
}
