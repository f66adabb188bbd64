"use client";

import { useEffect, useState } from "react";
import type { FormAction } from "@/lib/core/action-state";
import { dropFile, keepFile, listFiles } from "./device-store";
import { FileSender, type SenderView } from "./file-sender";

function later(work: () => void, ms: number) {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** The sender of a page's files: takes up what this device still has of the observation, and is told of the network. */
export function useDeviceFiles(person: string, observation: string, action: FormAction) {
  const [view, setView] = useState<SenderView>({ waiting: [], sending: null });
  const [sender] = useState(
    () => new FileSender({ action, keep: keepFile, drop: dropFile, show: setView, later }),
  );
  useEffect(() => {
    let gone = false;
    void listFiles(person, observation).then((kept) => {
      if (!gone) sender.open(kept);
    });
    const back = () => void sender.flush();
    window.addEventListener("online", back);
    return () => {
      gone = true;
      window.removeEventListener("online", back);
      sender.close();
    };
  }, [sender, person, observation]);
  return { ...view, sender };
}

export type DeviceFiles = ReturnType<typeof useDeviceFiles>;
