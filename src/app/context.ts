import { createContext, useContext } from 'react'
import type { Client } from '../core/client'

export const ClientContext = createContext<Client | null>(null)

/** The way to the conductor. Throws outside of the app. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('no client above this component')
  return client
}
