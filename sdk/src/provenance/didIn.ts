// In a file of its own: who reads statements without looking at DIDs loads nothing else of them.
import type { AttestationKind } from "./attestation.ts";

const DID = /^did:[a-z0-9]+:\S+$/;

/** The DID that a statement names: the text of an actor, or a text that is one; undefined: none. */
export function didIn({ kind, text }: { kind: AttestationKind; text: string }): string | undefined {
  return (kind === "actor" && text !== "") || DID.test(text) ? text : undefined;
}
