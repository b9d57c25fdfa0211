import { expect } from "chai";
import { CommissionReplay, firstHead, hashAct, type MandateEvent, MandateReplay } from "@imprimatur/sdk/mandates";
import { type Address, getAddress, type Hex, keccak256, padHex, stringToHex, zeroHash } from "viem";

const account = (number: number): Address => getAddress(padHex(`0x${number.toString(16)}`, { size: 20 }));
const [AGENT, SPONSOR, PAYEE, TOKEN, GATE] = [1, 2, 3, 4, 5].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
];
const MANDATE = keccak256(stringToHex("mandate"));
const POLICY = keccak256(stringToHex("policy"));
const PURPOSE = keccak256(stringToHex("purpose"));
const START = 1_790_000_000n - (1_790_000_000n % 86_400n);

const granted: MandateEvent = {
  eventName: "MandateGranted",
  timestamp: START,
  args: {
    ...{ mandateId: MANDATE, agent: AGENT, number: 1n, account: GATE },
    input: {
      ...{ agent: AGENT, sponsor: SPONSOR, policyHash: POLICY, token: TOKEN, lifetime: 1_000n, quota: 10 },
      limits: { perTransaction: 100n, perPeriod: 150n, period: 86_400 },
      ...{ validUntil: Number(START) + 1_000_000, reviewAt: Number(START) + 500_000, payees: [PAYEE], calls: [] },
    },
  },
};
const listed: MandateEvent = {
  ...{ eventName: "PayeeListed", timestamp: START, args: { mandateId: MANDATE, payee: PAYEE, listed: true } },
};
const windowed: MandateEvent = {
  ...{ eventName: "WindowSet", timestamp: START, args: { token: TOKEN, cap: 220n, length: 7 * 86_400 } },
};

/** Payments, chained as a contract chains them. */
function payments(...amounts: [amount: bigint, after: bigint][]): MandateEvent[] {
  let head = firstHead(MANDATE);
  return amounts.map(([amount, after]) => {
    head = hashAct(head, POLICY, { act: "paid", payee: PAYEE, amount, purpose: PURPOSE });
    const args = { mandateId: MANDATE, payee: PAYEE, purpose: PURPOSE, amount, head };
    return { eventName: "MandatePaid", timestamp: START + after, args };
  });
}

function replay(events: readonly MandateEvent[]): MandateReplay {
  const replayed = new MandateReplay();
  for (const event of events) replayed.apply(event);
  return replayed;
}

const fields = ({ differences }: { differences: readonly { field: string }[] }) =>
  differences.map(({ field }) => field);

describe("replay of mandates", () => {
  const born = [windowed, granted, listed];

  it("counts periods, the lifetime and the window", () => {
    const replayed = replay([...born, ...payments([100n, 0n], [50n, 3_600n], [70n, 86_400n])]);
    expect(replayed.differences).to.deep.equal([]);
    expect(replayed.mandates.get(MANDATE)?.left).to.equal(780n);
    expect(replayed.spentAt(MANDATE, START + 86_400n)).to.equal(70n);
    expect(replayed.spentAt(MANDATE, START + 2n * 86_400n)).to.equal(0n);
    const window = replayed.windows.get(TOKEN)!;
    expect(window.spentAt(START + 86_400n)).to.equal(220n);
    expect(window.spentAt(START + 8n * 86_400n)).to.equal(70n);
    expect(window.spentAt(START + 9n * 86_400n)).to.equal(0n);
  });

  it("finds every act that should have been refused", () => {
    expect(fields(replay([...born, ...payments([101n, 0n])]))).to.deep.equal(["perTransaction"]);
    expect(fields(replay([...born, ...payments([100n, 0n], [51n, 1n])]))).to.deep.equal(["perPeriod"]);
    expect(fields(replay([...born, ...payments([100n, 0n], [100n, 86_400n], [21n, 172_800n])]))).to.deep.equal([
      "window",
    ]);
    expect(fields(replay([windowed, granted, ...payments([1n, 0n])]))).to.deep.equal(["payee"]);
    expect(fields(replay([...born, ...payments([1n, 1_000_000n])]))).to.deep.equal(["act"]);
    const revoked: MandateEvent = { eventName: "MandateRevoked", timestamp: START, args: { mandateId: MANDATE } };
    expect(fields(replay([...born, revoked, ...payments([1n, 0n])]))).to.deep.equal(["act"]);
    const poor = { ...granted.args, input: { ...(granted.args as { input: object }).input, lifetime: 120n } };
    const events = [
      windowed,
      { ...granted, args: poor } as MandateEvent,
      listed,
      ...payments([100n, 0n], [21n, 86_400n]),
    ];
    expect(fields(replay(events))).to.deep.equal(["left"]);
  });

  it("finds an act that is missing, another order, and another policy, by the log", () => {
    const [first, second] = payments([10n, 0n], [20n, 1n]) as [MandateEvent, MandateEvent];
    expect(fields(replay([...born, second]))).to.deep.equal(["head"]);
    expect(fields(replay([...born, second, first])).length).to.be.greaterThan(0);
    const changed: MandateEvent = {
      ...{ eventName: "PolicyChanged", timestamp: START },
      args: { mandateId: MANDATE, version: 2, policyHash: PURPOSE },
    };
    expect(fields(replay([...born, changed, first]))).to.deep.equal(["head"]);
  });

  it("finds lots beyond the quota, out of time and out of order", () => {
    const used = (nonce: bigint, count: bigint, after = 0n): MandateEvent => ({
      ...{ eventName: "QuotaUsed", timestamp: START + after },
      args: { mandateId: MANDATE, lotId: (BigInt(AGENT) << 64n) | nonce, used: count },
    });
    const first = 1n << 32n;
    expect(replay([...born, used(first, 4n), used(first + 3n, 10n)]).differences).to.deep.equal([]);
    expect(fields(replay([...born, used(first, 11n)]))).to.deep.equal(["used"]);
    expect(fields(replay([...born, used(first, 4n), used(first, 5n)]))).to.deep.equal(["nonce"]);
    expect(fields(replay([...born, used(first, 4n, 500_000n)]))).to.deep.equal(["QuotaUsed"]);
  });
});

describe("replay of commissions", () => {
  const COMMISSION = keccak256(stringToHex("commission"));
  const opened = {
    eventName: "CommissionOpened",
    args: {
      commissionId: COMMISSION,
      input: {
        ...{ token: TOKEN, salt: zeroHash },
        milestones: [{ assignee: AGENT, reward: 5n, deadline: 1, dependsOn: 0, brief: zeroHash as Hex }],
      },
    },
  } as const;
  const place = { commissionId: COMMISSION, milestone: 0 };
  const paid = { eventName: "MilestonePaid", args: { ...place, assignee: AGENT, amount: 5n } } as const;

  it("finds a reward that went twice, elsewhere, or in another amount", () => {
    const found = (...events: Parameters<CommissionReplay["apply"]>[0][]) => {
      const replayed = new CommissionReplay();
      for (const event of [opened, ...events]) replayed.apply(event);
      return { fields: fields(replayed), waiting: replayed.commissions.get(COMMISSION)?.waiting };
    };
    expect(found()).to.deep.equal({ fields: [], waiting: 5n });
    expect(found(paid)).to.deep.equal({ fields: [], waiting: 0n });
    const returned = { eventName: "MilestoneReturned", args: { ...place, amount: 5n } } as const;
    expect(found(paid, returned).fields).to.deep.equal(["MilestoneReturned"]);
    expect(found({ ...paid, args: { ...paid.args, assignee: PAYEE } }).fields).to.deep.equal(["MilestonePaid"]);
    expect(found({ ...paid, args: { ...paid.args, amount: 4n } }).fields).to.deep.equal(["MilestonePaid"]);
  });
});
