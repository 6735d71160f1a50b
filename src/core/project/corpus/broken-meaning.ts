import type { BrokenCase } from './case'

const services = (text: string): { readonly 'compose.yaml': string } => ({ 'compose.yaml': `services:\n${text}\n` })

// As Windows' Notepad writes "Unicode".
function wide(text: string): string {
  return `fffe${Array.from(text, (c) => `${c.charCodeAt(0).toString(16).padStart(2, '0')}00`).join('')}`
}

/** Files that are well written and mean nothing that can be started. */
export const brokenMeaning: readonly BrokenCase[] = [
  { name: 'no services', files: { 'compose.yaml': 'volumes: {d: }\n' }, error: /no services/ },
  { name: 'services without any', files: { 'compose.yaml': 'services: {}\n' }, error: /no services/ },
  { name: 'services as a list', files: { 'compose.yaml': 'services: [a, b]\n' }, error: /"services" must be a list of keys with values/ },
  { name: 'a service that is a word', files: services('  a: hello'), error: /line 2.*services\.a"? must be/ },
  { name: 'neither an image nor a build', files: services('  a: {ports: ["127.0.0.1:1:1"]}'), error: /says neither what to build nor what to download/ },
  { name: 'a key that Docker does not know', files: services('  a: {image: a, portz: ["1:1"]}'), error: /portz/ },
  {
    name: 'a top-level key that Docker does not know',
    files: { 'compose.yaml': 'service:\n  a: {image: a}\n' },
    error: /"service" at the outermost level; "services" may be meant/,
  },
  { name: 'a port that is a word', files: services('  a: {image: a, ports: ["eighty:80"]}'), error: /eighty/ },
  { name: 'a port that is too large', files: services('  a: {image: a, ports: ["80800:80"]}'), error: /80800/ },
  { name: 'ports as keys', files: services('  a: {image: a, ports: {web: 80}}'), error: /ports/ },
  { name: 'a volume that is not defined', files: services('  a: {image: a, volumes: ["data:/d"]}'), error: /uses the volume "data"/ },
  { name: 'a network that is not defined', files: services('  a: {image: a, networks: [inner]}'), error: /uses the network "inner"/ },
  { name: 'a secret that is not defined', files: services('  a: {image: a, secrets: [key]}'), error: /uses the secret "key"/ },
  { name: 'waiting for a service that is not defined', files: services('  a: {image: a, depends_on: [b]}'), error: /waits for "b"/ },
  {
    name: 'services that wait for each other',
    files: services('  a: {image: a, depends_on: [b]}\n  b: {image: b, depends_on: [a]}'),
    error: /wait for each other/,
  },
  { name: 'a service that extends itself', files: services('  a: {extends: {service: a}}'), error: /in a circle: a, a/ },
  {
    name: 'services that extend each other',
    files: services('  a: {image: a, extends: b}\n  b: {image: b, extends: a}'),
    error: /in a circle: (a, b, a|b, a, b)/,
  },
  { name: 'extending a service that is not there', files: services('  a: {extends: {service: b}}'), error: /"b"/ },
  { name: 'extending a file that is not there', files: services('  a: {extends: {file: gone.yml, service: b}}'), error: /gone\.yml" is missing/ },
  { name: 'including a file that is not there', files: { 'compose.yaml': 'include: [gone.yml]\nservices: {a: {image: a}}\n' }, error: /gone\.yml" is missing/ },
  {
    name: 'files that include each other',
    files: { 'compose.yaml': 'include: [b.yml]\nservices: {a: {image: a}}\n', 'b.yml': 'include: [compose.yaml]\nservices: {b: {image: b}}\n' },
    error: /in a circle: compose.yaml, b.yml, compose.yaml/,
  },
  { name: 'a missing file with settings', files: services('  a: {image: a, env_file: app.env}'), error: /app\.env/ },
  {
    name: 'a missing file with settings and its example',
    files: { ...services('  a: {image: a, env_file: .env}'), '.env.example': 'X=1\n' },
    error: /Copy "\.env\.example" to "\.env"/,
  },
  { name: 'a missing setting', files: services('  a: {image: "a:${TAG:?}"}'), error: /setting TAG is missing/ },
  { name: 'several missing settings', files: services('  a: {image: "a:${TAG:?}", environment: {K: "${KEY?say it}"}}'), error: /TAG, KEY/ },
  { name: 'a setting that is not written as one', files: services('  a: {image: "a:${TAG"}'), error: /\$\{NAME\}/ },
  {
    name: 'a card without capabilities',
    files: services('  a: {image: a, deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1}]}}}}'),
    error: /"capabilities" is missing/,
  },
  {
    name: 'a card by number and by name',
    files: services('  a: {image: a, deploy: {resources: {reservations: {devices: [{count: 1, device_ids: ["0"], capabilities: [gpu]}]}}}}'),
    error: /by number and by name/,
  },
  { name: 'a length of time without a unit', files: services('  a: {image: a, healthcheck: {test: [CMD, x], interval: soon}}'), error: /soon/ },
  { name: 'an amount of memory that is a word', files: services('  a: {image: a, mem_limit: lots}'), error: /lots/ },
  {
    name: 'a part to be downloaded by git',
    files: { 'compose.yaml': 'include: ["https://example.com/x.git"]\nservices: {a: {image: a}}\n' },
    error: /download a part of itself from https:\/\/example\.com\/x\.git/,
  },
  {
    name: 'a part to be downloaded from a registry',
    files: { 'compose.yaml': 'include: [{path: "oci://example.com/x:1"}]\nservices: {a: {image: a}}\n' },
    error: /download a part of itself from oci:/,
  },
  {
    name: 'a part to be downloaded, written in another encoding',
    files: { 'compose.yaml': { lay: 'bytes', hex: wide('include: ["https://example.com/x.git"]') } },
    error: /download a part of itself/,
  },
  {
    name: 'a base to be downloaded',
    files: services('  a: {extends: {file: "https://example.com/base.yml", service: a}}'),
    error: /download a part of itself/,
  },
  {
    name: 'the computer’s passwords as settings',
    files: services('  a: {image: a, env_file: /etc/shadow}'),
    error: /settings from \/etc\/shadow, which lies outside its folder\. It was not opened/,
  },
  {
    name: 'the computer’s passwords as settings, by way of a link',
    files: { ...services('  a: {image: a, env_file: app.env}'), 'app.env': { lay: 'link', to: '/etc/shadow' } },
    error: /settings from \/etc\/shadow/,
  },
  {
    name: 'the computer’s passwords as settings of an included part',
    files: { 'compose.yaml': 'include: [{path: b.yml, env_file: /etc/shadow}]\n', 'b.yml': 'services: {b: {image: b}}\n' },
    error: /settings from \/etc\/shadow/,
  },
  { name: 'the computer’s passwords as labels', files: services('  a: {image: a, label_file: /etc/shadow}'), error: /settings from \/etc\/shadow/ },
  {
    name: 'the computer’s passwords in place of the project’s own settings',
    files: { ...services('  a: {image: "a:1"}'), '.env': { lay: 'link', to: '/etc/shadow' } },
    error: /"\.env" leads to \/etc\/shadow/,
  },
  { name: 'a device as settings', files: services('  a: {image: a, env_file: /dev/zero}'), error: /is a device/ },
  {
    name: 'a pipe as settings',
    files: { ...services('  a: {image: a, env_file: p.env}'), 'p.env': { lay: 'pipe' } },
    error: /"p\.env" should hold settings but is a pipe/,
  },
  { name: 'an invalid container name', files: services('  a: {image: a, container_name: "-x y"}'), error: /"-x y" cannot be the container's name of "a"/ },
]
