/**
 * How unsure a network was of a mask: the mean of `a (1 - a)` over the samples of at least one tenth; 0 for a hard
 * silhouette, up to 0.25.
 */
export function doubtOf(mask: Uint8Array): number {
  let sum = 0
  let found = 0
  for (const a of mask) {
    sum += a * (255 - a)
    if (a >= 26) found++
  }
  return sum / 65025 / Math.max(1, found)
}

/** Half of the cutouts with this doubt can be used as they are. */
const EVEN = 0.027

/**
 * How likely it is that a mask has an IoU of at least 0.95 with the truth, 0 to 1: a logistic curve over the logarithm
 * of the doubt, fitted to 384 cutouts (24 photos with true mattes, each seen in 16 ways), of which 51 % were good; its
 * slope came out as 2.08, here 2. The area under its ROC curve there is 0.91.
 */
export function confidenceOf(mask: Uint8Array): number {
  const ratio = doubtOf(mask) / EVEN
  return 1 / (1 + ratio * ratio)
}
