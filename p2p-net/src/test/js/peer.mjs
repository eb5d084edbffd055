// SPDX-License-Identifier: GPL-3.0-or-later
// A js-libp2p peer for the interop tests: commands as JSON lines on stdin, answers and events as JSON lines on stdout.
//   node --import ./polyfill.mjs peer.mjs [--listen MULTIADDR]... [--psk HEX]
// {"id":1,"op":"dial","to":MA}  {"op":"ping","to":MA}  {"op":"echo","to":MA,"bytes":N}  {"op":"streams","to":MA,"count":N,"bytes":M}
// {"op":"reset","to":MA}  {"op":"wasReset","to":MA,"protocol":P}  {"op":"open","to":MA,"protocol":P}  {"op":"hangup","to":MA}  {"op":"stop"}
import { createHash, randomBytes } from 'node:crypto'
import readline from 'node:readline'
import { parseArgs } from 'node:util'
import { identify, identifyPush } from '@libp2p/identify'
import { noise } from '@libp2p/noise'
import { ping } from '@libp2p/ping'
import { preSharedKey } from '@libp2p/pnet'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import XSalsa20 from 'xsalsa20'

const ECHO = '/test/echo/1.0.0'
const RESET = '/test/reset/1.0.0'
const MANY = { maxInboundStreams: 4096, maxOutboundStreams: 4096 }

const { values: options } = parseArgs({
  options: {
    listen: { type: 'string', multiple: true, default: [] },
    psk: { type: 'string' }
  }
})
const out = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const key = (hex) => new TextEncoder().encode(`/key/swarm/psk/1.0.0/\n/base16/\n${hex}`)

// All xsalsa20 1.2.0 streams share one WebAssembly memory. When one of them makes it grow, the others lose their view of it
// and grow it again, until it is full. So it gets its final size before there is any stream.
const first = new XSalsa20(new Uint8Array(24), new Uint8Array(32))
first.update(new Uint8Array(8 << 20))
first.finalize()

const node = await createLibp2p({
  addresses: { listen: options.listen },
  transports: [tcp()],
  connectionEncrypters: [noise()],
  streamMuxers: [yamux({ maxInboundStreams: 4096, maxOutboundStreams: 4096 })],
  ...(options.psk ? { connectionProtector: preSharedKey({ psk: key(options.psk) }) } : {}),
  connectionGater: { denyDialMultiaddr: () => false },
  connectionMonitor: { enabled: false },
  services: { identify: identify(), identifyPush: identifyPush(), ping: ping() }
})

// Sends back what comes, at the reader's pace, until the far end has finished.
await node.handle(ECHO, async (stream) => {
  for await (const chunk of stream) {
    if (!stream.send(chunk)) await stream.onDrain()
  }
  await stream.close()
}, MANY)

// Waits for one byte and resets the stream.
await node.handle(RESET, async (stream) => {
  for await (const _ of stream) {
    stream.abort(new Error('as asked'))
    return
  }
}, MANY)

async function writeAll (stream, bytes, hash) {
  const chunk = randomBytes(Math.min(bytes, 64 * 1024))
  for (let left = bytes; left > 0; left -= chunk.length) {
    const part = chunk.subarray(0, Math.min(left, chunk.length))
    hash.update(part)
    if (!stream.send(new Uint8Array(part))) await stream.onDrain()
  }
  await stream.close()
}

async function readAll (stream, hash) {
  let received = 0
  for await (const chunk of stream) {
    const bytes = chunk.subarray()
    received += bytes.length
    hash.update(bytes)
  }
  return received
}

async function echo (to, bytes) {
  const stream = await node.dialProtocol(multiaddr(to), ECHO, MANY)
  const sent = createHash('sha256')
  const back = createHash('sha256')
  const [received] = await Promise.all([readAll(stream, back), writeAll(stream, bytes, sent)])
  return received === bytes && sent.digest('hex') === back.digest('hex')
}

const ops = {
  dial: async (c) => {
    const connection = await node.dial(multiaddr(c.to))
    return { peer: connection.remotePeer.toString(), encryption: connection.encryption, muxer: connection.multiplexer }
  },
  ping: async (c) => ({ millis: await node.services.ping.ping(multiaddr(c.to)) }),
  echo: async (c) => ({ same: await echo(c.to, c.bytes) }),
  streams: async (c) => {
    await node.dial(multiaddr(c.to))
    const all = await Promise.all(Array.from({ length: c.count }, () => echo(c.to, c.bytes)))
    return { same: all.filter(Boolean).length }
  },
  reset: async (c) => {
    const stream = await node.dialProtocol(multiaddr(c.to), ECHO, MANY)
    stream.send(new Uint8Array(1))
    stream.abort(new Error('as asked'))
    return {}
  },
  wasReset: async (c) => {
    const stream = await node.dialProtocol(multiaddr(c.to), c.protocol, MANY)
    const closed = new Promise((resolve) => stream.addEventListener('close', () => resolve(stream.status)))
    stream.send(new Uint8Array(1))
    return { status: await closed }
  },
  open: async (c) => {
    const stream = await node.dialProtocol(multiaddr(c.to), c.protocol, MANY)
    return { protocol: stream.protocol }
  },
  hangup: async (c) => {
    await node.hangUp(multiaddr(c.to))
    return {}
  },
  stop: async () => {
    await node.stop()
    setTimeout(() => process.exit(0), 10)
    return {}
  }
}

node.addEventListener('peer:connect', (e) => out({ event: 'connect', peer: e.detail.toString() }))
node.addEventListener('peer:disconnect', (e) => out({ event: 'disconnect', peer: e.detail.toString() }))
node.addEventListener('peer:identify', (e) => out({
  event: 'identify',
  peer: e.detail.peerId.toString(),
  agent: e.detail.agentVersion,
  protocols: e.detail.protocols,
  addresses: e.detail.listenAddrs.map(String),
  signed: e.detail.signedPeerRecord != null
}))

const lines = readline.createInterface({ input: process.stdin })
lines.on('line', async (line) => {
  const command = JSON.parse(line)
  try {
    out({ id: command.id, ok: true, ...await ops[command.op](command) })
  } catch (e) {
    out({ id: command.id, ok: false, name: e?.name, error: String(e?.message ?? e) })
  }
})
lines.on('close', () => process.exit(0))
out({ event: 'ready', peer: node.peerId.toString(), addresses: node.getMultiaddrs().map(String) })
