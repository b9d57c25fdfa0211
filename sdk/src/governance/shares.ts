/** A part of a whole in percent, to one decimal: "4.2 %"; what is more than nothing is never shown as nothing. */
export function formatShare(part: bigint, whole: bigint): string {
  if (whole === 0n || part === 0n) return "0 %";
  const tenths = (part * 2000n + whole) / (2n * whole);
  if (tenths === 0n) return "< 0.1 %";
  return tenths % 10n === 0n ? `${tenths / 10n} %` : `${tenths / 10n}.${tenths % 10n} %`;
}
