/** Made by `src/hosting/verifier.ts` when the app is built or served. */
declare module 'virtual:verifier' {
  /** A page that checks a ledger, in one file. */
  export const html: string
  /** The same as a module for Node. */
  export const script: string
}
