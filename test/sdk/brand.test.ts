import { expect } from "chai";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { type GenerationRequest, type Generator, memoryWorkJournal } from "@imprimatur/sdk/agent";
import {
  calibrateBrandKit,
  type CalibratedKit,
  createBrandKit,
  type CreatedBrandKit,
  readBrandKit,
  scoreDrift,
} from "@imprimatur/sdk/brand";
import { buildLot } from "@imprimatur/sdk/lot";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { decodeImage } from "@imprimatur/sdk/node";
import { type ContentStore, digestOf, getBlock, memoryStore, readLot } from "@imprimatur/sdk/storage";
import { sha256, stringToBytes } from "viem";
import { assertSizes } from "../../sdk/src/brand/readBrandKit.ts";
import { drawn, HARBOR, NEON, referencesOf, type Style } from "../../sdk/test/brand/pictures.ts";
import { type AgentHouse, breaking, BRIEF, fails, openAgentHouse, work } from "./agentHouse.ts";

const BRAND = {
  ...{ name: "Harbor", tone: "Calm.", palette: [{ color: "#1d3557" }] },
  words: { required: [], forbidden: ["cheap"] },
};

describe("brand kits on the chain", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;
  let store: ContentStore;
  let made: CreatedBrandKit;
  let calibrated: CalibratedKit;
  let nonce = 0n;

  /** What the registrar's next lot of a recipe of this kind is built with. */
  async function place(kind: "style" | "work") {
    const { registrar, house } = stage;
    const { commitment } = commitRecipe({
      contents: { steps: [`kit ${++nonce}`] },
      secret: sha256(stringToBytes("kit")),
    });
    const { recipeId } = await registrar.registerRecipeAndWait({
      ...{ licensor: house.timelock, kind, commitment },
      split: [{ account: house.timelock, weight: 1_000_000 }],
    });
    const { assetRegistry } = addressesOf(house.protocol.deployment);
    const producer = house.registrar.account.address;
    return { chainId: 31_337, assetRegistry, producer, nonce, recipeId, recipeCommitment: commitment, store };
  }
  const read = (lotId: bigint, from = store) => {
    const addresses = addressesOf(stage.house.protocol.deployment);
    return readBrandKit(stage.client, { ...addresses, lotId, store: from, fromBlock: stage.fromBlock });
  };
  const commit = async ({ input }: { input: CreatedBrandKit["lot"]["input"] }) => {
    await stage.registrar.commitLotAndWait({ ...input, gate: stage.house.clones.curation });
  };

  before(async function () {
    this.timeout(60_000);
    stage = await openAgentHouse();
    store = memoryStore();
    const references = await referencesOf(HARBOR, 8);
    made = await createBrandKit({ ...(await place("style")), brand: BRAND, references, decode: decodeImage });
    await commit(made.lot);
    calibrated = await calibrateBrandKit(await read(made.lot.lotId), { decode: decodeImage });
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  beforeEach(() => rewind());

  describe("readBrandKit", () => {
    it("refuses lots that are not there, that are no style, or whose files nobody has", async () => {
      await fails("LotUnknownError", () => read(1n));
      const references = await referencesOf(HARBOR, 4, 50);
      const { lot } = await createBrandKit({ ...(await place("work")), brand: BRAND, references, decode: decodeImage });
      await commit(lot);
      await fails("BrandKitInvalidError", () => read(lot.lotId));
      await fails("ContentMissingError", () => read(made.lot.lotId, memoryStore()));
    });

    it("refuses kits that name other pictures than their lot has, in another order, or none", async () => {
      const [head, first, second, ...rest] = made.lot.rows;
      for (const rows of [
        [head, second, first, ...rest],
        [head, first, ...rest],
        [first, head, second, ...rest],
      ]) {
        const lot = await buildLot({ ...(await place("style")), items: rows.map((row) => itemOf(row!)) });
        await commit(lot);
        await fails("BrandKitInvalidError", () => read(lot.lotId));
      }
    });

    it("refuses references that are too large before it reads one, and kits whose references are too many bytes", async () => {
      const [head, first, ...rest] = made.lot.rows;
      const large = { ...itemOf(first!), bytes: (64 << 20) + 1 };
      const items = [itemOf(head!), large, ...rest.map(itemOf)];
      const lot = await buildLot({ ...(await place("style")), items });
      await commit(lot);
      await fails("BrandKitInvalidError", () => read(lot.lotId));
      const full = Array.from({ length: 8 }, () => 64 << 20);
      assertSizes(full);
      expect(() => assertSizes([...full, 1])).to.throw("536870913 bytes");
    });

    it("refuses a picture that somebody changed in the store", async () => {
      const { digest } = made.kit.references[3]!;
      const other = await drawn(NEON, 3);
      const tampered = {
        ...store,
        get: (asked: `0x${string}`) => (asked === digest ? Promise.resolve(other) : store.get(asked)),
      };
      await fails("ContentMismatchError", () => read(made.lot.lotId, tampered));
    });

    it("gives the kit as it was made, and how its lot stands", async () => {
      const { lot, ...kit } = await read(made.lot.lotId);
      expect(kit).to.deep.equal(made.kit);
      expect(lot).to.include({ status: "pending", timelock: stage.house.timelock, count: 9 });
    });

    it("is a parent like any lot: its recipe takes its share of what is made from it", async () => {
      const { recipeId } = await stage.registrar.registerRecipeAndWait({
        ...{ licensor: stage.house.timelock, kind: "work", commitment: sha256(stringToBytes("child")) },
        parents: [{ asset: (made.lot.lotId << 24n) | 0xffffffn, rate: 50_000 }],
        split: [{ account: stage.house.timelock, weight: 1_000_000 }],
      });
      const { edges } = await stage.client.getRecipe({ recipeId });
      expect(edges.map(({ rate }) => rate)).to.deep.equal([50_000]);
    });
  });

  describe("runWorker with a brand", () => {
    /** Draws in the style that is told for each attempt, another picture each time. */
    function painter(styleOf: (request: GenerationRequest) => Style): Generator & { asked: GenerationRequest[] } {
      const asked: GenerationRequest[] = [];
      return {
        ...{ name: "painter", asked },
        generate: async (request) => {
          asked.push(request);
          const bytes = new Uint8Array(await drawn(styleOf(request), SEEDS[request.index]![request.attempt]!));
          return { name: `${request.index}.png`, mediaType: "image/png", bytes };
        },
      };
    }
    /** Seeds by index and attempt of which the harbor's pictures are on brand. */
    const SEEDS = Array.from({ length: 4 }, (_, index) => [600 + index, 610 + index, 620 + index]);

    it("makes off-brand files again, keeps the others, and tells the drift in journal and leaf", async () => {
      const generator = painter(({ index, attempt }) => (index === 2 && attempt < 2 ? NEON : HARBOR));
      const [journal, kept] = [memoryWorkJournal(), memoryStore()];
      const brand = { kit: calibrated, references: 2 };
      const { steps, report } = await work(await stage.worker({ generator, brand, journal, store: kept }));
      expect(steps.filter((step) => step === "measured")).to.have.length(generator.asked.length);
      expect(generator.asked.filter(({ index }) => index === 2)).to.have.length(3);
      expect(report.generated).to.equal(generator.asked.length);
      expect(report).to.include({ refused: 0, drifted: report.generated - 4 });
      const { rows } = await readLot(kept, report.manifest);
      for (const { index, cid, mediaType, name, leaf } of rows) {
        const file = { name, mediaType, bytes: await getBlock(kept, digestOf(cid)) };
        const { score, onBrand } = await scoreDrift(calibrated, file);
        expect([index, leaf.machineScore, onBrand]).to.deep.equal([index, Math.round(1e6 * (1 - score)), true]);
      }
      const measured = (await journal.read()).flatMap(({ entry }) => (entry.step === "measured" ? [entry] : []));
      const far = measured.filter(({ index, accepted }) => index === 2 && !accepted);
      expect(far.map(({ drift }) => drift.score > drift.threshold)).to.deep.equal([true, true]);
    });

    it("gives the generator tone, colors, words, and the references nearest to the brief", async () => {
      const generator = painter(() => HARBOR);
      const brief = { ...BRIEF, count: 1, text: "Like reference 5, number 5." };
      await work(await stage.worker({ generator, brief, brand: { kit: calibrated, references: 2 } }));
      const { style } = generator.asked[0]!;
      expect(style).to.deep.include({ name: "Harbor", tone: "Calm.", palette: ["#1d3557"], words: BRAND.words });
      expect(style?.references.map(({ name }) => name)[0]).to.equal("reference-5.png");
      expect(style?.references).to.have.length(2);
      await rewind();
      await work(await stage.worker({ generator, brief, brand: { kit: calibrated, references: 0 } }));
      expect(generator.asked.at(-1)?.style?.references).to.deep.equal([]);
    });

    it("commits nothing that stays off brand: after as many tries as allowed, or at once where it is told to stop", async () => {
      const journal = memoryWorkJournal();
      const generator = painter(({ index }) => (index === 1 ? NEON : HARBOR));
      const parameters = await stage.worker({ generator, brand: { kit: calibrated }, journal });
      const error = (await fails("BrandDriftError", () => work(parameters))) as Error & Record<string, unknown>;
      expect(error).to.include({ index: 1, attempts: 3, threshold: calibrated.threshold });
      expect(error["score"]).to.be.above(calibrated.threshold);
      expect(generator.asked.filter(({ index }) => index === 1)).to.have.length(3);
      const again = painter(() => NEON);
      const stopped = await stage.worker({ generator: again, brand: { kit: calibrated, beyond: "stop" }, batch: 1 });
      expect(await fails("BrandDriftError", () => work(stopped))).to.include({ index: 0, attempts: 1 });
      expect(again.asked).to.have.length(1);
    });

    it("goes on after a crash at any step: what was measured is not measured or made again", async () => {
      const [kept, journal] = [memoryStore(), memoryWorkJournal()];
      const recipe = await stage.recipeOf("branded");
      const brief = { ...BRIEF, count: 2 };
      const generator = painter(({ index, attempt }) => (index === 1 && attempt === 0 ? NEON : HARBOR));
      const parameters = { recipe, brief, generator, store: kept, brand: { kit: calibrated } };
      for (let life = 0; life < 40; life++) {
        const died = await work(await stage.worker({ ...parameters, journal: breaking(journal, 1) })).then(
          () => false,
          () => true,
        );
        if (!died) break;
      }
      const entries = (await journal.read()).map(({ entry }) => entry);
      const told = entries.flatMap((entry) =>
        "attempt" in entry && "index" in entry ? [`${entry.step} ${entry.index} ${entry.attempt}`] : [],
      );
      expect(new Set(told).size).to.equal(told.length);
      expect(told).to.include.members(["measured 1 0", "measured 1 1"]).and.not.include("screened 1 0");
      const { report } = await work(await stage.worker({ ...parameters, journal }));
      expect((await stage.client.getLot({ lotId: report.lotId })).root).to.equal(report.root);
    });

    it("holds a journal to its kit", async () => {
      const journal = memoryWorkJournal();
      const parameters = await stage.worker({ generator: painter(() => HARBOR), brand: { kit: calibrated }, journal });
      await fails("Error", () => work({ ...parameters, journal: breaking(journal, 1) }));
      const { brand: _, ...without } = parameters;
      await fails("JournalMismatchError", () => work(without));
      const other = { ...calibrated, kit: { ...calibrated.kit, digest: sha256("0x01") } };
      await fails("JournalMismatchError", () => work({ ...parameters, brand: { kit: other } }));
    });
  });
});

type Row = CreatedBrandKit["lot"]["rows"][number];
const itemOf = ({ name, mediaType, bytes, leaf }: Row) => ({ name, mediaType, bytes, contentHash: leaf.contentHash });
