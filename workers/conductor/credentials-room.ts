/** Bytes of a manifest at most, beside its certificates, its signature and its place in the file. */
export const MANIFEST_BYTES = 4096
