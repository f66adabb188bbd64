import { Fragment } from "react";

const groups = (hash: string) => hash.match(/.{1,16}/g) ?? [];

/** A hash, to be compared by eye: it breaks in equal pieces, never before its last letter. What is copied is the hash alone. */
export function HashText({ children }: { children: string }) {
  return (
    <code className="text-sm wrap-anywhere">
      {groups(children).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one hash keep their places
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {group}
        </Fragment>
      ))}
    </code>
  );
}
