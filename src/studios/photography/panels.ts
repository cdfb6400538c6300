/** The parts of the studio, in the order of the rail; each has the digit of its place as its key. */
export const PANELS = [
  { id: 'scenes', title: 'Scenes' },
  { id: 'light', title: 'Light' },
  { id: 'camera', title: 'Camera' },
  { id: 'surfaces', title: 'Surfaces' },
  { id: 'props', title: 'Props' },
  { id: 'product', title: 'Product' },
  { id: 'group', title: 'Group' },
  { id: 'looks', title: 'Looks' },
] as const
export type PanelId = (typeof PANELS)[number]['id']
