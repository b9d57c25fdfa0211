import { expect } from "chai";

/** Asserts that `act` throws or rejects with an error of this name; errors are matched by name, never by text. */
export async function expectError(name: string, act: () => unknown): Promise<Error> {
  try {
    await act();
  } catch (error) {
    expect(error).to.be.instanceOf(Error);
    expect((error as Error).name).to.equal(name);
    return error as Error;
  }
  return expect.fail(`Expected ${name}, nothing was thrown.`);
}
