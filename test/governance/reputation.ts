import { type Address, type Hash, type Hex, parseEther, parseEventLogs, zeroHash } from "viem";
import {
  createStudio,
  deployProtocol,
  type Protocol,
  type StudioClones,
  type StudioConfig,
  type Wallet,
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

/** Lets the chain send transactions of an account that no wallet holds the key of. */
export async function impersonate({ protocol }: Reputation, account: Address): Promise<Address> {
  const { networkHelpers } = protocol.connection;
  await networkHelpers.setBalance(account, parseEther("1000"));
  await networkHelpers.impersonateAccount(account);
  return account;
}

/** What both accounts of a migration sign. */
export interface Move {
  from: Address;
  to: Address;
  nonce: bigint;
  deadline: bigint;
}

/** A signature of a migration by whoever holds the wallet. */
export async function signMove({ token, protocol }: Reputation, signer: Wallet, move: Move): Promise<Hex> {
  return signer.signTypedData({
    account: signer.account,
    domain: {
      name: await token.read.name(),
      version: "1",
      chainId: await protocol.publicClient.getChainId(),
      verifyingContract: token.address,
    },
    types: {
      AccountMigration: [
        { name: "from", type: "address" },
        { name: "to", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "AccountMigration",
    message: { ...move },
  });
}

/** Starts to move one wallet's reputation to another's. */
export async function startMove(studio: Reputation, from: Wallet, to: Wallet): Promise<Hash> {
  const { token, now } = studio;
  const nonce = await token.read.nonces([from.account.address]);
  const move = { from: from.account.address, to: to.account.address, nonce, deadline: (await now()) + 3_600n };
  const signatures = [await signMove(studio, from, move), await signMove(studio, to, move)] as const;
  return token.write.startAccountMigration([move.from, move.to, move.deadline, ...signatures]);
}

/** Moves one wallet's reputation to another's; the wait included. */
export async function moveAccount(studio: Reputation, from: Wallet, to: Wallet): Promise<Hash> {
  await startMove(studio, from, to);
  await studio.protocol.connection.networkHelpers.time.increase(7 * DAY);
  return studio.token.write.finishAccountMigration([from.account.address]);
}

/** Decoded events of one transaction, in order. */
export async function eventsOf({ protocol, token }: Reputation, hash: Hash) {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: token.abi, logs }).map(({ eventName, args }) => ({ eventName, args }));
}
