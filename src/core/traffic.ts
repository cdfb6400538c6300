/** The channel on which the service worker tells every tab what it let through and what it refused. */
export const TRAFFIC_CHANNEL = 'vitrine-traffic'

/** One request that came to the service worker, or that it made itself. */
export interface Passage {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Path on our own origin; the whole address when it would have gone elsewhere. */
  readonly path: string
  /** `app`: the program's own files, fetched once. `part`: a model, runtime or codec. `refused`: did not leave the browser. */
  readonly kind: 'app' | 'part' | 'refused'
  /** Bytes received, as unpacked. */
  readonly bytes: number
}

export interface Traffic {
  readonly kind: 'traffic'
  /** Bytes of content that went out with the requests let through: they are GETs without body, query and cookie, so always 0. */
  readonly sentBytes: 0
  /** Requests let through since the app was first opened on this device. */
  readonly requests: number
  readonly receivedBytes: number
  readonly refused: number
  /** The latest 50, newest first. */
  readonly last: readonly Passage[]
}

/** What a page may say on the channel: asks for the figures, which come as `Traffic`, or for all requests, as `TrafficHistory`. */
export interface TrafficQuestion {
  readonly kind: 'ask' | 'ask-history'
}

/** All requests since the app was first opened on this device (the latest 10,000), newest first. */
export interface TrafficHistory {
  readonly kind: 'history'
  readonly passages: readonly Passage[]
}
