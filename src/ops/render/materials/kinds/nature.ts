import type { Pattern } from '../pattern'

/** Fine beach sand with the wind's ripples. */
const sand: Pattern = {
  tile: [320, 320],
  slope: 1.1,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(180.0), 26.0, 1);
  float phase = at.y * round(tile.y / 40.0) + 0.35 * clouds(at, per(60.0), 3, 4);
  float wave = sin(6.2831853 * phase), crest = wave + 0.25 * sin(12.566 * phase + 0.9);
  float calm = 0.45 + 0.55 * smoothstep(-0.3, 0.3, clouds(uv, per(140.0), 2, 8));
  vec3 grain = grains(uv, per(0.42), 12);
  float lump = clouds(uv, per(5.0), 3, 16), rough_ = clouds(uv, per(0.7), 2, 20);
  s.height = 1.6 * calm * crest + 0.3 * lump + 0.14 * rough_ + 0.05 * grain.x;
  s.albedo *= (0.93 + 0.05 * crest * calm + 0.04 * lump) * (0.86 + 0.24 * grain.x + 0.1 * rough_);
  s.albedo = mix(s.albedo, accent, 0.75 * step(0.95, grain.y));
  s.albedo = mix(s.albedo, vec3(0.95, 0.92, 0.86), 0.6 * step(0.965, grain.z));
}`,
}

const soil: Pattern = {
  tile: [300, 300],
  slope: 2,
  glsl: /* glsl */ `
void crumbs(vec2 uv, float mm, int salt, inout Surface s) {
  Cell cell = cells(warped(uv, per(mm), mm * 0.3, salt + 1), per(mm), 1.0, salt);
  float dome = sqrt(clamp(cell.border * 2.2, 0.0, 1.0)) * (0.4 + 0.6 * cell.id.x);
  s.height += 0.42 * mm * dome;
  s.albedo *= (0.55 + 0.55 * dome) * (0.82 + 0.36 * cell.id.y);
}
void surface(vec2 uv, inout Surface s) {
  crumbs(uv, 14.0, 1, s);
  crumbs(uv, 5.5, 10, s);
  crumbs(uv, 2.2, 20, s);
  s.albedo *= 1.9;
  Cell grit = cells(uv, per(8.0), 0.9, 30);
  float there = step(0.9, grit.id.x) * smoothstep(0.24, 0.2, grit.middle * (1.0 + 0.3 * noise(uv, per(3.0), 31)));
  s.albedo = mix(s.albedo, accent * (0.7 + 0.5 * grit.id.y), there);
  s.height += there * 1.4 + 0.12 * clouds(uv, per(0.8), 2, 40);
  s.albedo *= 1.0 + 0.2 * clouds(uv, per(0.8), 2, 44);
}`,
}

/** Leaning blades, the higher over the lower; \`tuft\` = mm of a cell, two blades in each. */
const blades = /* glsl */ `
struct Blade { float high, across; vec3 id; };
void grow(vec2 uv, float tuft, float reach, float wide, int salt, inout Blade top) {
  vec2 count = per(tuft), p = uv * count;
  ivec2 c = ivec2(floor(p)), n = ivec2(count);
  for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) for (int k = 0; k < 2; k++) {
    vec3 id = hash(wrapped(c + ivec2(x, y), n), salt + k), more = hash(wrapped(c + ivec2(x, y), n), salt + 50 + k);
    vec2 from = (p - vec2(c + ivec2(x, y)) - id.xy) * tuft;
    vec2 d = turned(from, -more.x * 6.2831853);
    float along = d.x / (reach * (0.55 + 0.45 * more.y));
    if (along < 0.0 || along > 1.0) continue;
    float half_ = wide * (1.0 - along) * (0.4 + 1.2 * along) * (0.7 + 0.6 * id.z), bow = d.y - (more.z - 0.5) * reach * 0.7 * along * along;
    float high = along * (0.5 + 0.5 * id.z) + 0.35 * more.z;
    if (abs(bow) < half_ && high > top.high) top = Blade(high, bow / half_, vec3(id.z, along, more.x));
  }
}
`

const grass: Pattern = {
  tile: [240, 240],
  slope: 2,
  glsl: /* glsl */ `${blades}
void surface(vec2 uv, inout Surface s) {
  Blade top = Blade(0.0, 0.0, vec3(0.5, 0.0, 0.0));
  grow(uv, 7.0, 13.0, 1.5, 1, top);
  grow(uv, 6.0, 11.5, 1.3, 200, top);
  float patch_ = clouds(uv, per(80.0), 3, 400);
  vec3 green = mix(colour, accent, clamp(0.15 + 0.5 * top.id.y * top.id.x + 0.35 * patch_, 0.0, 1.0));
  s.albedo = green * (0.1 + 0.95 * smoothstep(0.0, 1.1, top.high)) * (0.8 + 0.4 * top.id.z) * (1.0 - 0.25 * smoothstep(0.2, 0.0, abs(top.across)));
  s.height = 3.2 * top.high - 0.5 * top.across * top.across + 0.2 * top.across;
  s.rough += 0.25 * (1.0 - top.high);
}`,
}

/** Cushions of tiny leaves. */
const moss: Pattern = {
  tile: [220, 220],
  slope: 2,
  glsl: /* glsl */ `${blades}
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(40.0), 9.0, 1);
  Cell cushion = cells(at, per(34.0), 1.0, 2), lobe = cells(at, per(13.0), 1.0, 6);
  float dome = sqrt(clamp(cushion.border * 1.8, 0.0, 1.0)) * 0.7 + 0.3 * sqrt(clamp(lobe.border * 2.0, 0.0, 1.0));
  Blade top = Blade(0.0, 0.0, vec3(0.5, 0.0, 0.0));
  grow(uv, 2.6, 3.6, 0.7, 100, top);
  float fuzz = clouds(uv, per(0.9), 2, 20);
  s.height = 6.0 * dome + 0.9 * top.high + 0.2 * fuzz;
  float lit = 0.18 + 0.5 * dome + 0.42 * top.high;
  s.albedo = mix(colour, accent, clamp(0.75 * dome * top.high + 0.35 * (cushion.id.x - 0.4) + 0.25 * clouds(uv, per(70.0), 3, 30), 0.0, 1.0));
  s.albedo *= lit * (1.0 + 0.2 * fuzz);
}`,
  physical: { sheen: 0.3, sheenRoughness: 0.7 },
}

/** Fresh snow: soft hollows, fine crystals, a few of which sparkle. */
const snow: Pattern = {
  tile: [400, 400],
  slope: 0.9,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float drift = clouds(uv, per(130.0), 3, 1), lump = clouds(uv, per(11.0), 4, 6), crystal = clouds(uv, per(0.8), 2, 12);
  vec3 grain = grains(uv, per(0.5), 20);
  s.height = 5.0 * drift + 0.8 * lump + 0.12 * crystal;
  s.albedo = mix(s.albedo, accent, 0.55 * smoothstep(0.3, -0.5, drift + 0.6 * lump)) * (0.97 + 0.03 * crystal);
  float sparkle = step(0.988, grain.x);
  s.height += sparkle * (grain.y - 0.5) * 0.5;
  s.rough = mix(s.rough, 0.12, sparkle);
  s.albedo = mix(s.albedo, vec3(1.0), 0.5 * sparkle);
}`,
  physical: { sheen: 0.2, sheenRoughness: 0.5 },
}

/** The midrib runs along v where u = 0, so a leaf whose middle is there has it in its own middle. */
const leaf: Pattern = {
  tile: [90, 90],
  slope: 0.8,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  float from = (abs(fract(uv.x + 0.5) - 0.5)) * tile.x, side = sign(fract(uv.x + 0.5) - 0.5);
  float along = uv.y * tile.y + side * 2.2 - 0.75 * from - 0.004 * from * from + 0.8 * clouds(uv, per(30.0), 2, 1);
  float rib = smoothstep(1.1, 0.25, from), spacing = 9.0;
  float to = abs(fract(along / spacing) - 0.5) * spacing;
  to = 0.5 * spacing - to;
  float lateral = smoothstep(0.55, 0.1, to) * smoothstep(44.0, 20.0, from), swell = smoothstep(0.0, 4.0, to);
  Cell net = cells(warped(uv, per(6.0), 1.0, 4), per(2.6), 1.0, 5);
  float mesh = smoothstep(0.1, 0.0, net.border), tone = clouds(uv, per(24.0), 4, 10);
  s.albedo *= (0.9 + 0.25 * tone) * (0.94 + 0.1 * net.id.x);
  s.albedo = mix(s.albedo, accent, clamp(0.8 * rib + 0.5 * lateral + 0.16 * mesh, 0.0, 1.0));
  s.height = -0.5 * rib - 0.22 * lateral + 0.5 * swell + 0.06 * smoothstep(0.0, 0.3, net.border);
  s.rough += 0.1 * tone + 0.06 * mesh;
}`,
  physical: { sheen: 0.15, sheenRoughness: 0.5 },
}

/** Fine veins fan along v; velvety cells between them. */
const petal: Pattern = {
  tile: [60, 60],
  slope: 0.3,
  glsl: /* glsl */ `
void surface(vec2 uv, inout Surface s) {
  vec2 at = warped(uv, per(vec2(12.0, 30.0)), 1.4, 1);
  float n = noise(at, per(vec2(2.6, 40.0)), 4), m = noise(at, per(vec2(1.1, 18.0)), 8);
  float vein = smoothstep(0.16, 0.0, abs(n)) + 0.5 * smoothstep(0.18, 0.0, abs(m));
  float blush = clouds(uv, per(vec2(30.0, 22.0)), 3, 12), skin = clouds(uv, per(0.5), 2, 18);
  s.albedo = mix(s.albedo, accent, clamp(0.22 * vein + 0.22 * blush, 0.0, 1.0)) * (1.0 + 0.03 * skin);
  s.height = -0.05 * vein + 0.012 * skin + 0.3 * clouds(uv, per(vec2(14.0, 24.0)), 2, 24);
}`,
  physical: { sheen: 0.5, sheenRoughness: 0.45 },
}

export const nature = { sand, soil, grass, moss, snow, leaf, petal }
