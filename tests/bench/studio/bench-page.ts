import { batches } from './batch'
import { colours } from './colours'
import { contacts } from './contact'
import { converging } from './converging'
import { groups } from './groups'
import { physics } from './physics'
import type { Row } from './row'

/** `reference`: samples of the pictures that count as converged; `cutouts`: the folder of real ones, where it is there. */
const query = new URLSearchParams(location.search)
const cutouts = query.get('cutouts')
const reference = Number(query.get('reference') ?? 1024)

const rows: readonly Row[] = [...physics, ...colours, ...groups, ...contacts(cutouts), ...batches(cutouts), ...converging(reference)]

async function figure(i: number) {
  const { measure, met } = rows[i] as Row
  const value = await measure()
  return { value, met: met(value) }
}

Object.assign(window, { figure, rows: rows.map(({ part, name, goal }) => ({ part, name, goal })) })
