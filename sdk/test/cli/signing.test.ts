import { expect } from "chai";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { zeroHash } from "viem";
import { verifyFile } from "../../src/c2pa/verifyFile.ts";
import { readConfiguration } from "../../src/cli/config.ts";
import type { Io } from "../../src/cli/io.ts";
import { Session } from "../../src/cli/session.ts";
import { signFolder, type SigningOptions } from "../../src/cli/signing.ts";
import { drawPng, PRODUCER } from "../c2pa/fixtures.ts";
import { ALGORITHMS, issueCertificate } from "../helpers/certificates.ts";
import { expectError } from "../helpers/errors.ts";

describe("the signing of lot build", () => {
  let folder: string;
  let session: Session;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-signing-"));
    const directory = join(folder, "renders");
    await mkdir(directory);
    await writeFile(join(directory, "a.png"), drawPng(24));
    await writeFile(join(directory, "b.txt"), "words");
    for (const name of Object.keys(ALGORITHMS)) await issueCertificate(folder, name as keyof typeof ALGORITHMS);
    const stream = new PassThrough();
    const io: Io = {
      ...{ stdin: stream, stdout: stream, stderr: stream, interactive: false, env: {}, cwd: folder, home: folder },
      ...{ signal: new AbortController().signal, askPassword: () => Promise.resolve("") },
    };
    session = new Session(io, readConfiguration({}, io), { json: false, send: false, proposal: undefined });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const ids = { chainId: 31_337, assetRegistry: PRODUCER, producer: PRODUCER, nonce: 1n } as const;
  const signInto = (target: string, options: Partial<SigningOptions> = {}) =>
    signFolder(
      session,
      { sign: true, forbidTraining: false, ...options },
      {
        ...{ directory: join(folder, "renders"), files: ["a.png", "b.txt"], target: join(folder, target) },
        lot: { ...ids, recipeId: zeroHash, recipeCommitment: zeroHash },
      },
    );

  it("signs with a certificate and key of either kind, and writes no authority", async () => {
    for (const name of ["es256", "ed25519"] as const) {
      const given = { certificate: `${name}.crt`, key: `${name}.key`, model: "sdxl-1.0", forbidTraining: true };
      const signed = await signInto(name, given);
      expect(signed?.authority).to.equal(undefined);
      const [picture, words] = signed!.signatures;
      expect([picture!.problem, words!.problem?.name]).to.deep.equal([undefined, "MediaFormatError"]);
      const file = await readFile(join(signed!.directory, "a.png"));
      const { manifest, badge } = await verifyFile(file, {});
      expect([badge, manifest?.signature?.commonName]).to.deep.equal(["valid", `Press of ${name}`]);
      expect(manifest?.birth?.model).to.equal("sdxl-1.0");
      expect(manifest?.permissions).to.include({ ai_training: "notAllowed", ai_generative_training: "notAllowed" });
      expect(await readFile(join(signed!.directory, "b.txt"), "utf8")).to.equal("words");
    }
  });

  it("makes an authority for local use, and signs nothing where that is not asked for", async () => {
    const signed = await signInto("local");
    const trustAnchors = await readFile(signed!.authority!, "utf8");
    const { badge } = await verifyFile(await readFile(join(signed!.directory, "a.png")), { trustAnchors });
    expect(badge).to.equal("trusted");
    expect(await signInto("none", { sign: false })).to.equal(undefined);
  });

  it("refuses what cannot sign, before it writes anything", async () => {
    await writeFile(join(folder, "odd.crt"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    await writeFile(join(folder, "odd.key"), "no key");
    const refused: [Partial<SigningOptions>, RegExp][] = [
      [{ certificate: "es256.crt" }, /--certificate and --key go together/],
      [{ certificate: "es256.crt", key: "ed25519.key" }, /ed25519\.key is not the key of the first certificate/],
      [{ certificate: "es256.key", key: "es256.key" }, /es256\.key has no certificate/],
      [{ certificate: "odd.crt", key: "es256.key" }, /odd\.crt has a certificate that cannot be read/],
      [{ certificate: "es256.crt", key: "odd.key" }, /odd\.key is no private key that can be read/],
      [{ certificate: "es384.crt", key: "es384.key" }, /es384\.key is a key of another kind/],
      [{ certificate: "nowhere.crt", key: "es256.key" }, /nowhere\.crt cannot be read: there is none/],
      [{ sign: false, model: "sdxl-1.0" }, /give --sign too/],
      [{ sign: false, forbidTraining: true }, /give --sign too/],
    ];
    for (const [options, reason] of refused) {
      const error = await expectError("UsageError", () => signInto("refused", options));
      expect(error.message).to.match(reason);
    }
    await mkdir(join(folder, "there", "files"), { recursive: true });
    const { message } = await expectError("UsageError", () => signInto("there"));
    expect(message).to.match(/files cannot be written: it is there already/);
  });
});
