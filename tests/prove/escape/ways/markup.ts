import { address, blob, type Escape, element, file, markup as html, named, quietly, wait } from '../escape'

const playlist = (link: string) =>
  `'#EXTM3U\\n#EXT-X-VERSION:3\\n#EXT-X-TARGETDURATION:2\\n#EXTINF:2,\\n' + ${link} + '\\n#EXT-X-ENDLIST\\n'`
const playing = (src: string) =>
  `${element('video', `{ muted: true, autoplay: true, preload: 'auto', src: ${src} }`)}.play().catch(() => {})`
const frame = (properties: string) => element('iframe', properties)

/** Elements that load something. */
export const markup: readonly Escape[] = [
  { name: 'image', short: true, code: `new Image().src = ${file('png')}` },
  { name: 'image in the page', code: element('img', `{ src: ${file('png')} }`) },
  { name: 'image in a set of sizes', code: element('img', `{ srcset: ${file('png')} + ' 1x' }`) },
  { name: 'image as a button', code: element('input', `{ type: 'image', src: ${file('png')} }`) },
  { name: 'image behind the page', code: `document.body.setAttribute('background', ${file('png')})` },
  { name: 'image to be attributed', code: element('img', `{ attributionSrc: ${address} }`) },
  { name: 'image in a drawing', code: html(`<svg><image href="\${${file('png')}}" width="20" height="20"/></svg>`) },
  {
    name: 'image in a drawing, without HTML',
    code: `const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttribute('href', ${file('png')})
      document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(image)`,
  },
  { name: 'drawing used in a drawing', code: html(`<svg><use href="\${${file('svg')}}#a"/></svg>`) },
  {
    name: 'image in a filter of a drawing',
    code: html(
      `<svg width="50" height="50"><filter id="f"><feImage href="\${${file('png')}}"/></filter><rect width="20" height="20" filter="url(#f)"/></svg>`,
    ),
  },
  { name: 'filter in a drawing', code: `${element('div', `{ textContent: 'a' }`)}.style.filter = 'url("' + ${file('svg')} + '#f")'` },
  { name: 'video', short: true, code: element('video', `{ preload: 'auto', src: ${file('mp4')} }`) },
  { name: 'audio', code: element('audio', `{ preload: 'auto', src: ${file('mp3')} }`) },
  { name: 'poster of a video', code: element('video', `{ poster: ${file('png')} }`) },
  {
    name: 'subtitles',
    code: `const track = Object.assign(document.createElement('track'), { kind: 'subtitles', default: true, src: ${file('vtt')} })
      ${element('video', `{ crossOrigin: 'anonymous' }`)}.append(track)
      track.track.mode = 'showing'`,
  },
  { name: 'playlist in a blob', short: true, code: playing(blob(playlist(file('ts')), 'application/vnd.apple.mpegurl')) },
  {
    name: 'playlist in a data address',
    code: playing(`'data:application/vnd.apple.mpegurl,' + encodeURIComponent(${playlist(file('ts'))})`),
  },
  { name: 'object', code: element('object', `{ data: ${address} }`) },
  { name: 'embed', code: element('embed', `{ type: 'text/html', src: ${file('html')} }`) },
  { name: 'frame', short: true, code: frame(`{ src: ${address} }`) },
  { name: 'frame without credentials', code: frame(`{ credentialless: true, src: ${address} }`) },
  { name: 'frame, name of its host', only: 'elsewhere', names: true, code: frame(`{ src: ${named} }`) },
  { name: 'image, name of its host', only: 'elsewhere', names: true, code: `new Image().src = ${named}` },
  { name: 'image in a frame of its own text', code: frame(`{ srcdoc: '<img src="' + ${file('png')} + '">' }`) },
  { name: 'fetch inside an empty frame', short: true, code: `await ${frame('{}')}.contentWindow.fetch(${address}, ${quietly})` },
  {
    name: 'fetch inside a frame with an error of the own host',
    code: `const within = ${frame(`{ src: '/no-such-page' }`)}
      await new Promise((go) => { within.onload = go; setTimeout(go, 800) })
      await within.contentWindow.fetch(${address}, ${quietly})`,
  },
  {
    name: 'fetch inside a javascript: frame',
    code: frame(`{ src: 'javascript:fetch("' + ${address} + '", { mode: "no-cors" })' }`),
  },
  {
    name: 'WebRTC inside an empty frame',
    only: 'elsewhere',
    code: `const { RTCPeerConnection } = ${frame('{}')}.contentWindow
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + new URL(target).port }] })
      peer.createDataChannel('a')
      await peer.setLocalDescription(await peer.createOffer())`,
  },
  { name: 'fenced frame', code: `${element('fencedframe')}.config = new FencedFrameConfig(${address})` },
  { name: 'script', code: element('script', `{ src: ${file('js')} }`) },
  { name: 'script module', code: element('script', `{ type: 'module', src: ${file('js')} }`) },
  {
    name: 'script inside an empty frame with a rule of its own',
    code: `const { document: inner, trustedTypes } = ${frame('{}')}.contentWindow
      trustedTypes.createPolicy('default', { createScriptURL: (url) => url })
      inner.body.append(Object.assign(inner.createElement('script'), { src: ${file('js')} }))
      ${wait(100)}`,
  },
  { name: 'import()', short: true, code: `await import(${file('js')})` },
  { name: 'import() of JSON', code: `await import(${file('json')}, { with: { type: 'json' } })` },
  { name: 'import() of a style', code: `await import(${file('css')}, { with: { type: 'css' } })` },
]
