/** The date in the user's time zone, as `2026-01-31`. A text is a time in ISO 8601. */
export function localDay(time: Date | string): string {
  const now = new Date(time);
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
