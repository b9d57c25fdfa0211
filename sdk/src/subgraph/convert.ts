import { type Address, getAddress } from "viem";

/** The subgraph spells enums with a capital letter. */
export function decapitalize<Name extends string>(name: Capitalize<Name>): Name {
  return (name.charAt(0).toLowerCase() + name.slice(1)) as Name;
}

/** The address of an account, with its check sum. */
export const accountOf = ({ id }: { id: Address }): Address => getAddress(id);

/** The same of what may be absent. */
export const accountIn = (account: { id: Address } | null): Address | undefined =>
  account === null ? undefined : accountOf(account);
