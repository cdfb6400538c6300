import { create } from 'zustand'
import { type Fault, faultOf } from '../core/fault'

export interface Toast {
  readonly id: number
  readonly tone: 'plain' | 'fail'
  readonly text: string
  readonly detail?: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Stays until it is closed. */
  readonly stays?: boolean
}

export const useToasts = create<readonly Toast[]>(() => [])
let last = 0

/** Shows a short message. A newer one with the same text takes the older one's place. */
export function say(toast: Omit<Toast, 'id'>): number {
  const id = ++last
  useToasts.setState((shown) => [...shown.filter((other) => other.text !== toast.text).slice(-3), { ...toast, id }], true)
  return id
}

export function hush(id: number): void {
  useToasts.setState((shown) => shown.filter((toast) => toast.id !== id), true)
}

export const sayFault = (fault: Fault) => say({ tone: 'fail', text: fault.sentence, detail: fault.remedy })

/** Waits for what the user asked for and says so when it could not be done; null then. */
export async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (thrown) {
    sayFault(faultOf(thrown))
    return null
  }
}
