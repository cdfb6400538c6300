/**
 * What all patterns are made of. Everything repeats at the tile's edges: `uv` runs from 0 to 1 across the tile, `count` is a whole number
 * of cells along each of its sides, and cells are numbered modulo it. Randomness is an integer hash, the same on every device:
 * PCG3D of Jarzynski and Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020.
 */
export const noise = /* glsl */ `
uniform vec2 tile;
uniform int seed;

vec3 hash(ivec2 cell, int salt) {
  uvec3 v = uvec3(cell, salt * 7919 + seed) * 1664525u + 1013904223u;
  v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
  return vec3(v >> 8u) / 16777216.0;
}

/** Cells of so many mm, as a whole number of them along each side. */
vec2 per(vec2 mm) { return max(vec2(1.0), round(tile / mm)); }
vec2 per(float mm) { return per(vec2(mm)); }

ivec2 wrapped(ivec2 cell, ivec2 count) { return ((cell % count) + count) % count; }

/** Gradient noise, about -1 to 1. */
float noise(vec2 uv, vec2 count, int salt) {
  vec2 p = uv * count, f = fract(p), s = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  ivec2 c = ivec2(floor(p)), n = ivec2(count);
  float corner[4];
  for (int i = 0; i < 4; i++) {
    ivec2 o = ivec2(i & 1, i >> 1);
    float turn = hash(wrapped(c + o, n), salt).x * 6.2831853;
    corner[i] = dot(vec2(cos(turn), sin(turn)), f - vec2(o));
  }
  return 1.5 * mix(mix(corner[0], corner[1], s.x), mix(corner[2], corner[3], s.x), s.y);
}

/** Octaves of noise, each twice as fine and half as strong. */
float clouds(vec2 uv, vec2 count, int octaves, int salt) {
  float sum = 0.0, share = 0.5;
  for (int i = 0; i < octaves; i++) {
    sum += share * noise(uv, count, salt + i);
    count *= 2.0;
    share *= 0.5;
  }
  return sum;
}

/** A place moved along by clouds, \`mm\` at most. */
vec2 warped(vec2 uv, vec2 count, float mm, int salt) {
  return uv + mm / tile * vec2(clouds(uv, count, 3, salt), clouds(uv, count, 3, salt + 11));
}

/** One number a grain. */
vec3 grains(vec2 uv, vec2 count, int salt) { return hash(wrapped(ivec2(floor(uv * count)), ivec2(count)), salt); }

struct Cell {
  /** To its middle and to its border, in cells. */
  float middle, border;
  /** From its middle, in cells. */
  vec2 from;
  vec3 id;
};

/** Voronoi cells around points that stray from a grid; the exact distance to the border after Quilez. */
Cell cells(vec2 uv, vec2 count, float stray, int salt) {
  vec2 p = uv * count, f = fract(p);
  ivec2 c = ivec2(floor(p)), n = ivec2(count), near;
  Cell cell;
  cell.middle = 9.0;
  for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
    ivec2 o = ivec2(x, y);
    vec3 id = hash(wrapped(c + o, n), salt);
    vec2 to = vec2(o) + 0.5 + stray * (id.xy - 0.5) - f;
    float d = dot(to, to);
    if (d < cell.middle) { cell.middle = d; cell.from = -to; cell.id = id; near = o; }
  }
  cell.border = 9.0;
  for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) {
    if (x == 0 && y == 0) continue;
    ivec2 o = near + ivec2(x, y);
    vec2 to = vec2(o) + 0.5 + stray * (hash(wrapped(c + o, n), salt).xy - 0.5) - f;
    cell.border = min(cell.border, dot(0.5 * (to - cell.from), normalize(to + cell.from)));
  }
  cell.middle = sqrt(cell.middle);
  cell.id = fract(cell.id * 91.7 + cell.id.zxy * 13.3);
  return cell;
}

vec2 turned(vec2 v, float angle) { return mat2(cos(angle), sin(angle), -sin(angle), cos(angle)) * v; }

/** Short strokes, one way in each patch of so many mm: a trowel's, a cloth's. -1 to 1. */
float strokes(vec2 uv, float patch_, vec2 stroke, int salt) {
  float sum = 0.0, weight = 0.001;
  for (int i = 0; i < 3; i++) {
    vec2 count = per(patch_);
    Cell cell = cells(uv + 0.37 * float(i), count, 0.9, salt + i);
    vec2 mm = turned(cell.from * tile / count, cell.id.x * 6.2831853) + cell.id.yz * 400.0;
    float w = smoothstep(0.0, 0.25, cell.border) * (0.3 + cell.id.z);
    sum += w * clouds(mm / (stroke * 64.0), vec2(64.0), 2, salt + 5);
    weight += w;
  }
  return sum / weight;
}
`
