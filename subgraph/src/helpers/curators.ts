import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Curator, EpochScore, Producer } from "../../generated/schema";
import { actor } from "./actors";
import { loadBooks, loadEpoch } from "./books";
import { depositOf } from "./deposits";
import { bigEndianOf, WORD_WIDTH } from "./ids";

const NONE = BigInt.zero();

/** Id of the curator with this index. */
export function curatorKey(curation: Bytes, index: i32): Bytes {
  return curation.concat(bigEndianOf(index, WORD_WIDTH));
}

/** A registered curator: every event about it comes after its registration. */
export function loadCurator(curation: Bytes, index: i32): Curator {
  return Curator.load(curatorKey(curation, index))!;
}

/** What the curator scored in an epoch; a new one is not saved. */
export function loadEpochScore(curation: Bytes, curator: Bytes, epoch: i32): EpochScore {
  const id = curator.concat(bigEndianOf(epoch, WORD_WIDTH));
  const known = EpochScore.load(id);
  if (known) return known;
  const score = new EpochScore(id);
  score.curator = curator;
  score.epoch = loadEpoch(curation, epoch).id;
  score.points = NONE;
  score.canaryPoints = NONE;
  return score;
}

/** A producer of the studio; the registrar is one without ever being admitted. A new one is not saved. */
export function loadProducer(curation: Address, account: Bytes): Producer {
  const id = curation.concat(account);
  const known = Producer.load(id);
  if (known) return known;
  const producer = new Producer(id);
  producer.studio = loadBooks(curation).studio;
  producer.curation = curation;
  producer.account = actor(account);
  producer.bound = false;
  producer.level = "Normal";
  producer.deposit = depositOf(curation, account);
  producer.auditCount = 0;
  producer.acceptedCount = 0;
  producer.rejectedCount = 0;
  producer.expiredCount = 0;
  producer.canaryCount = 0;
  return producer;
}
