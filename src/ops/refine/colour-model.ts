import { boxSums, grown, type Plane, type Size } from '../../core/sums'

/** Red, green and blue planes, sRGB-encoded, 0 to 1. */
export type Planes = readonly [Plane, Plane, Plane]

/** For each sample: alpha is near `red * r + green * g + blue * b + constant`, and how far that is to be believed, 0 to 1. */
export interface ColourModel {
  readonly red: Plane
  readonly green: Plane
  readonly blue: Plane
  readonly constant: Plane
  readonly belief: Plane
  /** How much of the square's area the matte was unsure of, 0 to 1: little along a hard edge, much in hair. */
  readonly unsure: Plane
}

/** Samples that are surely product or surely background count in full, those in between hardly at all. */
const DOUBT = 1e-3
/**
 * Where the matte was unsure of at most the first share of the square there is a hard edge, from the second on hair. Of a
 * fit that explains less than `blind` of alpha's variance nothing is believed, from `clear` on everything: a hard edge is
 * seldom better told by colours than by the network, hair nearly always (measured on hair, knit, and goods that look like
 * their background).
 */
const HARD = { unsure: 0.1, blind: 0.6, clear: 0.95 }
const SOFT = { unsure: 0.2, blind: 0.3, clear: 0.75 }

/** How hard an edge is by the share of the area around it that the matte was unsure of: 1 hard, 0 hair. */
export const hardness = (unsure: number): number => Math.max(0, Math.min(1, (SOFT.unsure - unsure) / (SOFT.unsure - HARD.unsure)))

/**
 * Fits, in the square of `reach` samples around each sample, alpha as a linear function of colour (a guided filter: He,
 * Sun and Tang, ECCV 2010), weighted by how sure the matte is there, so that a network's blurred rim has no say in how
 * the two sides differ; each `wanted` sample, and those beside it, get the mean of the fits whose square they lie in; what the
 * others hold means nothing. `smoothness` is the variance of colour (0 to 1 squared) below which a difference is taken for
 * noise. `belief` is the coefficient of determination of the fits: where product and background look alike, colour tells
 * nothing.
 */
export function colourModel(image: Planes, alpha: Plane, wanted: Uint8Array, size: Size, reach: number, smoothness: number): ColourModel {
  const count = alpha.length
  const plane = (): Plane => new Float32Array(count)
  const weight = plane()
  for (let i = 0; i < count; i++) {
    const sure = 2 * (alpha[i] as number) - 1
    weight[i] = sure * sure + DOUBT
  }
  const product = plane()
  const sum = (a: Plane, b: Plane | null): Plane => {
    for (let i = 0; i < count; i++) product[i] = (weight[i] as number) * (a[i] as number) * (b ? (b[i] as number) : 1)
    const out = plane()
    boxSums(product, size, reach, out)
    return out
  }
  const total = plane()
  boxSums(weight, size, reach, total)
  const [r, g, b] = image
  const mean = [sum(r, null), sum(g, null), sum(b, null), sum(alpha, null)] as const
  const rr = sum(r, r)
  const rg = sum(r, g)
  const rb = sum(r, b)
  const gg = sum(g, g)
  const gb = sum(g, b)
  const bb = sum(b, b)
  const ra = sum(r, alpha)
  const ga = sum(g, alpha)
  const ba = sum(b, alpha)
  const aa = sum(alpha, alpha)
  const believed = product
  const unsure = plane()
  const fitted = grown(wanted, size, reach + 1)
  for (let i = 0; i < count; i++) {
    if (!fitted[i]) continue
    const w = total[i] as number
    const mr = (mean[0][i] as number) / w
    const mg = (mean[1][i] as number) / w
    const mb = (mean[2][i] as number) / w
    const ma = (mean[3][i] as number) / w
    const crr = (rr[i] as number) / w - mr * mr + smoothness
    const crg = (rg[i] as number) / w - mr * mg
    const crb = (rb[i] as number) / w - mr * mb
    const cgg = (gg[i] as number) / w - mg * mg + smoothness
    const cgb = (gb[i] as number) / w - mg * mb
    const cbb = (bb[i] as number) / w - mb * mb + smoothness
    const cra = (ra[i] as number) / w - mr * ma
    const cga = (ga[i] as number) / w - mg * ma
    const cba = (ba[i] as number) / w - mb * ma
    const caa = (aa[i] as number) / w - ma * ma
    // The symmetric 3 x 3 system, by its cofactors.
    const k0 = cgg * cbb - cgb * cgb
    const k1 = crb * cgb - crg * cbb
    const k2 = crg * cgb - crb * cgg
    const determinant = crr * k0 + crg * k1 + crb * k2
    const k4 = crr * cbb - crb * crb
    const k5 = crg * crb - crr * cgb
    const k8 = crr * cgg - crg * crg
    const x = (k0 * cra + k1 * cga + k2 * cba) / determinant
    const y = (k1 * cra + k4 * cga + k5 * cba) / determinant
    const z = (k2 * cra + k5 * cga + k8 * cba) / determinant
    // The sums' planes are read no more at this sample: they take the fit, weighted for the mean over the square.
    rr[i] = x * w
    rg[i] = y * w
    rb[i] = z * w
    gg[i] = (ma - x * mr - y * mg - z * mb) * w
    const explained = caa > 1e-6 ? (x * cra + y * cga + z * cba) / caa : 0
    const x0 = i % size.width
    const y0 = (i - x0) / size.width
    const columns = Math.min(size.width, x0 + reach + 1) - Math.max(0, x0 - reach)
    const rows = Math.min(size.height, y0 + reach + 1) - Math.max(0, y0 - reach)
    const doubted = 1 - w / (columns * rows)
    unsure[i] = doubted
    const hard = hardness(doubted)
    const blind = SOFT.blind + hard * (HARD.blind - SOFT.blind)
    const clear = SOFT.clear + hard * (HARD.clear - SOFT.clear)
    believed[i] = Math.min(1, Math.max(0, (explained - blind) / (clear - blind))) * w
  }
  const all = mean[0]
  boxSums(total, size, reach, all)
  const average = (from: Plane, into: Plane): Plane => {
    boxSums(from, size, reach, into)
    for (let i = 0; i < count; i++) into[i] = (into[i] as number) / (all[i] as number)
    return into
  }
  return {
    red: average(rr, gb),
    green: average(rg, bb),
    blue: average(rb, ra),
    constant: average(gg, ga),
    belief: average(believed, ba),
    unsure,
  }
}
