"use client";

import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";

type CopyAddressProps = { address: string; label: string; done: string };

/** Copies the address of a public check. Before scripts have loaded, the address itself stands beside it. */
export function CopyAddress({ address, label, done }: CopyAddressProps) {
  async function copy() {
    await navigator.clipboard.writeText(address);
    showToast(done);
  }
  return (
    <Button tone="secondary" icon="copy" onClick={copy}>
      {label}
    </Button>
  );
}
