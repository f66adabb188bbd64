/** An address of mail. Where it is longer than its line it breaks before the @ first, and not wherever the line ends. */
export function EmailAddress({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  return (
    <span className="max-w-full wrap-break-word">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}
