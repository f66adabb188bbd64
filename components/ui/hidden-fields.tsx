export type HiddenValues = Readonly<Record<string, string | number>>;

/** What an action needs to know without anybody writing it: which thing it is about, and the version that was read. */
export function HiddenFields({ values }: { values: HiddenValues }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} readOnly />
  ));
}
