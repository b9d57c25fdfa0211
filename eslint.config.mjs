import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/artifacts*/",
      "**/cache*/",
      "**/coverage/",
      "**/dist/",
      "**/build/",
      "**/generated/",
      "subgraph/src/",
      "subgraph/tests/", // AssemblyScript, which only looks like TypeScript: graph-cli compiles and checks it
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", 450],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Name what you export." },
        { selector: "TSEnumDeclaration", message: "Use a union of literals." },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off", // an interface may ask for a promise
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["sdk/src/**/*.ts"],
    // One exported action is a function and a namespace of the same name (its types and builders).
    rules: { "@typescript-eslint/no-namespace": "off", "no-redeclare": "off" },
  },
  {
    files: ["sdk/src/abi/**/*.ts"],
    rules: { "max-lines": "off" }, // generated: one constant an item of the ABI
  },
  {
    files: ["**/*.test.ts", "test/**/*.ts", "sdk/test/**/*.ts", "bench/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-expressions": "off", // chai: expect(x).to.be.true
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: [
      "**/*.config.ts",
      "docs/.vitepress/config.ts",
      "scripts/testing/mochaReporter.ts",
      "scripts/testing/solidityReport.ts",
    ],
    rules: { "no-restricted-syntax": "off" }, // their loaders ask for a default export
  },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
);
