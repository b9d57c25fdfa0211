/** Columns of a catalog, in any order, and what their cells hold. */
export const CATALOG_COLUMNS = {
  collection: "ERC-721 contract on this chain. Needed.",
  tokenId: "Token id, decimal. Needed.",
  kind: "work (default), model, dataset, style or trainingInput.",
  split: "account:ppm pairs with spaces between, adding up to 1000000; all to the licensor by default.",
  price: "Smallest units of the token; 0 = free; empty = the NFT is registered and not offered.",
  token: "ERC-20 of the price; that of the import by default.",
  license: "personal, commercial (default), advertising, training or remix.",
  days: "How long a license lasts; empty = perpetual.",
  rate: "ppm of the sales of what is made from it; for training and remix.",
} as const;

/** Name of a column. */
export type CatalogColumn = keyof typeof CATALOG_COLUMNS;

/** Columns that a catalog must have. */
export const REQUIRED_COLUMNS: readonly CatalogColumn[] = ["collection", "tokenId"];
