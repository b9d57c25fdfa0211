import { Address, Bytes } from "@graphprotocol/graph-ts";
import { Epoch, RefinementRequest, Slate, SlateClose, SlateOpening } from "../generated/schema";
import { RefinementRequested, SlateClosed, SlateOpened } from "../generated/templates/Curation/Curation";
import { actor } from "./helpers/actors";
import { readBallots, saveSlateBallots } from "./helpers/ballots";
import { loadBooks, loadTerms } from "./helpers/books";
import { countAll } from "./helpers/challenges";
import { assetKey, bigEndian, bigEndianOf, eventId, slice, WORD256_WIDTH, WORD_WIDTH } from "./helpers/ids";
import { Panel } from "./helpers/panels";
import { stamp } from "./helpers/stamp";

const SEED_WIDTH = 16;

/** Weight of a slate's panel, by how many curators there are: see `ICurationSlates`. */
const SMALL_PANEL = 2048;
const LARGE_PANEL = 128;
const MOST_CURATORS = 255;

export function handleSlateOpened(event: SlateOpened): void {
  const books = loadBooks(event.address);
  books.slateCount += 1;
  books.save();

  const slate = new Slate(slateKey(event.address, bigEndian(event.params.slateId, WORD256_WIDTH)));
  slate.books = books.id;
  slate.studio = books.studio;
  slate.slateId = event.params.slateId;
  slate.by = actor(event.params.by);
  slate.opening = eventId(event);
  slate.candidateCount = event.params.candidates.length;
  slate.k = event.params.k;
  slate.epoch = event.params.epoch;
  slate.terms = loadTerms(event.address, event.params.terms).id;
  slate.brief = event.params.brief;
  slate.openedAt = event.block.timestamp;
  slate.ballotDeadline = event.params.ballotDeadline;
  slate.closeCount = 0;
  slate.save();

  const opening = new SlateOpening(eventId(event));
  stamp(opening, event);
  opening.slate = slate.id;
  opening.by = slate.by;
  const candidates: Bytes[] = [];
  for (let i = 0; i < event.params.candidates.length; i++) candidates.push(assetKey(event.params.candidates[i]));
  opening.candidates = candidates;
  opening.k = slate.k;
  opening.ballotDeadline = slate.ballotDeadline;
  opening.epoch = slate.epoch;
  opening.terms = slate.terms;
  opening.brief = slate.brief;
  opening.save();
}

export function handleSlateClosed(event: SlateClosed): void {
  const slateId = bigEndian(event.params.slateId, WORD256_WIDTH);
  const slate = Slate.load(slateKey(event.address, slateId))!;
  const ballots = readBallots(event.params.ballots, event.params.selected.length);
  const close = new SlateClose(eventId(event));
  stamp(close, event);
  close.slate = slate.id;
  close.relayer = event.params.relayer;
  close.charterVersion = event.params.charterVersion;
  close.expectedWeight = event.params.expectedWeight;
  close.weight = event.params.weight;
  close.threshold = event.params.threshold;
  close.selected = event.params.selected;
  close.selectedCount = countAll(event.params.selected);
  close.finalAt = event.params.finalAt;
  close.ballotCount = ballots.length;
  close.packedBallots = event.params.ballots;
  close.save();
  saveSlateBallots(close, ballots, panelOf(event.address, slate, slateId));

  slate.closeCount += 1;
  slate.close = close.id;
  slate.save();
}

/** The id of a slate begins with its seed. */
function panelOf(curation: Address, slate: Slate, slateId: Bytes): Panel {
  const epoch = Epoch.load(curation.concat(bigEndianOf(slate.epoch, WORD_WIDTH)));
  const few = epoch == null || epoch.curators <= MOST_CURATORS;
  return new Panel(curation, slice(slateId, 0, SEED_WIDTH), slate.epoch, few ? SMALL_PANEL : LARGE_PANEL);
}

export function handleRefinementRequested(event: RefinementRequested): void {
  const request = new RefinementRequest(eventId(event));
  stamp(request, event);
  request.slate = slateKey(event.address, bigEndian(event.params.slateId, WORD256_WIDTH));
  request.asset = assetKey(event.params.assetId);
  request.producer = actor(event.params.producer);
  request.note = event.params.note;
  request.save();
}

function slateKey(curation: Bytes, slateId: Bytes): Bytes {
  return curation.concat(slateId);
}
