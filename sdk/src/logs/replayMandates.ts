import { type Address, type Client, getAddress, type Hash, type Hex, isAddressEqual, zeroAddress } from "viem";
import { MANDATE_EVENTS, type MandateEvent, MandateReplay, type ReplayedMandate } from "../agents/mandateReplay.ts";
import type { MandateActRecord, MandateRecord } from "../data/agentRecords.ts";
import { byGrant } from "../data/order.ts";
import { blockTimes } from "./blockTimes.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { modulesOf } from "./modulesOf.ts";

type Logged = MandateEvent & { mandates: Address; txHash: Hash };

const NUMBER_BITS = 40;

/** The low bits of a head number the acts. */
const numberIn = (head: Hex): bigint => BigInt.asUintN(NUMBER_BITS, BigInt(head));

/** Every mandate of a studio, out of the logs of its modules; see `StudioData`. */
export async function replayMandates(
  client: Client,
  { studioFactory, studio, ...range }: BlockRange & { studioFactory: Address; studio: Address },
): Promise<MandateRecord[]> {
  const modules = await modulesOf(client, { ...range, studioFactory, kind: "mandates", studio });
  const granted = new Map<Hex, { mandates: Address; grantedAt: bigint; lifetime: bigint }>();
  const replays = new Map(modules.map((module) => [module, new MandateReplay()]));
  for (const event of await eventsOf(client, range, modules)) {
    const { mandates, timestamp: grantedAt } = event;
    replays.get(mandates)?.apply(event);
    if (event.eventName !== "MandateGranted") continue;
    granted.set(event.args.mandateId, { mandates, grantedAt, lifetime: event.args.input.lifetime });
  }
  const replayed = [...replays.values()].flatMap((replay) => [...replay.mandates.values()]);
  return replayed
    .map((mandate) => {
      const { payees: _payees, calls: _calls, token, ...rest } = mandate;
      const { mandates = zeroAddress, grantedAt = 0n, lifetime = 0n } = granted.get(mandate.mandateId) ?? {};
      const spent = { token: token === zeroAddress ? undefined : token, spent: lifetime - mandate.left };
      return { ...rest, ...spent, mandates, grantedAt, acts: Number(numberIn(mandate.head)) };
    })
    .sort(byGrant);
}

/** Everything that an agent did for any studio, out of the logs of all modules; see `StudioData`. */
export async function replayMandateActs(
  client: Client,
  { studioFactory, agent, ...range }: BlockRange & { studioFactory: Address; agent: Address },
): Promise<MandateActRecord[]> {
  const modules = await modulesOf(client, { ...range, studioFactory, kind: "mandates" });
  const replays = new Map(modules.map((module) => [module, new MandateReplay()]));
  const acts: MandateActRecord[] = [];
  for (const event of await eventsOf(client, range, modules)) {
    const replay = replays.get(event.mandates);
    replay?.apply(event);
    if (event.eventName === "WindowSet") continue;
    const mandate = replay?.mandates.get(event.args.mandateId);
    const act = mandate && isAddressEqual(mandate.agent, agent) ? toAct(event, mandate) : undefined;
    if (act !== undefined) acts.push(act);
  }
  return acts;
}

/** Events of all modules with their times, in the order of the chain. */
async function eventsOf(client: Client, range: BlockRange, modules: Address[]): Promise<Logged[]> {
  if (modules.length === 0) return [];
  const timeOf = blockTimes(client);
  const logs = await fetchLogs(client, { ...range, address: modules, events: MANDATE_EVENTS });
  return Promise.all(
    logs.map(async (log) => {
      const { transactionHash: txHash, blockNumber } = log;
      const place = { mandates: getAddress(log.address), txHash, timestamp: await timeOf(blockNumber) };
      // The log's arguments belong to its name: viem decoded both from the same item.
      return { eventName: log.eventName, args: log.args, ...place } as Logged;
    }),
  );
}

/** Of an event that is an act; undefined for any other. */
function toAct(event: Logged, mandate: ReplayedMandate): MandateActRecord | undefined {
  const { timestamp, txHash } = event;
  const { mandateId, agent, token, policyHash, policyVersion } = mandate;
  const known = { mandateId, agent, policyHash, policyVersion, timestamp, txHash };
  if (event.eventName === "MandatePaid") {
    const { head, amount, payee, purpose } = event.args;
    return { ...known, kind: "paid", number: numberIn(head), head, amount, token, payee, purpose };
  }
  if (event.eventName === "MandateBought") {
    const { head, amount, seller: payee, purchaseId, offerId } = event.args;
    return { ...known, kind: "bought", number: numberIn(head), head, amount, token, payee, purchaseId, offerId };
  }
  if (event.eventName !== "MandateCalled") return undefined;
  const { head, target, selector, dataHash } = event.args;
  return { ...known, kind: "called", number: numberIn(head), head, amount: 0n, target, selector, dataHash };
}
