import type { Pattern } from '../pattern'

/** Plain weave: threads over and under, each a little uneven, some with a slub. */
const linen: Pattern = {
  tile: [110, 110],
  slope: 1.4,
  glsl: /* glsl */ `
/** Height (0 to 1) and tone of the threads that run along x. */
vec2 threads(vec2 uv, vec2 count, int salt) {
  float n = count.y;
  float bow = 0.35 * clouds(uv, vec2(max(1.0, count.x / 20.0), max(1.0, n / 24.0)), 2, salt);
  float v = uv.y * n + bow, line = floor(v);
  int which = int(mod(line, n));
  vec3 id = hash(ivec2(which, 5), salt + 3);
  float slub = smoothstep(0.5, 0.75, noise(vec2(uv.x, (float(which) + 0.5) / n), vec2(max(1.0, count.x / 26.0), n), salt + 4));
  float thick = 0.41 + 0.06 * id.x + 0.06 * noise(vec2(uv.x, (float(which) + 0.5) / n), vec2(max(1.0, count.x / 7.0), n), salt + 5) + 0.09 * slub;
  float across = (fract(v) - 0.5) / thick;
  float over = 0.5 + 0.5 * cos(3.14159265 * (floor(uv.x * count.x) + float(which))) * sin(3.14159265 * fract(uv.x * count.x));
  float round_ = sqrt(max(0.0, 1.0 - across * across));
  return vec2(round_ * (0.35 + 0.65 * over) + 0.15 * slub, 0.92 + 0.14 * id.y + 0.06 * slub);
}
void surface(vec2 uv, inout Surface s) {
  vec2 count = 2.0 * floor(0.5 * per(0.72));
  vec2 warp = threads(uv, count, 10), weft = threads(vec2(uv.y, uv.x) , count.yx, 40);
  weft.x = max(0.0, weft.x);
  float twist = clouds(uv, per(0.3), 2, 70);
  bool up = warp.x > weft.x;
  float height = max(warp.x, weft.x);
  s.albedo = (up ? colour * warp.y : accent * weft.y) * (0.55 + 0.5 * smoothstep(0.05, 0.8, height)) * (1.0 + 0.14 * twist);
  s.albedo *= 1.0 + 0.05 * clouds(uv, per(36.0), 2, 80);
  s.height = 0.2 * height + 0.02 * twist;
}`,
  physical: { sheen: 0.25, sheenRoughness: 0.7 },
}

/** The pile leans a little differently from place to place. */
const velvet: Pattern = {
  tile: [180, 180],
  slope: 0.9,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float nap = clouds(warped(uv, per(70.0), 24.0, 1), per(vec2(60.0, 90.0)), 4, 2);
  float pile = clouds(uv, per(0.5), 2, 10), rib = clouds(uv, per(vec2(0.5, 4.0)), 2, 16);
  s.albedo *= 0.6 + 0.28 * nap + 0.16 * pile + 0.08 * rib;
  s.height = 2.6 * nap + 0.06 * pile + 0.03 * rib;
}`,
  physical: { sheen: 1, sheenRoughness: 0.32, specularIntensity: 0.3 },
}

/** Long floats over fine threads: a sheen across them. */
const satin: Pattern = {
  tile: [140, 140],
  slope: 0.35,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float threads = clouds(uv, per(vec2(5.0, 0.28)), 2, 1), wefts = noise(uv, per(vec2(0.5, 3.0)), 8);
  float soft = clouds(uv, per(50.0), 3, 12);
  s.albedo *= 1.0 + 0.06 * threads + 0.03 * wefts;
  s.height = 0.008 * threads + 0.004 * wefts + 0.35 * soft;
  s.rough += 0.05 * threads;
}`,
  physical: { anisotropy: 0.75, sheen: 0.35, sheenRoughness: 0.4, specularIntensity: 0.9 },
}

/** Stocking stitch: columns of V, twisted of fibres, a few of which stand off. */
const wool: Pattern = {
  tile: [112, 110],
  slope: 2,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 count = per(vec2(7.0, 5.0));
  vec2 p = warped(uv, per(30.0), 1.2, 1) * count;
  float column = floor(p.x), x = fract(p.x) - 0.5, side = sign(x);
  vec2 best = vec2(0.0);
  for (int k = -1; k <= 2; k++) {
    float row = floor(p.y) + float(k);
    vec2 middle = vec2(0.25 * side, row + 0.3);
    vec2 d = vec2(x, p.y) - middle;
    d = turned(d * vec2(7.0, 5.0), -side * 0.98);
    vec2 e = d / vec2(4.1, 1.62);
    float height = sqrt(max(0.0, 1.0 - dot(e, e)));
    float ply = 0.5 + 0.5 * sin((d.x * 1.1 + d.y * 2.6) * 2.4);
    if (height > best.x) best = vec2(height, ply);
  }
  float fibre = clouds(uv, per(vec2(0.5, 0.5)), 3, 20), fuzz = clouds(warped(uv, per(4.0), 2.0, 30), per(vec2(0.4, 2.2)), 2, 31);
  float tone = hash(ivec2(wrapped(ivec2(int(column), int(floor(p.y))), ivec2(count))), 40).x;
  s.height = 1.5 * best.x + 0.14 * best.y * best.x + 0.1 * fibre;
  s.albedo *= (0.34 + 0.66 * smoothstep(0.0, 0.75, best.x)) * (0.95 + 0.08 * tone) * (1.0 + 0.13 * fibre + 0.08 * (best.y - 0.5) + 0.07 * fuzz);
}`,
  physical: { sheen: 0.4, sheenRoughness: 0.8 },
}

/** Full-grain hide: small islands between creases, worn glossier on top. */
const leather: Pattern = {
  tile: [110, 110],
  slope: 1,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(14.0), 2.2, 1);
  Cell big = cells(at, per(vec2(1.9, 1.6)), 1.0, 3), small = cells(at, per(0.85), 1.0, 9);
  float crease = 1.0 - smoothstep(0.0, 0.2, big.border), fine = 1.0 - smoothstep(0.0, 0.22, small.border);
  float wrinkle = smoothstep(0.12, 0.0, abs(clouds(warped(uv, per(30.0), 8.0, 20), per(vec2(24.0, 14.0)), 3, 21)));
  float tone = clouds(uv, per(45.0), 4, 30);
  float deep = clamp(crease + 0.4 * fine + 0.5 * wrinkle, 0.0, 1.4);
  s.albedo = mix(s.albedo * (1.0 + 0.16 * tone + 0.1 * (big.id.x - 0.5)), accent, 0.5 * min(1.0, deep));
  s.height = -0.11 * crease - 0.04 * fine - 0.1 * wrinkle + 0.03 * big.id.y;
  s.rough += 0.2 * min(1.0, deep) + 0.08 * tone;
}`,
}

export const cloth = { linen, velvet, satin, wool, leather }
