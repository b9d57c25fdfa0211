/** How the engine works here: no pictures of pictures, no request to anybody, nothing unpacked without end. */
export const ENGINE_SETTINGS = {
  builder: { thumbnail: { enabled: false } },
  core: { decode_identity_assertions: false, max_decompressed_manifest_size_in_mb: 8, allowed_network_hosts: [] },
  verify: { verify_after_sign: false, verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
} as const;
