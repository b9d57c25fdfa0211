// Written by scripts/generate from the compiled contracts: npm run generate

export const assetRegistryApprovalEvent = {
  type: "event",
  name: "Approval",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "approved", type: "address" },
    { indexed: true, name: "tokenId", type: "uint256" },
  ],
} as const;

export const assetRegistryApprovalForAllEvent = {
  type: "event",
  name: "ApprovalForAll",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "operator", type: "address" },
    { name: "approved", type: "bool" },
  ],
} as const;

export const assetRegistryAssetFrozenEvent = {
  type: "event",
  name: "AssetFrozen",
  inputs: [
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "ruler", type: "address" },
    { name: "until", type: "uint40" },
  ],
} as const;

export const assetRegistryAssetMintedEvent = {
  type: "event",
  name: "AssetMinted",
  inputs: [
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "to", type: "address" },
    { name: "contentHash", type: "bytes32" },
    { name: "leafHash", type: "bytes32" },
  ],
} as const;

export const assetRegistryBlockedSetEvent = {
  type: "event",
  name: "BlockedSet",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
    { name: "mask", type: "uint256" },
  ],
} as const;

export const assetRegistryControlOfferedEvent = {
  type: "event",
  name: "ControlOffered",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "licensor", type: "address" },
    { indexed: true, name: "to", type: "address" },
  ],
} as const;

export const assetRegistryControlTransferredEvent = {
  type: "event",
  name: "ControlTransferred",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "controlEpoch", type: "uint16" },
  ],
} as const;

export const assetRegistryEIP712DomainChangedEvent = {
  type: "event",
  name: "EIP712DomainChanged",
  inputs: [],
} as const;

export const assetRegistryExternalRegisteredEvent = {
  type: "event",
  name: "ExternalRegistered",
  inputs: [
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "collection", type: "address" },
    { indexed: true, name: "tokenId", type: "uint256" },
  ],
} as const;

export const assetRegistryGateRecordedEvent = {
  type: "event",
  name: "GateRecorded",
  inputs: [
    { indexed: true, name: "gate", type: "address" },
    { indexed: true, name: "timelock", type: "address" },
    { indexed: true, name: "studio", type: "address" },
    { name: "ordinal", type: "uint32" },
  ],
} as const;

export const assetRegistryLotCommittedEvent = {
  type: "event",
  name: "LotCommitted",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "gate", type: "address" },
    { name: "producer", type: "address" },
    { name: "root", type: "bytes32" },
    { name: "count", type: "uint32" },
    { name: "manifest", type: "bytes32" },
  ],
} as const;

export const assetRegistryLotSupersededEvent = {
  type: "event",
  name: "LotSuperseded",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "successor", type: "uint256" },
    { indexed: true, name: "licensor", type: "address" },
  ],
} as const;

export const assetRegistryManifestSupersededEvent = {
  type: "event",
  name: "ManifestSuperseded",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "by", type: "address" },
    { name: "manifest", type: "bytes32" },
  ],
} as const;

export const assetRegistryRecipeRegisteredEvent = {
  type: "event",
  name: "RecipeRegistered",
  inputs: [
    { indexed: true, name: "recipeId", type: "bytes32" },
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "licensor", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "commitment", type: "bytes32" },
    { name: "metadata", type: "bytes32" },
    { name: "validUntil", type: "uint40" },
    {
      components: [
        { name: "asset", type: "uint256" },
        { name: "licenseId", type: "bytes32" },
        { name: "rate", type: "uint24" },
      ],
      name: "parents",
      type: "tuple[]",
    },
    {
      components: [
        { name: "derivativeFloor", type: "uint24" },
        { name: "ownerUsages", type: "uint8" },
        { name: "secondaryRate", type: "uint24" },
      ],
      name: "terms",
      type: "tuple",
    },
  ],
} as const;

export const assetRegistryRecipeRenewedEvent = {
  type: "event",
  name: "RecipeRenewed",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { name: "validUntil", type: "uint40" },
    { name: "licenseIds", type: "bytes32[]" },
  ],
} as const;

export const assetRegistryRecipeStoppedEvent = {
  type: "event",
  name: "RecipeStopped",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { name: "validUntil", type: "uint40" },
  ],
} as const;

export const assetRegistryRecipeSuspendedEvent = {
  type: "event",
  name: "RecipeSuspended",
  inputs: [
    { indexed: true, name: "recipeId", type: "bytes32" },
    { indexed: true, name: "ruler", type: "address" },
    { name: "until", type: "uint40" },
  ],
} as const;

export const assetRegistryRecipeUseGrantedEvent = {
  type: "event",
  name: "RecipeUseGranted",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "user", type: "address" },
    { name: "until", type: "uint40" },
    { name: "independent", type: "bool" },
  ],
} as const;

export const assetRegistryTransferEvent = {
  type: "event",
  name: "Transfer",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { indexed: true, name: "tokenId", type: "uint256" },
  ],
} as const;

export const assetRegistryVerdictSetEvent = {
  type: "event",
  name: "VerdictSet",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "status", type: "uint8" },
    { name: "class", type: "uint8" },
    { name: "releasableAt", type: "uint40" },
  ],
} as const;

export const assetRegistryAcceptControl = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "acceptControl",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryApprove = {
  inputs: [
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "approve",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryBalanceOf = {
  inputs: [{ name: "owner", type: "address" }],
  name: "balanceOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryBlockedMasks = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "first", type: "uint16" },
    { name: "count", type: "uint16" },
  ],
  name: "blockedMasks",
  outputs: [{ name: "masks", type: "uint256[]" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryBlockedWord = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
  ],
  name: "blockedWord",
  outputs: [{ name: "mask", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryCommitLot = {
  inputs: [
    {
      components: [
        { name: "recipeId", type: "bytes32" },
        { name: "nonce", type: "uint64" },
        { name: "root", type: "bytes32" },
        { name: "count", type: "uint32" },
        { name: "gate", type: "address" },
        { name: "manifest", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "commitLot",
  outputs: [{ name: "lotId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryContentHashOf = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "contentHashOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryContractURI = {
  inputs: [],
  name: "contractURI",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryControlEpochOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "controlEpochOf",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryConveyTitle = {
  inputs: [
    { name: "assetId", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
    { name: "proof", type: "bytes32[]" },
    { name: "to", type: "address" },
  ],
  name: "conveyTitle",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryEip712Domain = {
  inputs: [],
  name: "eip712Domain",
  outputs: [
    { name: "fields", type: "bytes1" },
    { name: "name", type: "string" },
    { name: "version", type: "string" },
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
    { name: "salt", type: "bytes32" },
    { name: "extensions", type: "uint256[]" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryExternalOf = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "externalOf",
  outputs: [
    { name: "collection", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryFreeze = {
  inputs: [
    { name: "assetId", type: "uint256" },
    { name: "until", type: "uint40" },
  ],
  name: "freeze",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryFrozenUntil = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "frozenUntil",
  outputs: [{ name: "until", type: "uint40" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryGateOf = {
  inputs: [{ name: "gate", type: "address" }],
  name: "gateOf",
  outputs: [
    { name: "timelock", type: "address" },
    { name: "ordinal", type: "uint32" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryGetApproved = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "getApproved",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryGrantRecipeUse = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "user", type: "address" },
    { name: "until", type: "uint40" },
    { name: "independent", type: "bool" },
  ],
  name: "grantRecipeUse",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryHashLeaf = {
  inputs: [
    { name: "assetId", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
  ],
  name: "hashLeaf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const assetRegistryHashRecipe = {
  inputs: [
    {
      components: [
        { name: "licensor", type: "address" },
        { name: "kind", type: "uint8" },
        { name: "commitment", type: "bytes32" },
        { name: "metadata", type: "bytes32" },
        {
          components: [
            { name: "asset", type: "uint256" },
            { name: "licenseId", type: "bytes32" },
            { name: "rate", type: "uint24" },
          ],
          name: "parents",
          type: "tuple[]",
        },
        {
          components: [
            { name: "account", type: "address" },
            { name: "weight", type: "uint32" },
            { name: "roles", type: "uint8" },
          ],
          name: "split",
          type: "tuple[]",
        },
        {
          components: [
            { name: "kind", type: "uint8" },
            { name: "root", type: "bytes32" },
            { name: "totalWeight", type: "uint64" },
            { name: "token", type: "address" },
            {
              components: [
                { name: "account", type: "address" },
                { name: "token", type: "address" },
                { name: "amount", type: "uint128" },
              ],
              name: "advance",
              type: "tuple",
            },
          ],
          name: "options",
          type: "tuple",
        },
        {
          components: [
            { name: "derivativeFloor", type: "uint24" },
            { name: "ownerUsages", type: "uint8" },
            { name: "secondaryRate", type: "uint24" },
          ],
          name: "terms",
          type: "tuple",
        },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "hashRecipe",
  outputs: [{ name: "recipeId", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const assetRegistryIsApprovedForAll = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "operator", type: "address" },
  ],
  name: "isApprovedForAll",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryIsReleasable = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "isReleasable",
  outputs: [{ name: "releasable", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryLicensable = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "licensable",
  outputs: [
    { name: "recipe", type: "uint32" },
    { name: "controlEpoch", type: "uint16" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryLotOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "lotOf",
  outputs: [
    {
      components: [
        { name: "root", type: "bytes32" },
        { name: "recipe", type: "uint32" },
        { name: "gate", type: "uint32" },
        { name: "committedAt", type: "uint40" },
        { name: "releasableAt", type: "uint40" },
        { name: "count", type: "uint32" },
        { name: "status", type: "uint8" },
        { name: "class", type: "uint8" },
        { name: "blocked", type: "bool" },
        { name: "superseded", type: "bool" },
        { name: "frozen", type: "bool" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryMint = {
  inputs: [
    { name: "assetId", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
    { name: "proof", type: "bytes32[]" },
  ],
  name: "mint",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryName = {
  inputs: [],
  name: "name",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryOfferControl = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "to", type: "address" },
  ],
  name: "offerControl",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryOwnerOf = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "ownerOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryPendingLicensorOf = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "pendingLicensorOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRecipeCount = {
  inputs: [],
  name: "recipeCount",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRecipeIdOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "recipeIdOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRecipeOf = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "recipeOf",
  outputs: [
    {
      components: [
        { name: "licensor", type: "address" },
        { name: "ordinal", type: "uint32" },
        { name: "validUntil", type: "uint40" },
        { name: "kind", type: "uint8" },
        { name: "flags", type: "uint16" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRecipeUseOf = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "user", type: "address" },
  ],
  name: "recipeUseOf",
  outputs: [
    { name: "until", type: "uint40" },
    { name: "independent", type: "bool" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRecordGate = {
  inputs: [{ name: "gate", type: "address" }],
  name: "recordGate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRecordStudio = {
  inputs: [
    { name: "timelock", type: "address" },
    { name: "studio", type: "address" },
    { name: "gate", type: "address" },
  ],
  name: "recordStudio",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRegister = {
  inputs: [
    {
      components: [
        { name: "recipeId", type: "bytes32" },
        { name: "nonce", type: "uint64" },
        { name: "root", type: "bytes32" },
        { name: "count", type: "uint32" },
        { name: "gate", type: "address" },
        { name: "manifest", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
  ],
  name: "register",
  outputs: [{ name: "assetId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRegisterExternal = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "nonce", type: "uint64" },
    { name: "collection", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "registerExternal",
  outputs: [{ name: "assetId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRegisterRecipe = {
  inputs: [
    {
      components: [
        { name: "licensor", type: "address" },
        { name: "kind", type: "uint8" },
        { name: "commitment", type: "bytes32" },
        { name: "metadata", type: "bytes32" },
        {
          components: [
            { name: "asset", type: "uint256" },
            { name: "licenseId", type: "bytes32" },
            { name: "rate", type: "uint24" },
          ],
          name: "parents",
          type: "tuple[]",
        },
        {
          components: [
            { name: "account", type: "address" },
            { name: "weight", type: "uint32" },
            { name: "roles", type: "uint8" },
          ],
          name: "split",
          type: "tuple[]",
        },
        {
          components: [
            { name: "kind", type: "uint8" },
            { name: "root", type: "bytes32" },
            { name: "totalWeight", type: "uint64" },
            { name: "token", type: "address" },
            {
              components: [
                { name: "account", type: "address" },
                { name: "token", type: "address" },
                { name: "amount", type: "uint128" },
              ],
              name: "advance",
              type: "tuple",
            },
          ],
          name: "options",
          type: "tuple",
        },
        {
          components: [
            { name: "derivativeFloor", type: "uint24" },
            { name: "ownerUsages", type: "uint8" },
            { name: "secondaryRate", type: "uint24" },
          ],
          name: "terms",
          type: "tuple",
        },
      ],
      name: "",
      type: "tuple",
    },
    { name: "", type: "uint256" },
    { name: "", type: "bytes" },
  ],
  name: "registerRecipe",
  outputs: [{ name: "recipeId", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRenderer = {
  inputs: [],
  name: "renderer",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRenewRecipe = {
  inputs: [
    {
      components: [
        { name: "licensor", type: "address" },
        { name: "kind", type: "uint8" },
        { name: "commitment", type: "bytes32" },
        { name: "metadata", type: "bytes32" },
        {
          components: [
            { name: "asset", type: "uint256" },
            { name: "licenseId", type: "bytes32" },
            { name: "rate", type: "uint24" },
          ],
          name: "parents",
          type: "tuple[]",
        },
        {
          components: [
            { name: "account", type: "address" },
            { name: "weight", type: "uint32" },
            { name: "roles", type: "uint8" },
          ],
          name: "split",
          type: "tuple[]",
        },
        {
          components: [
            { name: "kind", type: "uint8" },
            { name: "root", type: "bytes32" },
            { name: "totalWeight", type: "uint64" },
            { name: "token", type: "address" },
            {
              components: [
                { name: "account", type: "address" },
                { name: "token", type: "address" },
                { name: "amount", type: "uint128" },
              ],
              name: "advance",
              type: "tuple",
            },
          ],
          name: "options",
          type: "tuple",
        },
        {
          components: [
            { name: "derivativeFloor", type: "uint24" },
            { name: "ownerUsages", type: "uint8" },
            { name: "secondaryRate", type: "uint24" },
          ],
          name: "terms",
          type: "tuple",
        },
      ],
      name: "",
      type: "tuple",
    },
    { name: "", type: "bytes32[]" },
  ],
  name: "renewRecipe",
  outputs: [{ name: "validUntil", type: "uint40" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryResumeRecipe = {
  inputs: [{ name: "", type: "bytes32" }],
  name: "resumeRecipe",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryRoyaltyInfo = {
  inputs: [
    { name: "tokenId", type: "uint256" },
    { name: "salePrice", type: "uint256" },
  ],
  name: "royaltyInfo",
  outputs: [
    { name: "receiver", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryRulersOf = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "rulersOf",
  outputs: [
    { name: "timelock", type: "address" },
    { name: "board", type: "address" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistrySafeTransferFromAddressAddressUint256 = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "safeTransferFrom",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySafeTransferFromAddressAddressUint256Bytes = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
    { name: "data", type: "bytes" },
  ],
  name: "safeTransferFrom",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySetApprovalForAll = {
  inputs: [
    { name: "operator", type: "address" },
    { name: "approved", type: "bool" },
  ],
  name: "setApprovalForAll",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySetBlocked = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
    { name: "mask", type: "uint256" },
  ],
  name: "setBlocked",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySetBlockedMasks = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "first", type: "uint16" },
    { name: "masks", type: "uint256[]" },
  ],
  name: "setBlockedMasks",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySetVerdict = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "status", type: "uint8" },
    { name: "class", type: "uint8" },
    { name: "releasableAt", type: "uint40" },
  ],
  name: "setVerdict",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryStopRecipe = {
  inputs: [{ name: "ordinal", type: "uint32" }],
  name: "stopRecipe",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryStudioOf = {
  inputs: [{ name: "timelock", type: "address" }],
  name: "studioOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistrySupersedeLot = {
  inputs: [
    { name: "", type: "uint256" },
    { name: "", type: "uint256" },
  ],
  name: "supersedeLot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySupersedeManifest = {
  inputs: [
    { name: "", type: "uint256" },
    { name: "", type: "bytes32" },
  ],
  name: "supersedeManifest",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySupportsInterface = {
  inputs: [{ name: "interfaceId", type: "bytes4" }],
  name: "supportsInterface",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistrySuspendRecipe = {
  inputs: [
    { name: "", type: "bytes32" },
    { name: "", type: "uint40" },
  ],
  name: "suspendRecipe",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistrySuspensionOf = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "suspensionOf",
  outputs: [
    { name: "until", type: "uint40" },
    { name: "validUntil", type: "uint40" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistrySymbol = {
  inputs: [],
  name: "symbol",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryTermsOf = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "termsOf",
  outputs: [
    {
      components: [
        { name: "derivativeFloor", type: "uint24" },
        { name: "ownerUsages", type: "uint8" },
        { name: "secondaryRate", type: "uint24" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryTimelockOf = {
  inputs: [{ name: "gate", type: "uint32" }],
  name: "timelockOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryTokenURI = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "tokenURI",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryTransferFrom = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "transferFrom",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryUnfreeze = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "unfreeze",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const assetRegistryVerify = {
  inputs: [
    { name: "assetId", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
    { name: "proof", type: "bytes32[]" },
  ],
  name: "verify",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const assetRegistryAbi = [
  assetRegistryApprovalEvent,
  assetRegistryApprovalForAllEvent,
  assetRegistryAssetFrozenEvent,
  assetRegistryAssetMintedEvent,
  assetRegistryBlockedSetEvent,
  assetRegistryControlOfferedEvent,
  assetRegistryControlTransferredEvent,
  assetRegistryEIP712DomainChangedEvent,
  assetRegistryExternalRegisteredEvent,
  assetRegistryGateRecordedEvent,
  assetRegistryLotCommittedEvent,
  assetRegistryLotSupersededEvent,
  assetRegistryManifestSupersededEvent,
  assetRegistryRecipeRegisteredEvent,
  assetRegistryRecipeRenewedEvent,
  assetRegistryRecipeStoppedEvent,
  assetRegistryRecipeSuspendedEvent,
  assetRegistryRecipeUseGrantedEvent,
  assetRegistryTransferEvent,
  assetRegistryVerdictSetEvent,
  assetRegistryAcceptControl,
  assetRegistryApprove,
  assetRegistryBalanceOf,
  assetRegistryBlockedMasks,
  assetRegistryBlockedWord,
  assetRegistryCommitLot,
  assetRegistryContentHashOf,
  assetRegistryContractURI,
  assetRegistryControlEpochOf,
  assetRegistryConveyTitle,
  assetRegistryEip712Domain,
  assetRegistryExternalOf,
  assetRegistryFreeze,
  assetRegistryFrozenUntil,
  assetRegistryGateOf,
  assetRegistryGetApproved,
  assetRegistryGrantRecipeUse,
  assetRegistryHashLeaf,
  assetRegistryHashRecipe,
  assetRegistryIsApprovedForAll,
  assetRegistryIsReleasable,
  assetRegistryLicensable,
  assetRegistryLotOf,
  assetRegistryMint,
  assetRegistryName,
  assetRegistryOfferControl,
  assetRegistryOwnerOf,
  assetRegistryPendingLicensorOf,
  assetRegistryRecipeCount,
  assetRegistryRecipeIdOf,
  assetRegistryRecipeOf,
  assetRegistryRecipeUseOf,
  assetRegistryRecordGate,
  assetRegistryRecordStudio,
  assetRegistryRegister,
  assetRegistryRegisterExternal,
  assetRegistryRegisterRecipe,
  assetRegistryRenderer,
  assetRegistryRenewRecipe,
  assetRegistryResumeRecipe,
  assetRegistryRoyaltyInfo,
  assetRegistryRulersOf,
  assetRegistrySafeTransferFromAddressAddressUint256,
  assetRegistrySafeTransferFromAddressAddressUint256Bytes,
  assetRegistrySetApprovalForAll,
  assetRegistrySetBlocked,
  assetRegistrySetBlockedMasks,
  assetRegistrySetVerdict,
  assetRegistryStopRecipe,
  assetRegistryStudioOf,
  assetRegistrySupersedeLot,
  assetRegistrySupersedeManifest,
  assetRegistrySupportsInterface,
  assetRegistrySuspendRecipe,
  assetRegistrySuspensionOf,
  assetRegistrySymbol,
  assetRegistryTermsOf,
  assetRegistryTimelockOf,
  assetRegistryTokenURI,
  assetRegistryTransferFrom,
  assetRegistryUnfreeze,
  assetRegistryVerify,
] as const;
