import type { StudioAddresses } from "@imprimatur/sdk";
import { type BuiltLot, buildLot } from "@imprimatur/sdk/lot";
import { DEFAULT_TERMS, type Judgment, type SignedBallot } from "@imprimatur/sdk/curation";
import { auditFromLogs } from "@imprimatur/sdk/logs";
import { type Address, type Hex, keccak256, numberToHex, sha256, stringToHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { openStudio, type Player, setStage, type Stage } from "./fixture.ts";
import { fund } from "./market.ts";

/** Accounts that are founders and curators. */
export const MEMBERS = [1, 2, 3, 4, 5];
export const REGISTRAR = 1;
export const RELAYER = 8;
export const PRODUCER = 9;
export const CHALLENGER = 10;
export const DAY = 86_400n;
export const EVIDENCE = keccak256(stringToHex("evidence"));

/** What the studio asks for once it has a token. */
export const TERMS = { ...DEFAULT_TERMS, bond: 1_000n, fee: 101n, challengeBond: 7n };

/** The key that a member's ballots are signed with. */
export const keyOf = (member: number): PrivateKeyAccount =>
  privateKeyToAccount(keccak256(stringToHex(`key of ${member}`)));

/** What every ballot of a panel names. */
export type Subject = { lotId: bigint; seed: Hex; charterVersion: number };

/** A studio whose five members judge what account 9 produces. */
export class Gate {
  readonly indices = new Map<number, number>();
  readonly lots = new Map<bigint, BuiltLot>();
  nonce = 0n;

  private constructor(
    readonly stage: Stage,
    readonly studio: StudioAddresses,
    readonly recipeId: Hex,
    readonly token: Address,
  ) {}

  /** On a fresh chain. */
  static async open(): Promise<Gate> {
    const stage = await setStage();
    const studio = await openStudio(stage, MEMBERS);
    const { networkHelpers } = stage.protocol.connection;
    await networkHelpers.impersonateAccount(studio.timelock);
    await networkHelpers.setBalance(studio.timelock, 10n ** 20n);
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    const recipe = { licensor: studio.timelock, kind: "work", split } as const;
    const { recipeId } = await stage.as(REGISTRAR, studio).registerRecipeAndWait(recipe);
    const gate = new Gate(stage, studio, recipeId, stage.protocol.addressOf("TestUSDC"));
    await gate.as(REGISTRAR).admitProducerAndWait({ producer: stage.addressOf(PRODUCER), quota: 100_000 });
    for (const member of MEMBERS) {
      const consent = { account: keyOf(member), curator: stage.addressOf(member) };
      const registered = await gate.as(member).registerCuratorAndWait(await gate.as(member).signCuratorKey(consent));
      gate.indices.set(member, registered.index);
    }
    for (const account of [REGISTRAR, PRODUCER, CHALLENGER]) {
      await fund(stage, "TestUSDC", stage.addressOf(account), 100_000n);
    }
    return gate;
  }

  /** With a token, terms that cost, and deposits. */
  static async openPaying(): Promise<Gate> {
    const gate = await Gate.open();
    const { token } = gate;
    await gate.as(REGISTRAR).setAuditTokenAndWait({ token, ...gate.byVote });
    await gate.as(REGISTRAR).setAuditTermsAndWait({ terms: TERMS, ...gate.byVote });
    for (const depositor of [PRODUCER, CHALLENGER]) await gate.as(depositor).fundDeposit({ amount: 50_000n });
    return gate;
  }

  /** Sends as the studio's timelock. */
  get byVote(): { account: Address } {
    return { account: this.studio.timelock };
  }

  /** What reading a lot's logs needs. */
  get contracts(): { assetRegistry: Address; curation: Address } {
    return { assetRegistry: this.stage.addresses.assetRegistry, curation: this.studio.curation };
  }

  as(account: number): Player {
    return this.stage.as(account, this.studio);
  }

  /** What does not agree between logs and storage. */
  async differences() {
    const { differences } = await auditFromLogs(this.stage.reader, { addresses: this.stage.addresses, fromBlock: 0n });
    return differences;
  }

  mine(blocks: number): Promise<void> {
    return this.stage.protocol.connection.networkHelpers.mine(blocks);
  }

  /** Commits a lot; the contents of two lots differ unless `content` says otherwise. */
  async commit(count: number, content: (i: number) => number = (i) => i): Promise<bigint> {
    this.nonce += 1n;
    const { nonce } = this;
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: this.stage.addresses.assetRegistry,
      producer: this.stage.addressOf(PRODUCER),
      nonce,
      recipeId: this.recipeId,
      recipeCommitment: keccak256("0x"),
      items: Array.from({ length: count }, (_, i) => ({
        name: `${i}`,
        mediaType: "image/png",
        bytes: 1,
        contentHash: sha256(numberToHex(content(i) + 1_000_000 * Number(nonce))),
      })),
    });
    await this.stage.as(PRODUCER).commitLotAndWait({ ...lot.input, gate: this.studio.curation });
    this.lots.set(lot.lotId, lot);
    return lot.lotId;
  }

  async draw(lotId: bigint) {
    await this.mine(33);
    await this.as(RELAYER).drawSeedAndWait({ lotId });
    return this.as(RELAYER).sampleLot({ lotId });
  }

  sign(member: number, subject: Subject, judgments: readonly Judgment[]): Promise<SignedBallot> {
    const { lotId, seed, charterVersion } = subject;
    const curator = this.indices.get(member) as number;
    return this.as(RELAYER).signAuditBallot({
      ...{ lotId, seed, charterVersion, judgments, curator, account: keyOf(member) },
    });
  }

  /** Everybody's ballot: these lanes are defective. */
  signAll(sample: Subject & { positions: readonly number[] }, defects: readonly number[] = []) {
    const judgments = sample.positions.map((_, lane): Judgment => (defects.includes(lane) ? "defect" : "ok"));
    return Promise.all(MEMBERS.map((member) => this.sign(member, sample, judgments)));
  }

  /** A lot that everybody has judged. */
  async close(count: number, defects: readonly number[] = [], content?: (i: number) => number): Promise<bigint> {
    const lotId = await this.commit(count, content);
    const sample = await this.draw(lotId);
    const { charterVersion } = sample;
    await this.as(RELAYER).closeAuditAndWait({ lotId, charterVersion, ballots: await this.signAll(sample, defects) });
    return lotId;
  }

  /** Settles a round of a lot that is final. */
  async settle(lotId: bigint, round = 0) {
    const { outcome, judgments } = await this.as(RELAYER).getOutcome({ lotId, round });
    return this.as(RELAYER).settleLotAndWait({ lotId, round, outcome, judgments });
  }
}
