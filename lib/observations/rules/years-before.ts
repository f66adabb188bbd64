/** The same moment `years` earlier in UTC; 29 February becomes 28 February where that year has none. */
export function yearsBefore(instant: Date, years: number): Date {
  const earlier = new Date(instant);
  earlier.setUTCFullYear(instant.getUTCFullYear() - years);
  // 29 February ran over into March: back to the last day of February.
  if (earlier.getUTCMonth() !== instant.getUTCMonth()) earlier.setUTCDate(0);
  return earlier;
}
