import { config } from 'zod'

// zod probes `new Function` at the first object schema, which our CSP refuses; without the probe nothing is reported.
config({ jitless: true })

export { z } from 'zod'
