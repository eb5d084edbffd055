// SPDX-License-Identifier: GPL-3.0-or-later
// What js-libp2p uses of Node 22 and Node 20 does not have.
if (!Promise.withResolvers) {
  Promise.withResolvers = function () {
    const made = {}
    made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }))
    return made
  }
}
if (!Promise.try) {
  Promise.try = function (call, ...args) {
    return new this((resolve) => resolve(call(...args)))
  }
}
if (!Array.fromAsync) {
  Array.fromAsync = async (source) => {
    const all = []
    for await (const entry of source) all.push(entry)
    return all
  }
}
if (!AbortSignal.any) {
  AbortSignal.any = (signals) => {
    const controller = new AbortController()
    for (const signal of signals) {
      if (signal.aborted) controller.abort(signal.reason)
      else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true })
    }
    return controller.signal
  }
}
const sets = {
  union: (a, b) => [...a, ...b.keys()],
  intersection: (a, b) => [...a].filter((entry) => b.has(entry)),
  difference: (a, b) => [...a].filter((entry) => !b.has(entry))
}
for (const [name, make] of Object.entries(sets)) {
  if (!Set.prototype[name]) {
    Object.defineProperty(Set.prototype, name, { value (other) { return new Set(make(this, other)) }, configurable: true, writable: true })
  }
}
