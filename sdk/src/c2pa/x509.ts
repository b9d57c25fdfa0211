import type * as library from "@peculiar/x509";

/** The certificate library, loaded when a certificate is made or looked into. */
export async function loadX509(): Promise<typeof library> {
  await import("reflect-metadata");
  return import("@peculiar/x509");
}
