import { expect } from "chai";
import type { Abi, Address, ContractErrorName, Hash } from "viem";
import type { Protocol } from "./protocol.ts";

/** Storage root of every contract of the protocol, and of `others`: the whole state but accounts' gas money. */
export async function storageOf(protocol: Protocol, others: Address[] = []): Promise<Record<Address, Hash>> {
  const addresses = [...Object.values(protocol.deployment).map(({ address }) => address), ...others];
  const proofs = await Promise.all(
    addresses.map((address) => protocol.publicClient.getProof({ address, storageKeys: [] })),
  );
  return Object.fromEntries(proofs.map(({ address, storageHash }) => [address, storageHash]));
}

/** Anything that carries its ABI: a contract of hardhat-viem. */
export interface Contract {
  abi: Abi;
  address: Address;
}

/** What is expected of a refused call. */
export interface Refusal<TContract extends Contract> {
  /** Contract that declares the error. */
  by: TContract;
  error: ContractErrorName<TContract["abi"]>;
  args: readonly unknown[];
  /** Contracts beyond the protocol's whose storage must not change either. */
  others?: Address[];
}

/** Asserts that a mined transaction reverts with exactly this error and leaves the whole state as it was. */
export async function expectRefused<const TContract extends Contract>(
  protocol: Protocol,
  call: () => Promise<Hash>,
  { by, error, args, others }: Refusal<TContract>,
): Promise<void> {
  const { assertions } = protocol.connection.viem;
  const before = await storageOf(protocol, others);
  // The arguments are checked at run time: their types depend on a name that only the caller knows.
  await assertions.revertWithCustomErrorWithArgs(call(), by, error, [...args] as never);
  expect(await storageOf(protocol, others)).to.deep.equal(before);
}
