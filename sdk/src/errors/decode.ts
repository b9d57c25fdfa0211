export function toStudioError(error: unknown): unknown {
  return error;
}
