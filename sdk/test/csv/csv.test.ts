import { expect } from "chai";
import fc from "fast-check";
import { parseCsv } from "../../src/csv/parse.ts";
import { toCsv } from "../../src/csv/write.ts";
import { RUNS } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const cellsOf = (text: string): string[][] => parseCsv(text).map(({ cells }) => cells);

describe("CSV", () => {
  it("reads quoted cells with commas, quotes and line breaks", () => {
    expect(cellsOf('a,"b,c","d ""e""","f\r\ng"\r\n1,,"",2\r\n')).to.deep.equal([
      ["a", "b,c", 'd "e"', "f\r\ng"],
      ["1", "", "", "2"],
    ]);
  });

  it("reads every kind of line break, a byte-order mark, and a last line without break", () => {
    expect(cellsOf("\ufeffa,b\r\n1,2\n3,4\r5,6")).to.deep.equal([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(cellsOf("a;b\n1;2")).to.deep.equal([["a;b"], ["1;2"]]);
    expect(parseCsv("a;b", ";")).to.deep.equal([{ line: 1, cells: ["a", "b"] }]);
  });

  it("counts lines through quoted breaks and skips empty ones", () => {
    expect(parseCsv('a\n\n"b\r\nc\n"\n,,\nd').map(({ line }) => line)).to.deep.equal([1, 3, 7]);
    expect(parseCsv("")).to.deep.equal([]);
    expect(parseCsv("\n\r\n")).to.deep.equal([]);
    expect(cellsOf("a,\nb")).to.deep.equal([["a", ""], ["b"]]);
  });

  it("names the line of a mistake", async () => {
    for (const [text, line] of [
      ['a\n"b', 2],
      ['a\n\nb"c', 3],
      ['"a"b', 1],
      ['"x\ny"z', 2],
    ] as const) {
      expect(await expectError("CsvSyntaxError", () => parseCsv(text))).to.include({ line });
    }
  });

  it("reads back what it wrote", () => {
    const cell = fc.string({ maxLength: 12 }).filter((text) => !/^[=+\-@\t\r]/u.test(text));
    const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some((text) => text !== ""));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(cellsOf(toCsv(rows))).to.deep.equal(rows);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("lets no cell act as a formula, and leaves numbers alone", () => {
    const dangerous = ["=1+1", "+A1", "@SUM(A1)", "-A1", "\t=1", '=HYPERLINK("http://x.example")'];
    for (const text of dangerous) expect(cellsOf(toCsv([[text, "x"]]))[0]?.[0]).to.equal(`'${text}`);
    expect(toCsv([["-5", "25000000", "0x00"]])).to.equal("-5,25000000,0x00\r\n");
  });
});
