import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { join } from 'node:path'

const DEADLINE = 2000

/**
 * Asks an engine for a sign of life.
 * @param {string} host an address as in DOCKER_HOST
 * @returns {Promise<'answers' | 'denied' | 'silent'>} `denied`: it is there, but this user may not talk to it
 */
export function ping(host, env = process.env) {
  const target = requestTarget(host, env)
  if (!target) return Promise.resolve('silent')
  return new Promise((resolve) => {
    const request = target.protocol.get({ ...target.options, path: '/_ping' }, (response) => {
      response.resume()
      resolve(response.statusCode === 200 ? 'answers' : 'silent')
    })
    // A deadline of our own: a hanging engine accepts the connection and then never says a word.
    const timer = setTimeout(() => request.destroy(), DEADLINE)
    request.on('close', () => clearTimeout(timer))
    request.on('error', (error) => resolve(error.code === 'EACCES' || error.code === 'EPERM' ? 'denied' : 'silent'))
  })
}

/** How to reach an address over HTTP; undefined for those that only the docker command can reach, such as ssh. */
export function requestTarget(host, env) {
  const local = /^(?:unix|npipe):\/\/(.+)$/.exec(host)
  if (local) return { protocol: http, options: { socketPath: local[1].replaceAll('/', host.startsWith('npipe') ? '\\' : '/') } }
  if (!/^(tcp|https?):\/\//.test(host)) return undefined
  const { hostname, port } = new URL(host.replace(/^tcp/, 'http'))
  if (!env.DOCKER_TLS_VERIFY) return { protocol: http, options: { hostname, port: port || 2375 } }
  return { protocol: https, options: { hostname, port: port || 2376, ...certificates(env) } }
}

function certificates(env) {
  const folder = env.DOCKER_CERT_PATH || env.DOCKER_CONFIG
  const read = (name) => folder && readFileSync(join(folder, name))
  return { ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem') }
}
