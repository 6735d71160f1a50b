import type { GoodCase } from './case'

/** Projects that Compose starts without a word although they reach into the computer. */
export const goodHazardous: readonly GoodCase[] = [
  {
    name: 'a program on the computer itself',
    files: { 'compose.yaml': 'services:\n  db: {provider: {type: ./evil.sh}}\n' },
    expected: { services: ['db'] },
    warns: [/"db" runs the program "\.\/evil\.sh" on this computer/],
  },
  {
    name: 'all rights',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", privileged: true}\n' },
    expected: { ok: true },
    warns: [/all rights on this computer/],
  },
  {
    name: 'the computer’s own network, programs and memory',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", network_mode: host, pid: host, ipc: host, userns_mode: host, uts: host}\n' },
    expected: { ok: true },
    warns: [/network_mode: host/, /pid: host/, /ipc: host/, /userns_mode: host/, /uts: host/],
  },
  {
    name: 'Docker’s socket',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]}\n' },
    expected: { ok: true },
    warns: [/controls Docker itself/],
  },
  {
    name: 'the whole disk',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["/:/host"]}\n' },
    expected: { ok: true },
    warns: [/read and change \/, which lies outside/],
  },
  {
    name: 'a folder beside the project',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["../other:/o:ro"]}\n' },
    expected: { ok: true },
    warns: [/can read .*\/other, which lies outside/],
  },
  {
    name: 'a bind in disguise',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["data:/d"]}\nvolumes: {data: {driver_opts: {type: none, o: bind, device: /etc}}}\n' },
    expected: { ok: true },
    warns: [/read and change \/etc/],
  },
  {
    name: 'rights of an administrator and a protection switched off',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", cap_add: [SYS_ADMIN], security_opt: ["seccomp:unconfined"], devices: [/dev/sda]}\n' },
    expected: { gpuServices: {} },
    warns: [/SYS_ADMIN/, /unconfined/, /\/dev\/sda/],
  },
  {
    name: 'a file of the computer as a secret',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", secrets: [s]}\nsecrets: {s: {file: /etc/passwd}}\n' },
    expected: { ok: true },
    warns: [/can read \/etc\/passwd/],
  },
  {
    name: 'folders inside the project',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["./data:/d", "/etc/localtime:/etc/localtime:ro"]}\n' },
    expected: { warnings: [] },
  },
]
