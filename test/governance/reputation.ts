import { type Address, type Hash, parseEther, parseEventLogs, zeroHash } from "viem";
import {
  createStudio,
  deployProtocol,
  type Protocol,
  type StudioClones,
  type StudioConfig,
} from "../helpers/protocol.ts";

/** A studio whose timelock and reputation the test holds in its hands. */
export interface Reputation {
  protocol: Protocol;
  clones: StudioClones;
  token: Awaited<ReturnType<typeof tokenOf>>;
  /** Grants as the timelock. */
  grant: (account: Address, amount: bigint, role?: Hash) => Promise<Hash>;
  /** Changes the half-life as the timelock. */
  setHalfLife: (seconds: number) => Promise<Hash>;
  /** Timestamp of the newest block. */
  now: () => Promise<bigint>;
  /** Back to the state after the set-up. */
  rewind: () => Promise<void>;
}

export const REP = parseEther("1");
export const DAY = 86_400;
export const EVIDENCE: Hash = "0x00000000000000000000000000000000000000000000000000000000000000e1";

const tokenOf = (protocol: Protocol, clones: StudioClones) =>
  protocol.connection.viem.getContractAt("ReputationToken", clones.reputation);

/** A studio on its own chain, its timelock impersonated. */
export async function setUpReputation(config: Partial<StudioConfig> = {}): Promise<Reputation> {
  const protocol = await deployProtocol();
  const clones = await createStudio(protocol, config);
  const { networkHelpers } = protocol.connection;
  await networkHelpers.setBalance(clones.timelock, parseEther("1000"));
  await networkHelpers.impersonateAccount(clones.timelock);
  const token = await tokenOf(protocol, clones);
  const snapshot = await networkHelpers.takeSnapshot();
  return {
    protocol,
    clones,
    token,
    grant: (account, amount, role = zeroHash) =>
      token.write.mint([account, amount, role, EVIDENCE], { account: clones.timelock }),
    setHalfLife: (seconds) => token.write.setHalfLife([seconds], { account: clones.timelock }),
    now: async () => BigInt(await networkHelpers.time.latest()),
    rewind: () => snapshot.restore(),
  };
}

/** Decoded events of one transaction, in order. */
export async function eventsOf({ protocol, token }: Reputation, hash: Hash) {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: token.abi, logs }).map(({ eventName, args }) => ({ eventName, args }));
}
