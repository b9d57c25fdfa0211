import { ManifestBoxError, ManifestCycleError } from "../errors/c2pa.ts";
import { decodeCbor } from "./cbor.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";

/** A box of a manifest store; a superbox has a label and boxes, another one has contents. */
export type ManifestBox = {
  type: string;
  label: string;
  /** Of a superbox, the first four letters of its type; else empty. */
  kind: string;
  /** Where its header begins in the store. */
  start: number;
  contents: Uint8Array;
  boxes: readonly ManifestBox[];
};

/** One manifest: what was claimed, over which assertions, by whose signature. */
export type ManifestParts = {
  label: string;
  assertions: readonly ManifestBox[];
  /** The COSE structure. */
  signature: Uint8Array;
};

const HEADER = 8;
const DESCRIPTION = 17;
/** What follows the letters in each type of JUMBF that C2PA defines. */
const TYPE_END = "00110010800000aa00389b71";
/** The toggles that C2PA uses: the box can be asked for and has a label; beside these, a private box with salt. */
const [LABELED, SALTED] = [0b0_0011, 0b1_0011];
const SALT = "c2sh";

/** Labels that the engine would not miss, of boxes that the claim does not hash. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  c2pa: ["c2pa"],
  c2as: ["c2pa.assertions"],
  c2cl: ["c2pa.claim", "c2pa.claim.v2"],
  c2cs: ["c2pa.signature"],
};

/**
 * Reads a manifest store's boxes, strictly: every box fills its place, nothing is left over, no label is changed.
 *
 * Runs before the engine sees a byte, so it also refuses what is made to harm: too many boxes, boxes longer than the
 * file, values nested without end, compressed manifests, manifests among their own ingredients.
 */
export function readStore(store: Uint8Array, limits: ReadLimits = DEFAULT_LIMITS): readonly ManifestParts[] {
  if (store.length > limits.manifestBytes) {
    throw new ManifestBoxError(`it has ${store.length} bytes, at most ${limits.manifestBytes} are read`);
  }
  const budget = { boxes: limits.boxes };
  const [root, ...others] = readBoxes(store, { start: 0, end: store.length, depth: 0, budget, limits });
  if (root?.kind !== "c2pa" || others.length > 0) throw new ManifestBoxError("it is not one box of type c2pa");
  if (root.boxes.length > limits.manifests) {
    throw new ManifestBoxError(`it has ${root.boxes.length} manifests, at most ${limits.manifests} are read`);
  }
  const manifests = root.boxes.map(partsOf);
  if (manifests.length === 0) throw new ManifestBoxError("it is empty");
  if (new Set(manifests.map(({ label }) => label)).size < manifests.length) {
    throw new ManifestBoxError("two manifests have the same label");
  }
  refuseCycles(manifests, limits);
  return manifests;
}

type Range = { start: number; end: number; depth: number; budget: { boxes: number }; limits: ReadLimits };

function readBoxes(store: Uint8Array, { start, end, depth, budget, limits }: Range): ManifestBox[] {
  if (depth > limits.depth) throw new ManifestBoxError(`its boxes are nested deeper than ${limits.depth}`);
  const view = new DataView(store.buffer, store.byteOffset, store.length);
  const boxes: ManifestBox[] = [];
  for (let at = start; at < end;) {
    if ((budget.boxes -= 1) < 0) throw new ManifestBoxError(`it has more than ${limits.boxes} boxes`);
    const length = at + HEADER <= end ? view.getUint32(at) : 0;
    if (length < HEADER || at + length > end)
      throw new ManifestBoxError(`the box at byte ${at} does not fit its place`);
    const type = latin(store.subarray(at + 4, at + HEADER));
    const contents = store.subarray(at + HEADER, at + length);
    const inner = { start: at + HEADER, end: at + length, depth: depth + 1, budget, limits };
    boxes.push({
      type,
      start: at,
      contents,
      ...(type === "jumb" ? describe(at, readBoxes(store, inner)) : { label: "", kind: "", boxes: [] }),
    });
    if (type === "cbor") decodeCbor(contents, limits.depth);
    if (type === "brob") throw new ManifestBoxError("it is compressed");
    at += length;
  }
  return boxes;
}

/** A superbox begins with its description: type, toggles, label, salt if it is announced, and nothing else. */
function describe(start: number, [description, ...boxes]: readonly ManifestBox[]) {
  const bytes = description?.type === "jumd" ? description.contents : new Uint8Array();
  const zero = bytes.indexOf(0, DESCRIPTION);
  if (bytes.length < DESCRIPTION || zero < 0 || !isAnnounced(bytes[DESCRIPTION - 1], bytes.subarray(zero + 1))) {
    throw new ManifestBoxError(`the box at byte ${start} does not say what it is`);
  }
  const kind = latin(bytes.subarray(0, 4));
  const label = latin(bytes.subarray(DESCRIPTION, zero));
  const known = LABELS[kind];
  if (known?.includes(label) === false) throw new ManifestBoxError(`a box of type ${kind} is called "${label}"`);
  if (known !== undefined && hex(bytes.subarray(4, DESCRIPTION - 1)) !== TYPE_END) {
    throw new ManifestBoxError(`the box at byte ${start} has a type of its own`);
  }
  return { kind, label, boxes };
}

/** Whether what follows the label is what the toggles say. An engine that knows fewer toggles would read past the others. */
function isAnnounced(toggles: number | undefined, rest: Uint8Array): boolean {
  if (toggles !== SALTED) return toggles === LABELED && rest.length === 0;
  if (rest.length < HEADER || latin(rest.subarray(4, HEADER)) !== SALT) return false;
  return new DataView(rest.buffer, rest.byteOffset).getUint32(0) === rest.length;
}

function partsOf({ kind, label, boxes }: ManifestBox): ManifestParts {
  if (kind === "c2cm") throw new ManifestBoxError(`the manifest ${label} is compressed`);
  const only = (wanted: string): ManifestBox => {
    const [found, ...more] = boxes.filter((box) => box.kind === wanted);
    if (found === undefined || more.length > 0) {
      throw new ManifestBoxError(`the manifest ${label} has not exactly one box of type ${wanted}`);
    }
    return found;
  };
  only("c2cl");
  const signature = only("c2cs").boxes[0]?.contents ?? new Uint8Array();
  return { label, assertions: only("c2as").boxes, signature };
}

/** Ingredients are manifests too: an honest store is a tree, since each is signed after those it names. */
function refuseCycles(manifests: readonly ManifestParts[], limits: ReadLimits): void {
  const ingredients = new Map(manifests.map((manifest) => [manifest.label, ingredientsOf(manifest, limits)]));
  const state = new Map<string, "open" | "done">();
  const visit = (label: string): void => {
    if (state.get(label) === "open") throw new ManifestCycleError(label);
    if (state.get(label) === "done") return;
    state.set(label, "open");
    ingredients.get(label)?.forEach(visit);
    state.set(label, "done");
  };
  manifests.forEach(({ label }) => visit(label));
}

function ingredientsOf({ assertions }: ManifestParts, limits: ReadLimits): string[] {
  return assertions
    .filter(({ label }) => label.startsWith("c2pa.ingredient"))
    .flatMap(({ boxes }) => boxes.filter(({ type }) => type === "cbor"))
    .flatMap(({ contents }) => {
      const fields = decodeCbor(contents, limits.depth);
      if (!(fields instanceof Map)) return [];
      return [fields.get("activeManifest"), fields.get("c2pa_manifest")].flatMap((reference: unknown) => {
        const url: unknown = reference instanceof Map ? reference.get("url") : undefined;
        return typeof url === "string" ? [url.slice(url.lastIndexOf("/") + 1)] : [];
      });
    });
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
