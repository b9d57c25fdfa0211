import { expect } from "chai";
import { parse, validate } from "graphql";
import { apiSchema, readEntitySchema } from "../scripts/apiSchema.ts";
import { documentedQueries, type FoundDocument, savedQueries, writtenQueries } from "./documents.ts";

const schema = apiSchema(readEntitySchema());

const complaints = (text: string): string[] => validate(schema, parse(text)).map(({ message }) => message);

function expectValid(documents: FoundDocument[]): void {
  for (const { place, text } of documents) expect(complaints(text), `${place}: ${text}`).to.deep.equal([]);
}

describe("queries of the subgraph", () => {
  it("are refused when they name what the schema has not", () => {
    for (const text of [
      "{ lotz { id } }",
      "{ lots { colour } }",
      "{ lots(where: { count_near: 3 }) { id } }",
      '{ lots(where: { status: "Accepted" }) { id } }',
      "{ lots(orderBy: colour) { id } }",
      "{ lotStats { lots } }",
      "query ($id: Int!) { lot(id: $id) { id } }",
      "{ lots { recipe { lots(first: true) { id } } } }",
    ]) {
      expect(complaints(text), text).to.not.deep.equal([]);
    }
  });

  it("of auditors fit the schema and can be exported: one list, paged by id, as of one block", () => {
    const documents = savedQueries();
    expect(documents.length).to.be.greaterThan(4);
    expectValid(documents);
    for (const { place, text } of documents) {
      for (const part of ["first: $first", "orderBy: id", "id_gt: $after", "block: $block", "\n    id\n"]) {
        expect(text, place).to.include(part);
      }
    }
  });

  it("in the documents fit the schema", () => {
    const documents = documentedQueries();
    expect(documents.map(({ place }) => place)).to.include.members(["subgraph/README.md", "docs/auditor.md"]);
    expectValid(documents);
  });

  it("in the SDK, the scripts and the examples fit the schema", () => {
    const documents = writtenQueries();
    expect(documents.map(({ place }) => place)).to.include("sdk/src/subgraph/queries.ts");
    expectValid(documents);
  });
});
