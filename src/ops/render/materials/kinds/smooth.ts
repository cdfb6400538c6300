import type { Pattern } from '../pattern'

const metal = /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  s.metal = 1.0;
  float worn = clouds(uv, per(60.0), 4, 1), scratch = strokes(uv, 50.0, vec2(26.0, 0.3), 8);
  s.rough += 0.06 * worn + 0.05 * scratch;
  s.height = 0.0012 * scratch + 0.12 * clouds(uv, per(90.0), 2, 30);
  TARNISH
}`

const gold: Pattern = { tile: [200, 200], slope: 0.06, glsl: metal.replace('TARNISH', '') }

const copper: Pattern = {
  tile: [240, 240],
  slope: 0.06,
  glsl: metal.replace(
    'TARNISH',
    `float dull = smoothstep(-0.3, 0.9, 0.8 * worn + 0.8 * clouds(uv, per(24.0), 4, 40));
  s.albedo = mix(s.albedo, accent, 0.45 * dull);
  s.rough += 0.16 * dull;`,
  ),
}

/** Drawn over a belt: hairlines along x. */
const brushed: Pattern = {
  tile: [220, 220],
  slope: 0.2,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  s.metal = 1.0;
  float hair = 0.6 * noise(uv, per(vec2(110.0, 0.22)), 1) + 0.5 * noise(uv, per(vec2(44.0, 0.45)), 2) + 0.4 * noise(uv, per(vec2(74.0, 1.6)), 3);
  float long_ = noise(uv, per(vec2(220.0, 9.0)), 4);
  s.albedo *= 1.0 + 0.1 * hair + 0.03 * long_;
  s.height = 0.004 * hair;
  s.rough += 0.09 * hair + 0.03 * long_;
}`,
  physical: { anisotropy: 0.85 },
}

const mirror: Pattern = { tile: [100, 100], slope: 0.01, glsl: `void surface(vec2 uv, inout Surface s) { s.metal = 1.0; }` }
const flat = `void surface(vec2 uv, inout Surface s) {}`
const acrylic: Pattern = { tile: [100, 100], slope: 0.01, glsl: flat, physical: { ior: 1.49 } }
const glass: Pattern = {
  tile: [100, 100],
  slope: 0.01,
  glsl: flat,
  physical: { ior: 1.52, specularIntensity: 1, clearcoat: 1, clearcoatRoughness: 0.02 },
}

/** Clear with clouds of frost, cracks that catch light, a little melted on top. */
const ice: Pattern = {
  tile: [150, 150],
  slope: 0.4,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(40.0), 9.0, 1);
  float frost = smoothstep(-0.1, 0.6, clouds(at, per(46.0), 5, 3));
  float e = abs(clouds(at, per(vec2(50.0, 36.0)), 3, 12)), f = abs(clouds(at, per(vec2(22.0, 30.0)), 2, 18));
  float crack = smoothstep(0.02, 0.0, e) + 0.6 * smoothstep(0.014, 0.0, f) * frost;
  Cell air = cells(uv, per(4.0), 0.9, 24);
  float bubble = step(0.8, air.id.x) * smoothstep(0.13, 0.08, air.middle) * frost;
  s.albedo *= 0.82 + 0.1 * clouds(uv, per(20.0), 3, 30);
  s.albedo = mix(s.albedo, accent, clamp(0.65 * frost + 0.8 * crack + 0.5 * bubble, 0.0, 1.0));
  s.height = 0.7 * clouds(uv, per(34.0), 3, 40) + 0.1 * clouds(uv, per(9.0), 2, 46);
  s.rough += 0.28 * frost * frost;
}`,
  physical: { ior: 1.31, clearcoat: 0.8, clearcoatRoughness: 0.04 },
}

/** Small ripples seen from above: their crests gather the light on the bottom into a net. */
const water: Pattern = {
  tile: [420, 420],
  slope: 0.5,
  glsl: /* glsl */ `
float ripple(vec2 uv) {
  vec2 at = warped(uv, per(150.0), 30.0, 1);
  float h = 0.0;
  for (int i = 0; i < 3; i++) {
    float mm = i == 0 ? 84.0 : i == 1 ? 42.0 : 22.0, n = noise(at, per(mm), 10 + i);
    h += mm * 0.022 * (1.0 - 1.6 * sqrt(n * n + 0.01));
  }
  return h;
}
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(90.0), 22.0, 30);
  float net = min(abs(noise(at, per(74.0), 31)), abs(noise(at + 0.21, per(58.0), 33)) + 0.02);
  float light = smoothstep(0.16, 0.0, net), glow = smoothstep(0.5, 0.0, net);
  s.height = ripple(uv);
  s.albedo *= 0.72 + 0.3 * glow + 0.08 * clouds(uv, per(140.0), 3, 40);
  s.albedo = mix(s.albedo, accent, 0.75 * light * light);
}`,
  physical: { ior: 1.33 },
}

const wax: Pattern = {
  tile: [160, 160],
  slope: 0.15,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float cloud = clouds(warped(uv, per(60.0), 20.0, 1), per(50.0), 4, 2);
  s.albedo *= 1.0 + 0.05 * cloud;
  s.height = 0.3 * clouds(uv, per(40.0), 3, 8) + 0.008 * clouds(uv, per(2.0), 2, 12);
  s.rough += 0.1 * cloud;
}`,
  physical: { clearcoat: 0.25, clearcoatRoughness: 0.35, sheen: 0.3, sheenRoughness: 0.6 },
}

/** Stoneware: speckles of iron under a clear glaze that ran a little. */
const ceramic: Pattern = {
  tile: [180, 180],
  slope: 0.08,
  glsl: /* glsl */ `
float specks(vec2 uv, float mm, float share, int salt) {
  Cell cell = cells(uv, per(mm), 0.95, salt);
  return step(1.0 - share, cell.id.x) * smoothstep(0.2 * cell.id.y + 0.06, 0.03, cell.middle * (1.0 + 0.4 * noise(uv, per(mm * 0.25), salt + 1)));
}
void surface(vec2 uv, inout Surface s) {
  float glaze = clouds(warped(uv, per(70.0), 24.0, 1), per(60.0), 4, 2);
  s.albedo *= 1.0 + 0.045 * glaze;
  s.albedo = mix(s.albedo, accent, 0.7 * max(specks(uv, 5.0, 0.3, 10), 0.8 * specks(uv, 2.2, 0.22, 20)));
  s.height = 0.22 * clouds(uv, per(50.0), 2, 30) + 0.01 * clouds(uv, per(4.0), 2, 34);
  s.rough += 0.06 * glaze;
}`,
  physical: { clearcoat: 0.9, clearcoatRoughness: 0.08 },
}

export const smooth = { gold, copper, 'brushed-metal': brushed, mirror, acrylic, glass, ice, water, wax, ceramic }
