/** Runs a request; a revert comes out as the typed error it stands for. Error tables are loaded on first failure. */
export async function explained<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    const { toStudioError } = await import("./onDemand.ts");
    throw toStudioError(error);
  }
}
