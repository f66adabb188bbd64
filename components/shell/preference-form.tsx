"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useRef } from "react";

const address = "/preferences";

/**
 * The form behind the choice of language and of light or dark. Without scripts it is a POST that comes back to the page it was on.
 * With them it stores the choice and renders the page afresh in place: nothing typed anywhere on the page is lost, not even a
 * chosen file, and the focus stays.
 */
export function PreferenceForm({ returnTo, children }: { returnTo: string; children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  const back = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) throw new Error("refused");
    } catch {
      // Without a connection the choice waits; what is on the page is worth more than the choice.
      return;
    }
    const theme = data.get("theme");
    if (theme === "system") delete document.documentElement.dataset.theme;
    else if (typeof theme === "string") document.documentElement.dataset.theme = theme;
    router.refresh();
  }
  return (
    <form action={address} method="post" onSubmit={submit}>
      <input
        ref={back}
        type="hidden"
        name="returnTo"
        value={path ? path + (query ? `?${query}` : "") : returnTo}
        readOnly
        suppressHydrationWarning
      />
      {children}
    </form>
  );
}
