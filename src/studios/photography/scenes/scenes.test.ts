import { expect, test } from 'vitest'
import { likeness } from '../../../../tests/support/likeness'
import { hashOfScene } from '../../../../tests/support/scene-pictures'
import { cornersOfProp, faceOf, frameOf, heroSeen, seenOf } from '../../../../tests/support/stage-plan'
import { heroOf, type Prop, Scene } from '../../../core/scene/document'
import { towards } from '../../../core/scene/geometry'
import { INDUSTRIES } from './index'
import { pictureOf } from './pictures'
import made from './pictures/made.json'

const shipped = INDUSTRIES.flatMap(({ scenes }) => scenes.map(({ id, scene }) => ({ id, scene: Scene.parse(scene) })))
const each = test.for(shipped)

test('26 trades with at least three scenes each, ids and titles once, a sentence for each', () => {
  const all = INDUSTRIES.flatMap(({ scenes }) => scenes)
  expect(INDUSTRIES).toHaveLength(26)
  expect(INDUSTRIES.filter(({ scenes }) => scenes.length < 3)).toEqual([])
  expect(new Set(INDUSTRIES.map(({ id }) => id)).size).toBe(26)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  for (const { id, scenes } of INDUSTRIES) expect(scenes.filter((scene) => !scene.id.startsWith(`${id}-`))).toEqual([])
  expect(all.filter(({ says }) => !/^[A-Z].{20,110}[.!]$/.test(says)).map(({ says }) => says)).toEqual([])
})

each('$id: its picture in the picker is of the scene as it is (npm run scene-pictures)', ({ id, scene }) => {
  expect(made[id as keyof typeof made]).toBe(hashOfScene(scene))
  expect(pictureOf(id)).toContain(id)
})

each('$id: its hero is the seller’s own photo, and its parts have ids of their own', ({ scene }) => {
  const hero = heroOf(scene)
  expect(hero.photo).toBeNull()
  expect(hero.relight).toBeLessThanOrEqual(0.25)
  const ids = [scene.lights, scene.cards, scene.props, scene.products].flatMap((list) => list.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

each('$id: the hero fills the frame and has room around it', ({ scene }) => {
  const { left, right, top, bottom } = heroSeen(scene)
  expect(Math.min(left, 1 - right)).toBeGreaterThan(0.04)
  expect(Math.min(top, 1 - bottom)).toBeGreaterThan(0.06)
  expect(bottom - top).toBeLessThan(0.66)
  expect(Math.max((bottom - top) / 0.42, (right - left) / 0.6)).toBeGreaterThanOrEqual(0.99)
})

each('$id: the camera is above the ground and before the wall', ({ scene }) => {
  const [, y, z] = frameOf(scene).eye
  expect(y).toBeGreaterThan(10)
  const wall = 'distance' in scene.backdrop ? scene.backdrop.distance : Number.POSITIVE_INFINITY
  expect(z).toBeGreaterThan(-wall)
  expect(scene.props.filter((prop) => cornersOfProp(prop).some((at) => at[2] < -wall)).map(({ id }) => id)).toEqual([])
})

each('$id: no light is in the picture, under the floor or behind the wall', ({ scene }) => {
  const view = frameOf(scene)
  const wall = 'distance' in scene.backdrop ? scene.backdrop.distance : Number.POSITIVE_INFINITY
  for (const light of scene.lights) {
    const face = faceOf(light)
    const seen = seenOf(view, face)
    expect(seen && seen.right > 0 && seen.left < 1 && seen.bottom > 0 && seen.top < 1, `${light.id} is seen`).toBeFalsy()
    expect(Math.min(...face.map((at) => at[1])), `${light.id} above the floor`).toBeGreaterThanOrEqual(0)
    expect(Math.min(...face.map((at) => at[2])), `${light.id} before the wall`).toBeGreaterThan(-wall)
    if (light.gobo) expect(light.gobo.distance).toBeLessThan(light.distance * 0.8)
  }
})

each('$id: no prop stands in the hero or hides more of it than its lower fringe', ({ scene }) => {
  const hero = heroOf(scene)
  const seen = heroSeen(scene)
  const view = frameOf(scene)
  const { height, width } = hero.size as { height: number; width: number }
  // It faces a camera that looks down on it, so its upper end lies further back.
  const back = towards([0, 0, 0], 0, scene.camera.tilt, height)[1] + width * 0.1
  const [low, front] = [hero.at[1] + height * 0.09, hero.at[2] + width * 0.1]
  const within = (prop: Prop) => {
    const corners = cornersOfProp(prop)
    const reach = (axis: 0 | 1 | 2) => corners.map((at) => at[axis])
    return (
      Math.max(...reach(1)) > low &&
      Math.max(...reach(0)) > hero.at[0] - width * 0.46 &&
      Math.min(...reach(0)) < hero.at[0] + width * 0.46 &&
      Math.max(...reach(2)) > hero.at[2] - back &&
      Math.min(...reach(2)) < front
    )
  }
  const hides = (prop: Prop) => {
    const box = seenOf(view, cornersOfProp(prop))
    if (!box) return true
    const beside = box.right < seen.left + (seen.right - seen.left) * 0.08 || box.left > seen.right - (seen.right - seen.left) * 0.08
    return box.near < seen.near && !beside && box.top < seen.bottom - (seen.bottom - seen.top) * 0.15
  }
  if (hero.pose === 'lying') {
    const over = scene.props.map((prop) => [prop.id, seenOf(view, cornersOfProp(prop))] as const)
    const touching = over.filter(
      ([, box]) => !box || !(box.right < seen.left || box.left > seen.right || box.bottom < seen.top || box.top > seen.bottom),
    )
    expect(touching.map(([id]) => id)).toEqual([])
    return
  }
  expect(scene.props.filter(within).map(({ id }) => id)).toEqual([])
  expect(
    scene.props.filter((prop) => prop.at[2] > hero.at[2] - back && prop.at[1] + prop.size[1] > low && hides(prop)).map(({ id }) => id),
  ).toEqual([])
})

each('$id: something of each prop is in the picture', ({ scene }) => {
  const view = frameOf(scene)
  const out = scene.props.filter((prop) => {
    const seen = seenOf(view, cornersOfProp(prop))
    return seen && (seen.right < 0.02 || seen.left > 0.98 || seen.bottom < 0.02 || seen.top > 0.98)
  })
  expect(out.map(({ id }) => id)).toEqual([])
})

test('no two scenes are one scene in another colour', () => {
  const near = shipped.flatMap((a, i) =>
    shipped.slice(i + 1).flatMap((b) => {
      const distance = likeness(a.scene, b.scene)
      return distance < 1.5 ? [`${a.id} and ${b.id}: ${distance.toFixed(2)}`] : []
    }),
  )
  expect(near).toEqual([])
})
