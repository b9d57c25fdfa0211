/** What helps against refusals in words: of EntryPoint, Safe, Multicall3, Permit2's transfers, older tokens. */
const REASONS: readonly (readonly [beginning: string, hint: string])[] = [
  ["AA1", "The factory must create the account at the operation's sender, once."],
  ["AA21", "Give the account, its deposit at the EntryPoint or a paymaster what the gas costs."],
  ["AA22", "The operation's validity is over or has not begun: sign it again."],
  ["AA23", "The account refused to validate: does its owner sign?"],
  ["AA24", "The account's owner must sign exactly this operation on this chain."],
  ["AA25", "Another operation has this nonce: take the account's next one."],
  ["AA3", "The paymaster refuses or cannot pay: leave it out, or ask it again."],
  ["AA4", "Raise the operation's gas limits: estimate them again."],
  ["AA5", "Raise the operation's gas limits: estimate them again."],
  ["AA9", "Raise the operation's gas limits: estimate them again."],
  ["GS000", "The Safe is set up already."],
  ["GS01", "The Safe's call failed; simulate it alone to learn why."],
  ["GS02", "The Safe's owners must sign exactly this transaction, in the order of their addresses."],
  ["GS03", "Only the Safe itself may change its settings."],
  ["GS1", "The module is not enabled by the Safe."],
  ["GS2", "The owners or the threshold are not possible for the Safe."],
  ["Multicall3: call failed", "One call of the batch failed: send them alone to learn which."],
  ["TRANSFER_FROM_FAILED", "Approve the token to Permit2 first; the payer must hold the price."],
  ["ERC20: transfer amount exceeds", "The payer must hold the price."],
  ["ERC20: insufficient allowance", "Approve exactly the price to RoyaltySplitter first."],
  ["Blacklistable", "The token's issuer blocks an account."],
  ["Pausable: paused", "The token's issuer has stopped it; wait."],
];

/** What helps against a refusal in words; undefined where nobody knows it. */
export function hintOfReason(reason: string): string | undefined {
  return REASONS.find(([beginning]) => reason.startsWith(beginning))?.[1];
}
