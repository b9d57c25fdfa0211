const ACTOR = "actor";
const ADDRESS = 'import("viem").Address';
const HEX = 'import("viem").Hex';
const PROOF = 'import("viem").Hex[]';
const SDK = 'import("@imprimatur/sdk")';
const HASH_INDEX = "ReturnType<typeof import('@imprimatur/sdk/compliance').buildHashIndex>";
const ARTICLE_50 = "Parameters<typeof import('@imprimatur/sdk/compliance').article50Report>[0]";
const SIGNED_REPORT = "Parameters<typeof import('@imprimatur/sdk/compliance').signReport>[0]";
const AGENT = 'import("@imprimatur/sdk/agent")';
const BRAND = 'import("@imprimatur/sdk/brand")';
const NEW_KIT = `${BRAND}.CreateBrandKitParameters`;
const MCP_AGENT = 'import("@imprimatur/sdk/mcp").McpAgent';
const MCP_CONTEXT = 'import("@imprimatur/sdk/mcp").McpContext';
const WORKER = `${AGENT}.RunWorkerParameters`;
const DATE = "bigint";
const WEIGHED = 'import("@imprimatur/sdk/curation").WeighedBallot[]';

/** Every one of these names is of this type. */
const all = (names: string, type: string): Record<string, string> =>
  Object.fromEntries(names.split(" ").map((name) => [name, type]));

/**
 * What examples speak of without saying where it is from, with its type. An `actor` is a client where it does something,
 * else the address of somebody.
 */
export const AMBIENT: Readonly<Record<string, string>> = {
  client: "ExampleClient",
  ...all("buyer relayer producer member engineer anybody seat seller payee payer agent chamber owner", ACTOR),
  ...all(
    "alice bob carol dora ada bert mallory artist trainer investor colleague licensor newAccount oldAccount",
    ACTOR,
  ),
  ...all(
    "vendor auditor stranger partnerTimelock farm gallery newsletter coldWallet proposer safe user voter holder ballotClient",
    ACTOR,
  ),
  ...all("from to maker lost fresh", ACTOR),
  ...all("assetRegistry royaltySplitter licenseMarket licenses studioFactory usdc weth token collection", ADDRESS),
  ...all("studio timelock governor reputation curation board impact successorsOf", ADDRESS),
  ...all(
    "mandates commissions attestations provenance target newBoard newCommissions newCuration newImpact newMandates address opener",
    ADDRESS,
  ),
  ...all(
    "contestId successor bond now lotId assetId modelAsset reviewId proposalId claimId slateId copy original tokenId",
    "bigint",
  ),
  ...all(
    "curator recipe charterVersion epoch word firstWord index candidate percent extension votingDelay votingPeriod",
    "number",
  ),
  child: "number",
  ...all("chainId version", "number"),
  ...all("validUntil reviewAt until deadline expiry start end ballotDeadline", DATE),
  ...all("raw price minPrice cap ratio salePrice span fromBlock mask ok defect mask", "bigint"),
  ...all(
    "mandateId policyHash purpose selector commissionId uid manifest recipeId licenseId offerId purchaseId evidence reasonCode recipeCommitment root charter brief note anchor link",
    HEX,
  ),
  ...all("seed contentHash signature toSignature fromSignature signatureA signatureB", HEX),
  ...all("proof copyProof originalProof", PROOF),
  ...all("masks selected", "bigint[]"),
  ...all("candidates", "bigint[]"),
  disclosure: 'import("@imprimatur/sdk/merkle").RecipeDisclosure',
  ...all("leaf copyLeaf originalLeaf", 'import("@imprimatur/sdk/merkle").AssetLeaf'),
  limits: 'import("@imprimatur/sdk/mandates").SpendingLimits',
  milestones: 'import("@imprimatur/sdk/mandates").CommissionArgs["milestones"]',
  statement: 'import("@imprimatur/sdk/provenance").AttestationArgs',
  purchase: `${SDK}.Purchase`,
  deployment: 'Parameters<typeof import("@imprimatur/sdk/addresses").addressesOf>[0]',
  addresses: 'import("@imprimatur/sdk/addresses").Addresses',
  account: 'import("viem").LocalAccount',
  ballotKey: 'import("viem").LocalAccount',
  payeeAccount: 'import("viem").LocalAccount',
  chain: 'typeof import("viem/chains").hardhat',
  subgraph: 'import("@imprimatur/sdk/subgraph").SubgraphClient',
  data: `${SDK}.StudioData`,
  source: 'import("@imprimatur/sdk/query").QuerySource',
  receipt: 'import("viem").TransactionReceipt',
  store: 'import("@imprimatur/sdk/storage").ContentStore',
  url: "string",
  csv: "string",
  json: "string",
  file: "File",
  bytes: "Uint8Array<ArrayBuffer>",
  png: "Uint8Array<ArrayBuffer>",
  toast: "(text: string) => void",
  ...all("ballots signed", 'import("@imprimatur/sdk/curation").SignedBallot[]'),
  weighed: WEIGHED,
  judgments: '("ok" | "defect")[]',
  ...all("a b", "import('@imprimatur/sdk').proveEquivocation.Args['a']"),
  box: "{ ballotsOf(lotId: bigint): Promise<import('@imprimatur/sdk/curation').SignedBallot[]> }",
  looksRight: "(index: number) => boolean",
  inheritance: 'import("@imprimatur/sdk/merkle").Inheritance',
  canaries: 'import("@imprimatur/sdk/curation").CanaryTree',
  contents: "Parameters<typeof import('@imprimatur/sdk/merkle').commitRecipe>[0]['contents']",
  items: "Parameters<typeof import('@imprimatur/sdk/lot').buildLot>[0]['items']",
  split: 'import("@imprimatur/sdk/merkle").MerkleSplit',
  line: 'import("@imprimatur/sdk/merkle").MerkleLine',
  path: "number[]",
  query: "string",
  pixels: "Parameters<typeof import('@imprimatur/sdk/compliance').hashPixels>[0]",
  canvas: "HTMLCanvasElement",
  context: "CanvasRenderingContext2D",
  signer: 'import("@imprimatur/sdk/c2pa").ClaimSigner',
  trustAnchors: "import('@imprimatur/sdk/c2pa').DevelopmentSigner['trustAnchors']",
  keys: "CryptoKeyPair",
  ...all("certificate intermediate", "Uint8Array<ArrayBuffer>"),
  record: 'import("@imprimatur/sdk/c2pa").RecordSource',
  provider: 'import("ethers").Provider',
  calls: "{ to: import('viem').Address; data: import('viem').Hex; value: bigint }[]",
  made: "Awaited<ReturnType<ExampleClient['createSuccessorsAndWait']>>",
  lot: "Awaited<ReturnType<typeof import('@imprimatur/sdk/lot').buildLot>>",
  proposal: "Awaited<ReturnType<ExampleClient['proposeAndWait']>>",
  review: "Awaited<ReturnType<ExampleClient['openReviewAndWait']>>",
  id: "number",
  preset: `${SDK}.Preset`,
  orders: `${SDK}.Order[]`,
  terms: "Parameters<ExampleClient['publishOffer']>[0]",
  Page: "() => null",
};

/** Where a name means something else than everywhere else. */
export const AMBIENT_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "agent/checkAct.ts": { act: `${AGENT}.AgentAct` },
  "agent/policy.ts": {
    keccak256: "typeof import('viem').keccak256",
    toBytes: "typeof import('viem').toBytes",
    prompt: "string",
    policy: `${AGENT}.AgentPolicy`,
    generator: `${AGENT}.Generator`,
    systemPrompt: "string",
  },
  "agent/scorecard.ts": { log: `${AGENT}.MandateLog` },
  "agent/services/imageService.ts": { apiKey: "string" },
  "agent/services/textService.ts": { systemPrompt: "string" },
  "brand/calibrateBrandKit.ts": { kit: `${BRAND}.BrandKit`, file: `${BRAND}.BrandFile` },
  "brand/createBrandKit.ts": {
    nonce: "bigint",
    ...Object.fromEntries(["brand", "references", "decode"].map((name) => [name, `${NEW_KIT}['${name}']`])),
  },
  "brand/extractors/embeddings.ts": { kit: `${BRAND}.BrandKit`, decode: `${BRAND}.DecodePicture` },
  "brand/retrieve.ts": { calibrated: `${BRAND}.CalibratedKit`, brief: `${AGENT}.Brief` },
  "brand/scoreDrift.ts": { calibrated: `${BRAND}.CalibratedKit`, file: `${BRAND}.BrandFile` },
  "did/checkAttestationDids.ts": { subject: HEX },
  "mcp/serveHttp.ts": {
    randomBytes: "typeof import('node:crypto').randomBytes",
    agent: MCP_AGENT,
    context: MCP_CONTEXT,
  },
  "node/fileActJournal.ts": {
    account: `${MCP_AGENT}['account']`,
    wallet: `${MCP_AGENT}['wallet']`,
    context: MCP_CONTEXT,
  },
  "node/createBrandKitFromFiles.ts": { nonce: "bigint" },
  "storage/readCommittedLot.ts": {
    committed: "import('@imprimatur/sdk/storage').CommitRecord",
    chainId: "number",
    store: "import('@imprimatur/sdk/storage').ContentStore",
  },
  "agent/untrusted.ts": { proposal: "{ description: string }" },
  "agent/worker/runAgent.ts": {
    worker: WORKER,
    refinedRecipe: "Parameters<typeof import('@imprimatur/sdk/agent').runAgent>[0]['refinedRecipe']",
    signal: "AbortSignal",
  },
  "agent/worker/runChain.ts": {
    worker: `Omit<${WORKER}, "brief" | "generator" | "recipe">`,
    links: `${AGENT}.RunChainParameters['links']`,
  },
  "agent/worker/runWorker.ts": {
    agent: `${AGENT}.GuardedAccount`,
    gate: ADDRESS,
    ...Object.fromEntries(
      ["recipe", "brief", "generator", "screening", "journal"].map((name) => [name, `${WORKER}['${name}']`]),
    ),
  },
  "node/fileUploadJournal.ts": {
    storage: "import('@imprimatur/sdk/storage').StorageAdapter",
    files: "import('@imprimatur/sdk/storage').UploadLotParameters['files']",
  },
  "node/fileWorkJournal.ts": { worker: `Omit<${WORKER}, "journal">` },
  "c2pa/recover.ts": {
    file: "Uint8Array<ArrayBuffer>",
    index: "Parameters<typeof import('@imprimatur/sdk/c2pa').recover>[1]['index']",
    distanceOf: "Parameters<typeof import('@imprimatur/sdk/c2pa').recover>[1]['distanceOf']",
  },
  "actions/agents/callByMandate.ts": { data: HEX },
  "agents/hashAct.ts": {
    acts: `{ policyHash: ${HEX}; act: import("@imprimatur/sdk/mandates").MandateActEvent }[]`,
  },
  "actions/agents/getMandateConsent.ts": {
    mandate: "Parameters<typeof import('@imprimatur/sdk/mandates').hashMandateTerms>[0]",
  },
  "bound/mandates.ts": { studio: `${SDK}.StudioAddresses` },
  "c2pa/signAsset.ts": { producer: ADDRESS },
  "c2pa/checkMark.ts": { assets: "bigint[]", fetchFile: "(assetId: bigint) => Promise<Uint8Array>" },
  "compliance/art50.ts": { assets: "bigint[]", check: `${ARTICLE_50}['check']` },
  "compliance/assetSearch.ts": { index: HASH_INDEX, file: "Uint8Array<ArrayBuffer>" },
  "compliance/challengeCosts.ts": {
    count: "number",
    findings: "Parameters<typeof import('@imprimatur/sdk/compliance').reportChallenges>[0]['findings']",
  },
  "compliance/checkLotReport.ts": { manifest: HEX, screeners: "import('viem').Address[]" },
  "compliance/httpProvider.ts": { headers: "Record<string, string>" },
  "compliance/indexProvider.ts": { index: HASH_INDEX },
  "compliance/report.ts": {
    lotIds: `Omit<${SIGNED_REPORT}, 'screenedAt' | 'items' | 'findings'>`,
    screenedAt: `${SIGNED_REPORT}['screenedAt']`,
    items: `${SIGNED_REPORT}['items']`,
    findings: `${SIGNED_REPORT}['findings']`,
  },
  "compliance/reportChallenges.ts": {
    published: "import('@imprimatur/sdk/storage').PublishedLot",
    screeners: "import('viem').Address[]",
    curation: ADDRESS,
    count: "number",
  },
  "compliance/screen.ts": {
    index: HASH_INDEX,
    items: "Parameters<typeof import('@imprimatur/sdk/compliance').screen>[0]['items']",
  },
  "node/signFiles.ts": { lot: "Parameters<typeof import('@imprimatur/sdk/node').signFiles>[0]['lot']" },
  "node/fingerprintFiles.ts": { recipe: "Omit<Parameters<typeof import('@imprimatur/sdk/lot').buildLot>[0], 'items'>" },
  "actions/curation/adjudicate.ts": { ballots: WEIGHED },
  "actions/curation/closeSlate.ts": { ballots: WEIGHED },
  "actions/curation/claimPay.ts": { curator: ADDRESS },
  "actions/curation/claimReputation.ts": { curator: ADDRESS },
  "actions/curation/readmitCurator.ts": { curator: ADDRESS },
  "actions/registry/renewRecipe.ts": { recipe: `${SDK}.RecipeArgs` },
  "actions/registry/signRecipeConsent.ts": { recipe: `${SDK}.RecipeArgs` },
  "actions/licensing/verifyLicense.ts": { account: ADDRESS },
  "legal/certificate.ts": { account: ADDRESS },
  "proposals/describeProposal.ts": { studio: `${SDK}.StudioAddresses` },
  "proposals/simulateProposal.ts": { studio: `${SDK}.StudioAddresses` },
  "statements/exportEarnings.ts": { from: "bigint", to: "bigint" },
};
