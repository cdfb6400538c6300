import type { Pattern } from '../pattern'

/**
 * A board sawn off a log: growth rings are distances from a pith that lies beside or below the board and wanders along it, which draws the
 * arches and the straight grain that one knows. \`from\` = mm across the board from its middle.
 */
const log = /* glsl */ `
struct Grain { float ring, late, fibre; };
Grain sawn(vec2 uv, float from, vec3 id, float ring, int salt) {
  float along = uv.x + id.y;
  vec2 bend = vec2(clouds(vec2(along, id.x), per(vec2(400.0, 1e4)), 2, salt), clouds(vec2(along, id.z), per(vec2(600.0, 1e4)), 2, salt + 3));
  float pith = (id.x - 0.5) * 170.0 + 26.0 * bend.x, depth = 8.0 + 46.0 * id.y + 42.0 * bend.y;
  float ragged = 2.2 * clouds(uv, per(vec2(160.0, 12.0)), 3, salt + 6) + 0.5 * clouds(uv, per(vec2(30.0, 2.0)), 2, salt + 8);
  float r = (length(vec2(from - pith, depth)) + ragged) / ring;
  r += 0.8 * noise(vec2(r / 16.0, id.z), vec2(16.0), salt + 9);
  Grain grain;
  grain.ring = fract(r);
  grain.late = smoothstep(0.25, 0.92, grain.ring) * smoothstep(1.0, 0.94, grain.ring) * (0.55 + 0.45 * hash(ivec2(floor(r), 7), salt).x);
  grain.fibre = clouds(uv, per(vec2(34.0, 0.7)), 3, salt + 20);
  return grain;
}
/** Vessels cut open: dark dashes along the grain. */
float pores(vec2 uv, vec2 mm, float share, int salt) {
  vec2 count = per(mm);
  float row = floor(uv.y * count.y);
  vec2 at = vec2(uv.x + hash(ivec2(int(row), 3), salt).x, uv.y);
  vec3 id = grains(at, count, salt + 1);
  vec2 f = fract(at * count) - 0.5;
  float half_ = 0.18 + 0.3 * id.y;
  return step(1.0 - share, id.x) * smoothstep(half_, half_ * 0.7, abs(f.x)) * smoothstep(0.5, 0.15, abs(f.y));
}
`

const boards = /* glsl */ `
struct Board { vec3 id; float from, edge; };
Board board(vec2 uv, float mm, int salt) {
  vec2 count = per(vec2(1e5, mm));
  Board b;
  float f = fract(uv.y * count.y);
  b.id = hash(ivec2(7, int(floor(uv.y * count.y))), salt);
  b.from = (f - 0.5) * tile.y / count.y;
  b.edge = (0.5 - abs(f - 0.5)) * tile.y / count.y;
  return b;
}
`

const oiled = (ring: number, pore: number, contrast: number): Pattern => ({
  tile: [1200, 600],
  slope: 0.5,
  glsl: /* glsl */ `${log}${boards}
void surface(vec2 uv, inout Surface s) {
  Board b = board(uv, 150.0, 1);
  Grain g = sawn(uv, b.from, b.id, ${ring.toFixed(1)} * (0.8 + 0.5 * b.id.z), 10);
  float early = 1.0 - smoothstep(0.1, 0.55, g.ring);
  float pore = max(pores(uv, vec2(7.0, 0.35), ${pore.toFixed(2)} * (0.25 + early), 60), pores(uv + 0.13, vec2(14.0, 0.5), ${pore.toFixed(2)} * early, 70));
  float ray = pores(uv, vec2(4.0, 1.6), 0.05, 80) * smoothstep(0.0, 0.5, clouds(uv, per(vec2(200.0, 60.0)), 2, 90));
  float tone = 0.5 + 0.5 * clouds(uv + b.id.xy, per(vec2(500.0, 60.0)), 3, 40);
  s.albedo = mix(s.albedo, accent, ${contrast.toFixed(2)} * g.late + 0.22 * (tone - 0.5) + 0.1 * g.fibre + 0.42 * pore);
  s.albedo = mix(s.albedo, colour * 1.15, 0.2 * ray) * (0.88 + 0.24 * b.id.x);
  float joint = smoothstep(0.5, 0.15, b.edge);
  s.albedo *= 1.0 - 0.55 * joint;
  s.height = -0.06 * pore + 0.02 * g.fibre + 0.015 * g.late - 0.25 * joint;
  s.rough += 0.12 * pore - 0.06 * g.late + 0.05 * g.fibre;
}`,
})

/** Old boards of 100 mm with gaps, their paint worn down to the wood along the grain. */
const planks: Pattern = {
  tile: [1200, 600],
  slope: 1.2,
  glsl: /* glsl */ `${log}${boards}
void surface(vec2 uv, inout Surface s) {
  Board b = board(uv, 100.0, 1);
  Grain g = sawn(uv, b.from, b.id, 6.0, 10);
  float edge = b.edge + 0.5 * clouds(uv, per(vec2(60.0, 5.0)), 3, 50);
  float worn = 0.5 * clouds(uv, per(vec2(260.0, 40.0)), 5, 40) + 0.4 * g.fibre + 0.3 * g.late + 0.5 * smoothstep(7.0, 1.0, edge) - 0.04;
  float bare = smoothstep(0.32, 0.42, worn);
  vec3 wood = accent * (0.75 + 0.5 * g.late * 0.4 + 0.3 * g.fibre) * (0.8 + 0.4 * b.id.x);
  vec3 paint = colour * (0.93 + 0.1 * b.id.x) * (1.0 + 0.06 * g.fibre + 0.05 * clouds(uv, per(80.0), 3, 60));
  s.albedo = mix(paint, wood, bare);
  float gap = smoothstep(2.0, 1.2, edge);
  s.albedo *= (1.0 - 0.92 * gap) * (0.8 + 0.2 * smoothstep(1.5, 5.0, edge));
  s.height = 0.14 * g.fibre + 0.12 * g.late - 0.14 * bare - 3.0 * gap + 0.5 * smoothstep(1.5, 4.5, edge);
  s.rough += 0.15 * bare;
}`,
}

/** Strips of 20 mm, glued; nodes at their own heights. */
const bamboo: Pattern = {
  tile: [480, 480],
  slope: 0.4,
  glsl: /* glsl */ `${boards}
void surface(vec2 uv, inout Surface s) {
  Board b = board(uv, 20.0, 1);
  float along = fract(uv.x * 2.0 + b.id.y * 2.0 + 0.002 * (b.from / 10.0) * (b.from / 10.0));
  float from = (along - 0.5) * tile.x / 2.0;
  float node = exp(-from * from / 5.0), band = exp(-abs(from) / 9.0);
  float fibre = clouds(uv, per(vec2(80.0, 0.6)), 3, 10), dash = clouds(uv, per(vec2(24.0, 0.4)), 2, 20);
  s.albedo *= 0.84 + 0.28 * b.id.x;
  s.albedo = mix(s.albedo, accent, clamp(0.75 * node + 0.25 * band + 0.25 * fibre + 0.2 * smoothstep(0.1, 0.5, dash), 0.0, 1.0));
  float joint = smoothstep(0.3, 0.1, b.edge);
  s.albedo *= 1.0 - 0.35 * joint;
  s.height = 0.03 * fibre - 0.1 * joint + 0.05 * node;
  s.rough += 0.06 * fibre;
}`,
}

const cork: Pattern = {
  tile: [160, 160],
  slope: 0.8,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(5.0), 1.6, 1);
  Cell big = cells(at, per(5.0), 1.0, 2), small = cells(at, per(2.0), 1.0, 8);
  float crumb = clouds(uv, per(0.8), 2, 14);
  float dark = smoothstep(0.78, 0.95, big.id.x) + 0.8 * step(0.9, small.id.x);
  s.albedo *= 0.74 + 0.36 * big.id.y + 0.22 * (small.id.y - 0.5) + 0.15 * crumb;
  s.albedo = mix(s.albedo, accent, clamp(0.7 * dark + 0.5 * smoothstep(0.09, 0.0, big.border), 0.0, 1.0));
  s.height = 0.25 * smoothstep(0.0, 0.15, big.border) + 0.1 * big.id.z + 0.08 * crumb - 0.3 * step(0.93, small.id.z) * smoothstep(0.0, 0.3, small.border);
}`,
}

export const wood = { oak: oiled(6.5, 0.55, 0.62), walnut: oiled(8.5, 0.3, 0.68), planks, bamboo, cork }
