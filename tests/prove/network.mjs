import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The loopback, and an interface that leads nowhere, without which WebRTC gathers nothing and nobody asks for names. */
const INTERFACES = [
  'ip link set lo up',
  'ip link add out type veth peer name end',
  'ip address add 10.99.0.1/24 dev out',
  'ip link set out up',
  'ip link set end up',
  'ip route add default via 10.99.0.2 dev out',
]
/** Names are asked of this machine. */
const FILES = { 'resolv.conf': 'nameserver 127.0.0.1\n', 'nsswitch.conf': 'hosts: files dns\n' }

/**
 * Runs a command in a network namespace of its own (Linux, as root or where users may make namespaces), from which nothing can leave
 * this machine and in which port 53 may be listened to. Returns its exit code, or null where no such namespace can be made.
 */
export function inOwnNetwork(command) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-network-'))
  try {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
    const mounts = Object.keys(FILES).map((name) => `mount --bind "$0/${name}" /etc/${name}`)
    const setUp = [...INTERFACES, ...mounts].join(' && ')
    const wholeUser = process.getuid?.() === 0 ? [] : ['--map-root-user']
    const inside = (then, args = []) => ['--net', '--mount', ...wholeUser, 'sh', '-c', `${setUp} && ${then}`, folder, ...args]
    if (spawnSync('unshare', inside('true')).status !== 0) return null
    const env = { ...process.env, VITRINE_NETWORK: 'own' }
    return spawnSync('unshare', inside('exec "$@"', command), { stdio: 'inherit', env }).status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
