import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parse } from "yaml";

interface Service {
  image: string;
  ports?: string[];
  networks: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  volumes?: string[];
  profiles?: string[];
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, null>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, "utf8");

/** Ports that deploy, remove or look into things. */
const ADMIN_PORTS = ["8020", "8030", "8040", "5001", "5432"];

describe("docker-compose.yml", () => {
  const text = read("docker-compose.yml");
  const { services, networks, volumes } = parse(text) as Compose;
  const running = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);

  it("runs graph-node, PostgreSQL and kubo, every image at an exact version", () => {
    expect(running.map(([name]) => name).sort()).to.deep.equal(["graph-node", "ipfs", "postgres"]);
    for (const { image } of Object.values(services)) {
      expect(image).to.match(/^[\w./-]+:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/);
    }
  });

  it("publishes the GraphQL port alone, and to this machine only", () => {
    const published = Object.values(services).flatMap(({ ports }) => ports ?? []);
    expect(published).to.deep.equal(["127.0.0.1:${GRAPHQL_PORT:-8000}:8000"]);
    for (const port of ADMIN_PORTS)
      expect(
        published.some((one) => one.endsWith(`:${port}`)),
        port,
      ).to.equal(false);
    expect(text).to.not.match(/network_mode|expose:|privileged/);
  });

  it("keeps the database, and whoever deploys, on a network without a way out", () => {
    expect(networks["inner"]).to.deep.equal({ internal: true });
    for (const name of ["postgres", "deploy"]) expect(services[name]?.networks, name).to.deep.equal(["inner"]);
  });

  it("takes every secret from the environment, with no default", () => {
    expect(services["postgres"]?.environment?.["POSTGRES_PASSWORD"]).to.match(/^\$\{POSTGRES_PASSWORD:\?[^}]+\}$/);
    expect(services["graph-node"]?.environment?.["postgres_pass"]).to.match(/^\$\{POSTGRES_PASSWORD:\?[^}]+\}$/);
    expect(services["graph-node"]?.environment?.["ethereum"]).to.match(
      /^\$\{GRAPH_NETWORK:\?[^}]+\}:\$\{ETHEREUM_RPC_URL:\?[^}]+\}$/,
    );
    const named = [...text.matchAll(/\$\{(\w+):/g)].map(([, name]) => name);
    const example = [...read("deploy/example.env").matchAll(/^(\w+)=(.*)$/gm)];
    expect(new Set(example.map(([, name]) => name))).to.deep.equal(new Set(named));
    for (const [, name, value] of example) expect(value, name).to.equal("");
    expect(read(".gitignore").split("\n")).to.include(".env");
  });

  it("asks every service how it is, and keeps what must survive", () => {
    for (const [name, { healthcheck }] of running) expect(healthcheck?.test[0], name).to.be.oneOf(["CMD", "CMD-SHELL"]);
    expect(Object.keys(volumes).sort()).to.deep.equal(["ipfs", "postgres"]);
    expect(services["postgres"]?.environment?.["POSTGRES_INITDB_ARGS"]).to.include("--locale=C");
  });

  it("deploys by a script that the shell can read", () => {
    execFileSync("sh", ["-n", `${ROOT}deploy/deploySubgraph.sh`]);
  });
});
