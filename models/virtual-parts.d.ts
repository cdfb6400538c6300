/** Made by `models/plugin.ts` when the app is built or served. */
declare module 'virtual:parts' {
  export const parts: readonly import('./index').Part[]
}
