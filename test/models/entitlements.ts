/** What one account may do with one asset: the expiry of each usage, in unix seconds. */
export type PlainLicense = readonly [personal: bigint, commercial: bigint, advertising: bigint];

export const FOREVER = 2n ** 40n - 1n;

/** A purchase as this model sees it. */
export interface PlainPurchase {
  usages: { personal: boolean; commercial: boolean; advertising: boolean };
  duration: bigint;
  at: bigint;
}

/** Naive reading of the rule: each usage alone gets `max(expiry, now) + duration`; forever stays forever. */
export function extendPlainLicense(before: PlainLicense, { usages, duration, at }: PlainPurchase): PlainLicense {
  const bought = [usages.personal, usages.commercial, usages.advertising];
  const [personal, commercial, advertising] = before.map((expiry, index) => {
    if (bought[index] !== true || expiry === FOREVER) return expiry;
    const end = (expiry > at ? expiry : at) + duration;
    return end > FOREVER ? FOREVER : end;
  }) as [bigint, bigint, bigint];
  return [personal, commercial, advertising];
}

/** Whether a usage with this expiry is in force. */
export function isLive(expiry: bigint, at: bigint): boolean {
  return at < expiry;
}
