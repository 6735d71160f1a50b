import { hostNear } from './patterns-base'
import type { Pattern } from './recognise'

/** Downloads of packages, models and files: fingerprints, certificates, names, connections, in this order. */
export const downloadPatterns: readonly Pattern[] = [
  [/The photo model (\S+) is not the expected file/, ([, file = '']) => ({ kind: 'wrong-hash', file })],
  [/DO NOT MATCH THE HASHES[\s\S]*?\n\s+(\S+?)==\S+ from/, ([, file = '']) => ({ kind: 'wrong-hash', file })],
  [/DO NOT MATCH THE HASHES|Hash Sum mismatch|digest mismatch sha256:|checksum mismatch|has unexpected size/, () => ({ kind: 'wrong-hash', file: null })],
  [/^(\S+): FAILED$/m, ([, file = '']) => ({ kind: 'wrong-hash', file })],
  [
    /x509: |CERTIFICATE_VERIFY_FAILED|SSL certificate problem|certificate verif\w+ failed|server gave HTTP response to HTTPS client|Certificate verification failed/i,
    (match) => ({ kind: 'certificate-untrusted', host: hostNear(match) }),
  ],
  [/dial tcp: lookup (\S+?)(?: on \S+)?: /, ([, host = '']) => ({ kind: 'name-not-resolved', host })],
  [/Temporary failure resolving '([^']+)'/, ([, host = '']) => ({ kind: 'name-not-resolved', host })],
  [/Could not resolve (?:host: )?'?([^\s']+)/, ([, host = '']) => ({ kind: 'name-not-resolved', host })],
  [/Failed to resolve '([^']+)'/, ([, host = '']) => ({ kind: 'name-not-resolved', host })],
  [/Temporary failure in name resolution|Name or service not known/, () => ({ kind: 'name-not-resolved', host: null })],
  [
    /(?:failed to do request: \w+|Get|Head) "https?:\/\/([^/"]+)\/v2\/[^"]*"?: (?:dial tcp|EOF|net\/http|read tcp|context deadline)/,
    ([, host = '']) => ({ kind: 'registry-unreachable', host }),
  ],
  [
    /incomplete-download|IncompleteRead|end of response with \d+ bytes missing|unexpected EOF|[Cc]onnection (?:broken|refused|reset|timed out|closed|failed)|Could not connect to|[Oo]peration timed out|Read timed out|ReadTimeout|Error reading from server|TLS handshake timeout|i\/o timeout|network is unreachable|Network is unreachable|Failed to connect to|unexpectedly closed/,
    (match) => ({ kind: 'network-broken', host: hostNear(match) }),
  ],
  [
    /Unable to locate package (\S+)|Package '(\S+)' has no installation candidate|No matching distribution found for (\S+)/,
    (match) => ({ kind: 'package-missing', name: match.slice(1).find(Boolean) ?? '' }),
  ],
  [/(?:returned error: |invalid response status |\b)404(?:\s+Not Found)?\b/, (match) => ({ kind: 'download-missing', host: hostNear(match) })],
]
