/** Longer than any name of a person or a house is. */
const LONG = 24;

/** A part of an address, which asks for no more room than there is when it is as long as an address may be (64 + 255, RFC 5321 § 4.5.3.1). */
function Part({ text }: { text: string }) {
  return <span className={text.length > LONG ? "wrap-anywhere" : undefined}>{text}</span>;
}

/** An address of mail. Where it is longer than its line it breaks before the @ or its last dot, and not wherever the line ends. */
export function EmailAddress({ address }: { address: string }) {
  const at = Math.max(0, address.lastIndexOf("@"));
  const dot = Math.max(at, address.lastIndexOf("."));
  return (
    <span className="max-w-full wrap-break-word">
      <Part text={address.slice(0, at)} />
      <wbr />
      <Part text={address.slice(at, dot)} />
      <wbr />
      <Part text={address.slice(dot)} />
    </span>
  );
}
