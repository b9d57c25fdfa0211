/** Numbers of the seats in a set of bits: bit n stands for seat n. */
export function seatsIn(bits: number): number[] {
  return Array.from({ length: 16 }, (_, seat) => seat).filter((seat) => ((bits >> seat) & 1) !== 0);
}
