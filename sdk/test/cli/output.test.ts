import { expect } from "chai";
import { PassThrough } from "node:stream";
import { HttpRequestError, UserRejectedRequestError } from "viem";
import { render, toJson } from "../../src/cli/answer.ts";
import type { Configuration } from "../../src/cli/config.ts";
import type { Io } from "../../src/cli/io.ts";
import {
  AbortedError,
  AccountLockedError,
  CheckFailedError,
  StaleDeploymentError,
  UsageError,
} from "../../src/cli/errors.ts";
import { EXIT_CODE_MEANINGS, EXIT_CODES } from "../../src/cli/exitCodes.ts";
import { toFailure, toLine } from "../../src/cli/failure.ts";
import { plainText } from "../../src/cli/plainText.ts";
import { Session } from "../../src/cli/session.ts";
import { record, table } from "../../src/cli/table.ts";
import { parseAmount } from "../../src/cli/token.ts";
import { LimitError, RevertReasonError } from "../../src/errors/revert.ts";
import { SubgraphError } from "../../src/errors/subgraph.ts";

const HOSTILE = "a\u001b[2Jb\u0007\u202ec\u2028d\u0085e";

describe("output of the command line", () => {
  it("aligns tables, numbers to the right, and says when there is nothing", () => {
    expect(
      table(
        ["name", "count"],
        [
          ["x", 5n],
          ["longer", 1_000],
        ],
      ),
    ).to.deep.equal(["name    count", "──────  ─────", "x           5", "longer   1000"]);
    expect(table(["name"], [])).to.deep.equal(["none"]);
    expect(
      record([
        ["a", undefined],
        ["long", true],
      ]),
    ).to.deep.equal(["a     –", "long  true"]);
  });

  it("prints nothing that a terminal obeys, for people and for programs", () => {
    expect(plainText(HOSTILE)).to.equal("a[2Jbcde");
    expect(plainText("a\u034f\u115f\u180b\u2800\u3164\ufe0f\uffa0\u{e0100}b")).to.equal("ab");
    expect(table(["t"], [[HOSTILE]]).join("")).to.equal("t────────a[2Jbcde");
    expect(render({ json: {}, text: [HOSTILE] }, false)).to.equal("a[2Jbcde\n");
    const json = render({ json: { title: HOSTILE, emoji: "😀" }, text: [] }, true);
    // eslint-disable-next-line no-control-regex
    expect(json).to.not.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/u);
    expect(JSON.parse(json)).to.deep.equal({ title: HOSTILE, emoji: "😀" });
  });

  it("says nothing on the way that a terminal obeys", () => {
    const stderr = new PassThrough({ encoding: "utf8" });
    const mode = { json: false, send: true, proposal: undefined };
    const session = new Session({ stderr } as unknown as Io, { settings: {} } as unknown as Configuration, mode);
    session.say(`Pay 5 ${HOSTILE}: sent …`);
    expect(stderr.read()).to.equal("Pay 5 a[2Jbcde: sent …\n");
  });

  it("writes bigints as decimal strings at any depth", () => {
    const value = { id: 2n ** 255n, list: [1n], map: new Map([["a", 2n]]) };
    expect(JSON.parse(toJson(value))).to.deep.equal({ id: String(2n ** 255n), list: ["1"], map: { a: "2" } });
  });

  it("never rounds an amount", () => {
    const token = { address: `0x${"1".repeat(40)}`, symbol: "USDC", decimals: 6 } as const;
    expect(parseAmount("49.990003", token)).to.equal(49_990_003n);
    expect(() => parseAmount("0.1234567", token)).to.throw("more digits than USDC");
  });

  it("gives every kind of failure its exit code, whatever it is wrapped in", () => {
    const request = new HttpRequestError({ url: "http://127.0.0.1:1", details: "refused" });
    const revert = new LimitError({
      errorName: "SafeERC20FailedOperation",
      args: { token: "0x1" },
      data: "0x",
      cause: 0,
    });
    const failures: [unknown, keyof typeof EXIT_CODES][] = [
      [new CheckFailedError("no"), "failed"],
      [new Error("odd"), "failed"],
      ["thrown text", "failed"],
      [new UsageError("what?"), "usage"],
      [revert, "refused"],
      [new Error("outer", { cause: revert }), "refused"],
      [new RevertReasonError("because", undefined, undefined), "refused"],
      [request, "network"],
      [new Error("outer", { cause: request }), "network"],
      [new SubgraphError("http://x", []), "network"],
      [new StaleDeploymentError("31337.json", new UsageError("gone")), "network"],
      [new AbortedError("stop"), "aborted"],
      [new UserRejectedRequestError(new Error("no")), "aborted"],
      [Object.assign(new Error("closed"), { name: "ExitPromptError" }), "aborted"],
      [new AccountLockedError("who?"), "locked"],
    ];
    for (const [error, name] of failures) expect(toFailure(error).exitCode, String(error)).to.equal(EXIT_CODES[name]);
    expect(new Set(Object.values(EXIT_CODES)).size).to.equal(Object.keys(EXIT_CODE_MEANINGS).length);
  });

  it("says a refusal in one line, with the values and what to do", () => {
    const args = { found: 3n, max: 2n };
    const error = new LimitError({
      errorName: "SafeERC20FailedOperation",
      args,
      data: "0x",
      hint: "Take less.",
      cause: 0,
    });
    expect(toLine(toFailure(error))).to.equal(
      "The contract refused the call: SafeERC20FailedOperation. found: 3 max: 2 Take less.",
    );
  });
});
