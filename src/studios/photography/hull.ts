interface Spot {
  readonly x: number
  readonly y: number
}

/** The convex outline of points (Andrew's monotone chain, 1979). */
export function hull<P extends Spot>(points: readonly P[]): P[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly P[]) => {
    const chain: P[] = []
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2) as P, chain.at(-1) as P, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())]
}

const cross = (o: Spot, a: Spot, b: Spot) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
