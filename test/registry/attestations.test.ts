import { expect } from "chai";
import { type Address, getAddress, type Hash, hashTypedData, parseEventLogs, size, zeroAddress, zeroHash } from "viem";
import { connect, type Connection, type Wallet } from "../helpers/protocol.ts";
import {
  actorInput,
  ATTESTATION,
  ATTESTATION_TYPES,
  attestationInput,
  type AttestationInput,
  type AttestationsError,
  attestationsOf,
  domainOf,
  expectAttestationsRefused,
  OUTCOME,
  REVOCATION_TYPES,
  signStatement,
  SUBJECT,
  subjectOf,
} from "./attestations.ts";
import { assetIdOf, deployRegistry, GAS, hashOf, lotIdOf, ONE, type Registry } from "./registry.ts";

describe("registry/attestations", () => {
  let connection: Connection;
  let registry: Registry;
  let attestations: Awaited<ReturnType<typeof attestationsOf>>;
  let attester: Address;

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    attestations = await attestationsOf(registry);
    attester = getAddress(registry.licensor.account.address);
  });

  const attest = (input: AttestationInput, account: Address = attester): Promise<Hash> =>
    attestations.write.attest([input], { account, gas: GAS });
  const refuse = (input: AttestationInput, error: AttestationsError, args: readonly unknown[]) =>
    expectAttestationsRefused(registry, () => attest(input), error, args);
  const eventsOf = async (hash: Hash) => {
    const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    return parseEventLogs({ abi: attestations.abi, logs }).map(({ eventName, args }) => [eventName, args] as const);
  };
  /** Uid by viem's own EIP-712. */
  const uidOf = (input: AttestationInput, by: Address = attester): Hash =>
    hashTypedData({
      domain: domainOf(attestations.address),
      types: ATTESTATION_TYPES,
      primaryType: "Attestation",
      message: { attester: by, ...input },
    });
  const now = () => connection.networkHelpers.time.latest();

  describe("refuses", () => {
    it("a statement whose time to make it is over, down to the second", async () => {
      const deadline = BigInt((await now()) + 100);
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      expect((await eventsOf(await attest(attestationInput({ deadline })))).length).to.equal(1);
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1n);
      await refuse(attestationInput({ deadline }), "AttestationsLate", [deadline]);
      await refuse(attestationInput({ deadline: 0n }), "AttestationsLate", [0n]);
    });

    it("one that counts no more, down to the second", async () => {
      const validUntil = (await now()) + 100;
      await connection.networkHelpers.time.setNextBlockTimestamp(validUntil - 1);
      expect((await eventsOf(await attest(attestationInput({ validUntil })))).length).to.equal(1);
      await connection.networkHelpers.time.setNextBlockTimestamp(validUntil);
      await refuse(attestationInput({ validUntil }), "AttestationsExpired", [validUntil, validUntil + 1]);
    });

    it("no subject, ids that are too large for their kind, and kinds that this cannot be said of", async () => {
      const widths = [
        [SUBJECT.account, ATTESTATION.biasAudit, 160n],
        [SUBJECT.lot, ATTESTATION.copyrightCheck, 224n],
        [SUBJECT.asset, ATTESTATION.copyrightCheck, 248n],
      ] as const;
      for (const [subjectKind, kind, width] of widths) {
        for (const subject of [zeroHash, subjectOf(1n << width), subjectOf(2n ** 256n - 1n)]) {
          await refuse(attestationInput({ kind, subjectKind, subject }), "AttestationsInvalidSubject", [subject]);
        }
        await attest(attestationInput({ kind, subjectKind, subject: subjectOf((1n << width) - 1n) }));
      }
      const allowed: Record<number, number[]> = {
        [ATTESTATION.actor]: [SUBJECT.account],
        [ATTESTATION.humanOversight]: [SUBJECT.recipe, SUBJECT.lot, SUBJECT.asset],
        [ATTESTATION.copyrightCheck]: [SUBJECT.recipe, SUBJECT.lot, SUBJECT.asset],
        [ATTESTATION.biasAudit]: [SUBJECT.account, SUBJECT.recipe, SUBJECT.lot, SUBJECT.asset],
        [ATTESTATION.c2paVerification]: [SUBJECT.lot, SUBJECT.asset],
        [ATTESTATION.performanceReport]: [SUBJECT.account, SUBJECT.recipe, SUBJECT.lot, SUBJECT.asset],
        [ATTESTATION.licenseRating]: [SUBJECT.recipe, SUBJECT.lot, SUBJECT.asset, SUBJECT.offer],
      };
      for (const kind of Object.values(ATTESTATION)) {
        for (const subjectKind of Object.values(SUBJECT)) {
          const input =
            kind === ATTESTATION.actor
              ? actorInput(attester, { subjectKind })
              : attestationInput({ kind, subjectKind, subject: subjectOf(attester) });
          if (allowed[kind]?.includes(subjectKind) === true) await attest(input);
          else await refuse(input, "AttestationsInvalidSubject", [input.subject]);
        }
      }
    });

    it("a score above the whole, and a text of more than 256 bytes", async () => {
      await refuse(attestationInput({ score: ONE + 1 }), "AttestationsInvalidScore", [ONE + 1, ONE]);
      await attest(attestationInput({ score: ONE }));
      for (const text of ["x".repeat(257), "ä".repeat(129), "x".repeat(20_000)]) {
        const length = BigInt(new TextEncoder().encode(text).length);
        await refuse(attestationInput({ text }), "AttestationsLongText", [length, 256n]);
      }
      await attest(attestationInput({ text: "ä".repeat(128) }));
    });

    it("an actor by another account, without a DID, with an outcome or a score; the agent flag elsewhere", async () => {
      const other = getAddress(registry.stranger.account.address);
      await refuse(actorInput(other), "AttestationsForeignActor", [attester, subjectOf(other)]);
      const subject = subjectOf(attester);
      for (const wrong of [{ text: "" }, { outcome: OUTCOME.positive }, { score: 1 }]) {
        await refuse(actorInput(attester, wrong), "AttestationsInvalidActor", [subject]);
      }
      const input = attestationInput({ agent: true });
      await refuse(input, "AttestationsInvalidActor", [input.subject]);
    });

    it("checks and audits without an outcome; reports and ratings need none", async () => {
      const { humanOversight, copyrightCheck, biasAudit, c2paVerification, ...numbers } = ATTESTATION;
      for (const kind of [humanOversight, copyrightCheck, biasAudit, c2paVerification]) {
        const input = attestationInput({ kind, outcome: OUTCOME.none });
        await refuse(input, "AttestationsMissingOutcome", [input.subject]);
        for (const outcome of [OUTCOME.negative, OUTCOME.inconclusive]) await attest({ ...input, outcome });
      }
      for (const kind of [numbers.performanceReport, numbers.licenseRating]) {
        await attest(attestationInput({ kind, outcome: OUTCOME.none }));
      }
    });

    it("numbers that are no kind, subject or outcome, without a word", async () => {
      const wrong = [{ kind: 7 }, { subjectKind: 5 }, { outcome: 4 }];
      for (const field of wrong) {
        const call = attest(attestationInput(field));
        await connection.viem.assertions.revert(call);
      }
    });

    it("signatures of somebody else, of another statement, of nothing, and by nobody", async () => {
      const input = attestationInput();
      const stranger = registry.stranger;
      const uid = uidOf(input);
      const signature = await signStatement(registry, registry.licensor, input);
      const attempts: [AttestationInput, Address, Hash][] = [
        [input, attester, await signStatement(registry, stranger, input)],
        [input, attester, "0x"],
        [input, attester, `${signature.slice(0, -2)}00` as Hash],
      ];
      for (const [statement, by, bytes] of attempts) {
        await expectAttestationsRefused(
          registry,
          () => attestations.write.attestBySignature([statement, by, bytes], { gas: GAS }),
          "AttestationsInvalidSignature",
          [by, uid],
        );
      }
      for (const by of [getAddress(stranger.account.address), zeroAddress]) {
        await expectAttestationsRefused(
          registry,
          () => attestations.write.attestBySignature([input, by, signature], { gas: GAS }),
          "AttestationsInvalidSignature",
          [by, uidOf(input, by)],
        );
      }
    });

    it("a signature re-aimed in any single field", async () => {
      const input = attestationInput();
      const signature = await signStatement(registry, registry.licensor, input);
      const changes: Partial<AttestationInput>[] = [
        { kind: ATTESTATION.biasAudit },
        { subjectKind: SUBJECT.lot, subject: subjectOf(5n) },
        { subject: subjectOf(5n) },
        { outcome: OUTCOME.negative },
        { score: 1 },
        { validUntil: 2 ** 39 },
        { evidence: hashOf("other") },
        { referenceId: hashOf("other") },
        { text: "other" },
        { salt: hashOf("other") },
        { deadline: input.deadline - 1n },
      ];
      for (const change of changes) {
        const other = { ...input, ...change };
        await expectAttestationsRefused(
          registry,
          () => attestations.write.attestBySignature([other, attester, signature], { gas: GAS }),
          "AttestationsInvalidSignature",
          [attester, uidOf(other)],
        );
      }
      const [actor, person] = [true, false].map((agent) => actorInput(attester, { agent })) as [
        AttestationInput,
        AttestationInput,
      ];
      const signed = await signStatement(registry, registry.licensor, person);
      await expectAttestationsRefused(
        registry,
        () => attestations.write.attestBySignature([actor, attester, signed], { gas: GAS }),
        "AttestationsInvalidSignature",
        [attester, uidOf(actor)],
      );
    });
  });

  it("emits every field of every kind under the digest that the attester would sign, and keeps nothing", async () => {
    const lotId = lotIdOf(attester, 5n);
    const subjects = {
      [SUBJECT.account]: subjectOf(attester),
      [SUBJECT.recipe]: hashOf("recipe"),
      [SUBJECT.lot]: subjectOf(lotId),
      [SUBJECT.asset]: subjectOf(assetIdOf(lotId, 7)),
      [SUBJECT.offer]: hashOf("offer"),
    };
    const inputs = [
      actorInput(attester, { agent: true, referenceId: subjectOf(8_004n) }),
      attestationInput({ kind: ATTESTATION.humanOversight, subjectKind: SUBJECT.recipe }),
      attestationInput({ kind: ATTESTATION.copyrightCheck, subjectKind: SUBJECT.lot }),
      attestationInput({ kind: ATTESTATION.biasAudit, subjectKind: SUBJECT.account, outcome: OUTCOME.negative }),
      attestationInput({ kind: ATTESTATION.c2paVerification, subjectKind: SUBJECT.asset, text: "" }),
      attestationInput({ kind: ATTESTATION.performanceReport, subjectKind: SUBJECT.asset, evidence: zeroHash }),
      attestationInput({ kind: ATTESTATION.licenseRating, subjectKind: SUBJECT.offer }),
    ].map((input) => ({ ...input, subject: subjects[input.subjectKind as keyof typeof subjects] }));
    const proof = () => registry.protocol.publicClient.getProof({ address: attestations.address, storageKeys: [] });
    const before = (await proof()).storageHash;
    for (const input of inputs) {
      const uid = uidOf(input);
      expect(await attestations.read.uidOf([input, attester])).to.equal(uid);
      expect(await eventsOf(await attest(input))).to.deep.equal([
        ["Attested", { uid, attester, subject: input.subject, input }],
      ]);
    }
    expect((await proof()).storageHash).to.equal(before);
  });

  it("takes the same statement by call and by signature, from anybody, as one and the same", async () => {
    const input = attestationInput({ salt: hashOf("both") });
    const signature = await signStatement(registry, registry.licensor, input);
    const direct = await eventsOf(await attest(input));
    const account = registry.relayer.account;
    const relayed = await eventsOf(
      await attestations.write.attestBySignature([input, attester, signature], { account, gas: GAS }),
    );
    expect(relayed).to.deep.equal(direct);
  });

  it("takes statements of contract accounts, by their call and by ERC-1271", async () => {
    const owner: Wallet = registry.stranger;
    const wallet = await connection.viem.deployContract("ContractWallet", [owner.account.address]);
    const address = getAddress(wallet.address);
    const input = actorInput(address, { agent: true, text: "did:ethr:wallet" });
    const signature = await signStatement(registry, owner, input, address);
    const [[, args] = []] = await eventsOf(
      await attestations.write.attestBySignature([input, address, signature], { gas: GAS }),
    );
    expect(args).to.deep.equal({ uid: uidOf(input, address), attester: address, subject: input.subject, input });
  });

  it("hashes texts of any length as EIP-712 does", async () => {
    for (const text of ["", "x", "x".repeat(31), "x".repeat(32), "x".repeat(33), '\u0000\u202e"<script>']) {
      const input = attestationInput({ text });
      expect(await attestations.read.uidOf([input, attester]), `${size(subjectOf(attester))}`).to.equal(uidOf(input));
    }
  });

  describe("revocation", () => {
    it("is the attester's alone, by call and by signature, and is not repeated", async () => {
      const uid = uidOf(attestationInput({ salt: hashOf("to revoke") }));
      const revoke = () => attestations.write.revoke([uid], { account: attester, gas: GAS });
      expect(await attestations.read.isRevoked([attester, uid])).to.equal(false);
      expect(await eventsOf(await revoke())).to.deep.equal([["AttestationRevoked", { uid, attester }]]);
      expect(await attestations.read.isRevoked([attester, uid])).to.equal(true);
      await expectAttestationsRefused(registry, revoke, "AttestationsRevoked", [attester, uid]);

      const other = uidOf(attestationInput({ salt: hashOf("to revoke, signed") }));
      const sign = (wallet: Wallet, by: Address = attester) =>
        wallet.signTypedData({
          domain: domainOf(attestations.address),
          types: REVOCATION_TYPES,
          primaryType: "Revocation",
          message: { attester: by, uid: other },
        });
      const revokeSigned = async (wallet: Wallet, by: Address = attester) => {
        const signature = await sign(wallet, by);
        return attestations.write.revokeBySignature([other, by, signature], { gas: GAS });
      };
      const stranger = getAddress(registry.stranger.account.address);
      await expectAttestationsRefused(registry, () => revokeSigned(registry.stranger), "AttestationsInvalidSignature", [
        attester,
        other,
      ]);
      const events = await eventsOf(await revokeSigned(registry.licensor));
      expect(events).to.deep.equal([["AttestationRevoked", { uid: other, attester }]]);
      await expectAttestationsRefused(registry, () => revokeSigned(registry.licensor), "AttestationsRevoked", [
        attester,
        other,
      ]);
      await revokeSigned(registry.stranger, stranger);
      expect(await attestations.read.isRevoked([stranger, other])).to.equal(true);
    });

    it("by somebody else touches nothing of the attester's", async () => {
      const input = attestationInput({ salt: hashOf("mine") });
      const uid = uidOf(input);
      await attestations.write.revoke([uid], { account: registry.stranger.account });
      expect(await attestations.read.isRevoked([attester, uid])).to.equal(false);
      expect((await eventsOf(await attest(input))).length).to.equal(1);
    });
  });
});
