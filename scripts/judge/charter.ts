/** A kind of defect that the studio's charter names. */
export interface DefectReason {
  /** Kept with the judgment. */
  code: string;
  title: string;
}

/** Most reasons that have a key: 1 to 9. */
const MOST_REASONS = 9;

/**
 * The defects that a charter names, if it is a JSON file with `{"defects":[{"code":"blank","title":"…"}]}`; none for a
 * charter in prose. The charter was voted for, but its text is shown like any other.
 */
export function reasonsIn(charter: Uint8Array): DefectReason[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(charter));
  } catch {
    return [];
  }
  const defects = (parsed as { defects?: unknown } | null)?.defects;
  return Array.isArray(defects) ? defects.filter(isReason).slice(0, MOST_REASONS) : [];
}

function isReason(value: unknown): value is DefectReason {
  const { code, title } = (value ?? {}) as Partial<Record<keyof DefectReason, unknown>>;
  return typeof code === "string" && code !== "" && typeof title === "string";
}
