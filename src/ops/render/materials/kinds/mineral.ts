import type { Pattern } from '../pattern'

const paper: Pattern = {
  tile: [120, 120],
  slope: 0.1,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float tooth = clouds(uv, per(1.6), 3, 1);
  s.height = 0.012 * tooth;
  s.albedo *= 1.0 + 0.012 * tooth + 0.012 * clouds(uv, per(30.0), 2, 9);
}`,
}

/** Troweled by hand: overlapping strokes, each patch its own way, the hollows a little darker. */
const plaster: Pattern = {
  tile: [600, 600],
  slope: 0.35,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(120.0), 14.0, 1);
  float broad = strokes(at, 150.0, vec2(120.0, 16.0), 2);
  float fine = strokes(at, 90.0, vec2(60.0, 3.0), 30);
  float sand = clouds(uv, per(1.2), 2, 50);
  float body = clouds(uv, per(200.0), 4, 60);
  s.height = 0.9 * broad + 0.16 * fine + 0.035 * sand + 1.2 * body;
  float hollow = smoothstep(0.25, -0.45, broad + 0.5 * body + 0.3 * fine);
  s.albedo = mix(s.albedo, accent, 0.55 * hollow) * (1.0 + 0.03 * fine + 0.02 * sand);
  s.rough -= 0.12 * smoothstep(0.0, 0.5, broad);
}`,
}

/** Cast: clouds of cement, fine sand, and pits where air stood at the form. */
const concrete: Pattern = {
  tile: [800, 800],
  slope: 0.8,
  glsl: /* glsl */ `
void pits(vec2 uv, float mm, float share, int salt, inout Surface s) {
  vec2 count = per(mm);
  Cell cell = cells(uv, count, 0.8, salt);
  float radius = share * (0.25 + 0.75 * cell.id.y * cell.id.y) * step(0.62, cell.id.x);
  float ragged = cell.middle * (1.0 + 0.35 * noise(uv, count * 5.0, salt + 1));
  float depth = radius > 0.0 ? smoothstep(radius, radius * 0.35, ragged) : 0.0;
  s.height -= depth * radius * mm * 0.7;
  s.albedo *= 1.0 - 0.5 * depth;
  s.rough += 0.15 * depth;
}
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(200.0), 60.0, 1);
  float broad = clouds(at, per(260.0), 5, 2);
  float mottle = clouds(uv, per(14.0), 4, 8);
  float sand = clouds(uv, per(1.5), 2, 14);
  float stain = smoothstep(0.0, 0.5, broad + 0.3 * clouds(at, per(vec2(60.0, 340.0)), 3, 20));
  s.albedo = mix(s.albedo, accent, 0.5 * stain);
  s.albedo *= 1.0 + 0.16 * broad + 0.1 * mottle + 0.07 * sand;
  s.height = 0.06 * mottle + 0.035 * sand;
  s.rough += 0.1 * mottle - 0.08 * broad;
  pits(uv, 26.0, 0.11, 30, s);
  pits(uv, 9.0, 0.12, 40, s);
}`,
}

/** Polished: long veins that branch off and fade, a net of hair-fine ones near them, and clouds between. */
const marble: Pattern = {
  tile: [900, 900],
  slope: 0.05,
  glsl: /* glsl */ `
/** Where noise passes through zero, a line of \`mm\` width runs. */
float vein(float n, float mm) {
  float rise = length(vec2(dFdx(n), dFdy(n)) / vec2(length(dFdx(at) * tile), length(dFdy(at) * tile)));
  return smoothstep(mm, 0.0, abs(n) / (rise + 0.0012));
}
void surface(vec2 uv, inout Surface s) {
  vec2 far = warped(uv + 0.1, per(420.0), 210.0, 1), near = warped(far, per(90.0), 30.0, 3);
  vec2 fine = warped(near, per(18.0), 4.0, 5);
  float fades = smoothstep(-0.25, 0.45, clouds(uv, per(240.0), 3, 7));
  float thick = 1.0 + 5.0 * smoothstep(0.1, 0.5, clouds(uv, per(150.0), 2, 8));
  float course = clouds(fine, per(vec2(300.0, 180.0)), 2, 20);
  float main = vein(course, 1.8 * thick) * (0.3 + 0.7 * fades), halo = vein(course, 36.0) * fades;
  float branch = vein(clouds(fine, per(vec2(112.0, 75.0)), 2, 30), 1.5) * smoothstep(0.0, 0.55, halo + 0.6 * clouds(uv, per(150.0), 2, 34));
  float hair = vein(clouds(fine + 0.3, per(45.0), 2, 42), 0.6) * smoothstep(0.05, 0.45, clouds(uv, per(160.0), 2, 46));
  float smoke = smoothstep(-0.35, 0.6, clouds(near, per(vec2(300.0, 180.0)), 4, 50));
  vec3 grey = mix(colour, accent, 0.4);
  s.albedo = mix(s.albedo, grey, 0.6 * smoke * smoke + 0.6 * halo * halo);
  float dark = 1.0 - (1.0 - 0.9 * main) * (1.0 - 0.7 * branch) * (1.0 - 0.5 * hair);
  s.albedo = mix(s.albedo, accent, dark);
  s.albedo *= 1.0 + 0.02 * clouds(uv, per(4.0), 3, 60);
  s.rough += 0.05 * dark;
}`,
}

const terrazzo: Pattern = {
  tile: [420, 420],
  slope: 0.05,
  glsl: /* glsl */ `
vec3 chipColour(vec3 id) {
  vec3 stone = id.x < 0.34 ? accent : id.x < 0.55 ? mix(accent, vec3(0.82, 0.78, 0.7), 0.65) : id.x < 0.72 ? accent * vec3(0.3, 0.32, 0.36)
    : id.x < 0.88 ? vec3(0.72, 0.7, 0.66) : colour * vec3(0.42, 0.44, 0.44);
  return stone * (0.75 + 0.45 * id.y);
}
void chips(vec2 uv, float mm, float share, int salt, inout Surface s) {
  vec2 count = per(mm);
  vec2 at = warped(uv, per(mm * 0.8), mm * 0.16, salt + 1);
  Cell cell = cells(at, count, 0.95, salt);
  float inset = 0.06 + 0.22 * cell.id.z, soft = 0.35 / mm;
  float chip = step(1.0 - share, fract(cell.id.x * 7.0 + cell.id.y)) * smoothstep(inset, inset + soft, cell.border);
  vec3 stone = chipColour(cell.id) * (1.0 + 0.2 * clouds(at, count * 4.0, 3, salt + 3));
  s.albedo = mix(s.albedo, stone, chip);
  s.rough = mix(s.rough, roughness * 0.75, chip);
}
void surface(vec2 uv, inout Surface s) {
  s.albedo *= 1.0 + 0.06 * clouds(uv, per(3.0), 3, 1);
  chips(uv, 4.0, 0.45, 10, s);
  chips(uv, 10.0, 0.5, 20, s);
  chips(uv + 0.31, 21.0, 0.5, 30, s);
}`,
}

/** Sawn limestone: bands of sediment, shells' pits, a sandy grain. */
const stone: Pattern = {
  tile: [600, 600],
  slope: 0.7,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(220.0), 40.0, 1);
  float bands = clouds(at, per(vec2(500.0, 46.0)), 4, 4) + 0.4 * clouds(at, per(vec2(200.0, 7.0)), 2, 10);
  float mottle = clouds(at, per(22.0), 4, 14);
  float grit = clouds(uv, per(1.4), 3, 20);
  s.albedo = mix(s.albedo, accent, smoothstep(-0.2, 0.6, bands) * 0.7);
  s.albedo *= 1.0 + 0.1 * mottle + 0.12 * grit;
  vec2 lens = per(vec2(14.0, 6.0));
  Cell hole = cells(warped(uv, per(8.0), 3.0, 30), lens, 0.9, 31);
  float pit = step(0.7, hole.id.x) * smoothstep(0.1 + 0.24 * hole.id.y, 0.0, hole.middle) * smoothstep(-0.3, 0.3, bands);
  s.height = 0.12 * mottle + 0.07 * grit + 0.12 * bands - 1.4 * pit;
  s.albedo *= 1.0 - 0.5 * pit;
}`,
}

/** Split along its cleft: flat steps with torn edges. */
const slate: Pattern = {
  tile: [500, 500],
  slope: 0.9,
  glsl: /* glsl */ `
float cleft(vec2 uv, float mm, float steps, int salt) {
  float rise = steps * (0.5 + clouds(warped(uv, per(mm * 0.3), mm * 0.09, salt), per(vec2(mm, mm * 0.6)), 5, salt + 3));
  float level = fract(rise);
  return (floor(rise) + smoothstep(0.86, 1.0, level)) / steps;
}
void surface(vec2 uv, inout Surface s) {
  float coarse = cleft(uv, 170.0, 6.0, 1), fine = cleft(uv, 80.0, 9.0, 20);
  float grain = clouds(uv, per(vec2(2.4, 1.2)), 3, 40);
  float rust = smoothstep(0.2, 0.6, clouds(uv, per(130.0), 4, 50));
  s.height = 5.0 * coarse + 2.0 * fine + 0.05 * grain + 0.5 * clouds(uv, per(40.0), 3, 60);
  s.albedo = mix(s.albedo, accent, 0.5 * rust);
  s.albedo *= 0.86 + 0.5 * (coarse - 0.5) + 0.3 * (fine - 0.5) + 0.14 * grain + 0.14;
  s.rough += 0.12 * grain + 0.1 * (0.5 - fine);
}`,
}

/** Square glazed tiles of 100 mm; no two lie quite alike. */
const tile: Pattern = {
  tile: [600, 600],
  slope: 1,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 count = per(100.0), f = fract(uv * count);
  vec3 id = grains(uv, count, 1);
  vec2 edge = (0.5 - abs(f - 0.5)) * 100.0;
  float inside = min(edge.x, edge.y) + 0.18 * clouds(uv, per(6.0), 2, 3);
  float joint = smoothstep(1.5, 1.1, inside);
  float pillow = 1.0 - exp(-max(0.0, inside - 1.2) / 1.3);
  float wave = clouds(uv, per(38.0), 2, 5);
  vec2 lean = (id.yz - 0.5) * 0.012;
  vec3 glaze = colour * (0.93 + 0.12 * id.x) * (1.0 + 0.035 * clouds(uv, per(60.0), 3, 9));
  glaze *= 0.9 + 0.1 * pillow;
  vec3 grout = accent * (0.95 + 0.16 * clouds(uv, per(2.0), 3, 12));
  s.albedo = mix(glaze, grout, joint);
  s.height = mix(pillow * 1.1 + 0.12 * wave + dot(lean, f - 0.5) * 100.0, 0.06 * clouds(uv, per(1.0), 2, 14), joint);
  s.rough = mix(s.rough + 0.03 * wave, 0.9, joint);
}`,
}

/** Running bond, 240 x 71 mm in joints of 10. */
const brick: Pattern = {
  tile: [1000, 648],
  slope: 1.2,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 count = per(vec2(250.0, 81.0)), size = tile / count;
  float row = floor(uv.y * count.y);
  vec2 shifted = vec2(uv.x + 0.5 * mod(row, 2.0) / count.x, uv.y), f = fract(shifted * count);
  vec3 id = grains(shifted, count, 1);
  vec2 edge = (0.5 - abs(f - 0.5)) * size - 5.0;
  float rag = 1.6 * clouds(uv, per(14.0), 4, 3);
  vec2 corner = max(vec2(0.0), 4.0 - edge);
  float inside = 4.0 - length(corner) + min(0.0, max(edge.x, edge.y)) * 0.0 + rag;
  float fired = clouds(uv + id.xy, per(60.0), 4, 8), grit = clouds(uv, per(1.8), 3, 14);
  float body = smoothstep(-0.6, 0.9, inside);
  vec3 clay = colour * (0.68 + 0.55 * id.x) * mix(vec3(1.0), vec3(0.72, 0.66, 0.7), smoothstep(0.7, 1.0, id.y));
  clay *= 1.0 + 0.34 * fired + 0.2 * grit;
  clay = mix(clay, accent, 0.25 * smoothstep(0.35, 0.6, clouds(uv, per(45.0), 4, 20)));
  vec3 mortar = accent * (0.85 + 0.25 * clouds(uv, per(2.5), 4, 26));
  Cell pit = cells(uv, per(9.0), 0.9, 30);
  float hole = step(0.75, pit.id.x) * smoothstep(0.16, 0.05, pit.middle) * body;
  s.albedo = mix(mortar * (0.75 + 0.25 * smoothstep(-5.0, -1.0, inside)), clay, body) * (1.0 - 0.4 * hole);
  s.height = body * 4.0 + 0.6 * smoothstep(0.0, 4.0, inside) + 0.5 * fired * body + 0.16 * grit - 1.0 * hole + 0.5 * clouds(uv, per(16.0), 3, 36);
}`,
}

const asphalt: Pattern = {
  tile: [260, 260],
  slope: 1.6,
  glsl: /* glsl */ `
void gravel(vec2 uv, float mm, float share, float lift, int salt, inout Surface s) {
  Cell cell = cells(warped(uv, per(mm), mm * 0.2, salt + 1), per(mm), 0.95, salt);
  float there = step(1.0 - share, cell.id.x) * smoothstep(0.05, 0.16, cell.border);
  float dome = there * sqrt(max(0.0, cell.border));
  vec3 grit = mix(colour, accent, 0.15 + 0.85 * cell.id.y * cell.id.y) * (1.0 + 0.25 * clouds(uv, per(mm * 0.3), 2, salt + 2));
  s.albedo = mix(s.albedo, grit, there);
  s.height = max(s.height, dome * mm * lift + (cell.id.z - 0.5) * 0.3 * there);
}
void surface(vec2 uv, inout Surface s) {
  float binder = clouds(uv, per(2.0), 3, 1);
  s.albedo *= 0.62 + 0.25 * binder;
  s.height = 0.2 * binder;
  gravel(uv, 2.6, 0.7, 0.5, 10, s);
  gravel(uv, 7.0, 0.5, 0.28, 20, s);
  s.rough -= 0.12 * smoothstep(0.6, 1.4, s.height);
}`,
}

/** Slate paint, wiped with a dusty cloth. */
const chalkboard: Pattern = {
  tile: [700, 700],
  slope: 0.1,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(150.0), 20.0, 1);
  float wiped = strokes(at, 240.0, vec2(160.0, 9.0), 2), smear = strokes(at, 160.0, vec2(90.0, 26.0), 30);
  float dust = smoothstep(-0.2, 0.9, 0.7 * smear + 0.5 * wiped + 0.5 * clouds(uv, per(200.0), 3, 50));
  float tooth = clouds(uv, per(0.9), 2, 60);
  s.albedo = mix(s.albedo, accent, dust * (0.2 + 0.1 * tooth));
  s.height = 0.02 * tooth;
  s.rough += 0.1 * dust;
}`,
}

export const mineral = { paper, plaster, concrete, marble, terrazzo, stone, slate, tile, brick, asphalt, chalkboard }
