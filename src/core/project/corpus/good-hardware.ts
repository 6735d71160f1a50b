import type { GoodCase } from './case'

const card = 'deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}}'

/** Projects that offer a choice of hardware, in the shapes in which people write them. */
export const goodHardware: readonly GoodCase[] = [
  {
    name: 'one service a profile on one port',
    files: {
      'compose.yaml': `services:\n  app-cpu: {image: "app:1", profiles: [cpu], ports: ["127.0.0.1:8000:8000"]}\n  app-gpu: {image: "app:2", profiles: [gpu], ports: ["127.0.0.1:8000:8000"], ${card}}\n`,
    },
    expected: {
      profiles: ['cpu', 'gpu'],
      ports: { 'app-cpu': ['8000/tcp'], 'app-gpu': ['8000/tcp'] },
      gpuServices: { 'app-gpu': 'nvidia' },
      variants: [
        { id: 'cpu', kind: 'cpu', services: ['app-cpu'] },
        { id: 'gpu', kind: 'nvidia', services: ['app-gpu'] },
      ],
      exclusive: [['cpu', 'gpu']],
      warnings: [],
    },
  },
  {
    name: 'one container name in every profile, which Compose refuses to read at once',
    files: {
      'compose.yaml': `x-m: &m {image: "model:1", container_name: model, ports: ["127.0.0.1:11434:11434"]}\nservices:\n  db: {image: "db:1"}\n  m-cpu: {<<: *m, profiles: [cpu]}\n  m-nvidia: {<<: *m, profiles: [gpu-nvidia], ${card}}\n  m-amd: {<<: *m, profiles: [gpu-amd], devices: [/dev/kfd, /dev/dri]}\n`,
    },
    expected: {
      services: ['db', 'm-amd', 'm-cpu', 'm-nvidia'],
      profiles: ['cpu', 'gpu-nvidia', 'gpu-amd'],
      gpuServices: { 'm-nvidia': 'nvidia', 'm-amd': 'amd' },
      variants: [
        { id: 'cpu', kind: 'cpu', services: ['db', 'm-cpu'] },
        { id: 'gpu-nvidia', kind: 'nvidia', services: ['db', 'm-nvidia'] },
        { id: 'gpu-amd', kind: 'amd', services: ['db', 'm-amd'] },
      ],
      exclusive: [
        ['cpu', 'gpu-nvidia'],
        ['cpu', 'gpu-amd'],
        ['gpu-nvidia', 'gpu-amd'],
      ],
    },
  },
  {
    name: 'the card’s service has no profile and takes the port of the others',
    files: {
      'docker-compose.yml': `x-a: &a {image: "a:1", ports: ["127.0.0.1:9090:9090"]}\nservices:\n  a-nvidia: {<<: *a, ${card}}\n  a-cpu: {<<: *a, profiles: [cpu]}\n  a-rocm: {<<: *a, profiles: [rocm], devices: ["/dev/kfd:/dev/kfd"]}\n`,
    },
    expected: {
      variants: [
        { id: '', kind: 'nvidia', services: ['a-nvidia'] },
        { id: 'cpu', kind: 'cpu', services: ['a-cpu'] },
        { id: 'rocm', kind: 'amd', services: ['a-rocm'] },
      ],
      exclusive: [
        ['', 'cpu'],
        ['', 'rocm'],
        ['cpu', 'rocm'],
      ],
    },
    warns: [/"a-nvidia" has no profile and would always start/],
  },
  {
    name: 'an unused profile lacks its settings',
    files: {
      'compose.yaml': `services:\n  a: {image: "a:1", profiles: [local-cpu], ports: ["127.0.0.1:1:1"]}\n  b: {image: "b:1", profiles: [local-cuda], gpus: all, ports: ["127.0.0.1:1:1"]}\n  c: {image: "c:1", profiles: [remote], env_file: .env}\n`,
    },
    expected: {
      services: ['a', 'b', 'c'],
      profiles: ['local-cpu', 'local-cuda', 'remote'],
      gpuServices: { b: 'nvidia' },
      exclusive: [['local-cpu', 'local-cuda']],
    },
    warns: [/profile "remote" cannot be used: .*\.env/],
  },
  {
    name: 'the empty profile beside named ones',
    files: {
      'compose.yaml': `services:\n  web: {image: "w:1", profiles: ["", m-cpu, m-cuda]}\n  m-cpu: {image: "m:1", profiles: ["", m-cpu]}\n  m-cuda: {image: "m:1", profiles: [m-cuda], runtime: nvidia}\n`,
    },
    expected: {
      profiles: ['m-cpu', 'm-cuda'],
      variants: [
        { id: '', kind: 'cpu', services: ['m-cpu', 'web'] },
        { id: 'm-cpu', kind: 'cpu', services: ['m-cpu', 'web'] },
        { id: 'm-cuda', kind: 'nvidia', services: ['m-cuda', 'web'] },
      ],
    },
  },
  {
    name: 'settings that switch on further profiles',
    files: {
      '.env': 'ENGINE=search\nDEVICE=${DEVICE:-cpu}\nCOMPOSE_PROFILES=${ENGINE},${DEVICE}\n',
      'compose.yaml': `include: [base.yaml]\nservices:\n  app-cpu: {image: "a:1", profiles: [cpu], ports: ["127.0.0.1:80:80"]}\n  app-gpu: {image: "a:1", profiles: [gpu], ports: ["127.0.0.1:80:80"], ${card}}\n`,
      'base.yaml': 'services:\n  search: {image: "s:1", profiles: [search]}\n  find: {image: "f:1", profiles: [find]}\n  sql: {image: "q:1"}\n',
    },
    expected: {
      services: ['app-cpu', 'app-gpu', 'find', 'search', 'sql'],
      variants: [
        { id: 'cpu', kind: 'cpu', services: ['app-cpu', 'search', 'sql'] },
        { id: 'gpu', kind: 'nvidia', services: ['app-gpu', 'search', 'sql'] },
      ],
      exclusive: [['cpu', 'gpu']],
    },
  },
  {
    name: 'several programs with a version for the processor each, and a helper',
    files: {
      'compose.yml': `name: pictures\nx-b: &b {ports: ["127.0.0.1:7860:7860"], ${card}}\nservices:\n  fetch: {image: "f:1", profiles: [fetch]}\n  one: &one {<<: *b, image: "o:1", profiles: [one]}\n  one-cpu: {<<: *one, profiles: [one-cpu], deploy: {}}\n  two: {<<: *b, image: "t:1", profiles: [two]}\n`,
    },
    expected: {
      profiles: ['fetch', 'one', 'one-cpu', 'two'],
      variants: [
        { id: 'one', kind: 'nvidia' },
        { id: 'one-cpu', kind: 'cpu' },
        { id: 'two', kind: 'nvidia' },
      ],
      exclusive: [
        ['one', 'one-cpu'],
        ['one', 'two'],
        ['one-cpu', 'two'],
      ],
    },
  },
  {
    name: 'a profile named after a card that asks for none',
    files: {
      'compose.yaml':
        'services:\n  v_cpu: {image: "v:1", profiles: [cpu], ports: ["127.0.0.1:5:5"]}\n  v_gpu: {image: "v:2", profiles: [gpu], ports: ["127.0.0.1:5:5"]}\n',
    },
    expected: {
      gpuServices: {},
      variants: [
        { id: 'cpu', kind: 'cpu' },
        { id: 'gpu', kind: 'cpu' },
      ],
      exclusive: [['cpu', 'gpu']],
    },
    warns: [/profile "gpu" is named after a graphics card but asks for none/],
  },
  {
    name: 'the processor’s version has no profile and the card’s takes its port',
    files: {
      'compose.yaml': `services:\n  api: {image: "a:1", ports: ["127.0.0.1:8080:8080"]}\n  api-gpu: {image: "a:2", profiles: [gpu], ports: ["127.0.0.1:8080:8080"], ${card}}\n  store: {image: "s:1", profiles: [full]}\n`,
    },
    expected: {
      variants: [
        { id: '', kind: 'cpu', services: ['api'] },
        { id: 'gpu', kind: 'nvidia', services: ['api-gpu'] },
      ],
      exclusive: [['', 'gpu']],
    },
  },
  {
    name: 'two choices of hardware beside each other',
    files: {
      'compose.yaml': `services:\n  app-cpu: {image: "a:1", profiles: [cpu]}\n  app-gpu: {image: "a:1", profiles: [gpu], ${card}}\n  tei-cpu: {image: "t:1", profiles: [tei-cpu], hostname: tei}\n  tei-gpu: {image: "t:2", profiles: [tei-gpu], hostname: tei, ${card}}\n`,
    },
    expected: {
      exclusive: [
        ['cpu', 'gpu'],
        ['tei-cpu', 'tei-gpu'],
      ],
    },
  },
  {
    name: 'a card by CDI name',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", devices: ["nvidia.com/gpu=all"]}\n' },
    expected: { gpuServices: { a: 'nvidia' }, variants: [{ id: '', kind: 'nvidia' }] },
  },
  {
    name: 'a card by CDI name in a reservation',
    files: {
      'compose.yaml':
        'services:\n  a: {image: "a:1", deploy: {resources: {reservations: {devices: [{driver: cdi, device_ids: ["amd.com/gpu=0"], capabilities: [gpu]}]}}}}\n',
    },
    expected: { gpuServices: { a: 'amd' } },
  },
  {
    name: 'capabilities of another kind than gpu',
    files: {
      'compose.yaml': 'services:\n  a: {image: "a:1", deploy: {resources: {reservations: {devices: [{driver: nvidia, capabilities: [compute, video]}]}}}}\n',
    },
    expected: { gpuServices: { a: 'nvidia' } },
  },
  {
    name: 'an Intel card by its device file',
    files: { 'compose.yaml': 'services:\n  media: {image: "m:1", devices: ["/dev/dri/renderD128:/dev/dri/renderD128"], ports: ["127.0.0.1:8096:8096"]}\n' },
    expected: { gpuServices: { media: 'intel' }, variants: [{ id: '', kind: 'intel', services: ['media'] }], warnings: [] },
  },
  {
    name: 'a card on top of a project that runs without',
    files: { 'compose.yaml': `services:\n  web: {image: "w:1", ports: ["127.0.0.1:3000:80"]}\n  helper: {image: "h:1", profiles: [gpu], ${card}}\n` },
    expected: {
      variants: [
        { id: '', kind: 'cpu', services: ['web'] },
        { id: 'gpu', kind: 'nvidia', services: ['helper', 'web'] },
      ],
      exclusive: [],
    },
  },
  {
    name: 'one name inside the project for both versions',
    files: {
      'compose.yaml': `services:\n  ui: {image: "u:1"}\n  a: {image: "a:1", profiles: [slow], hostname: model}\n  b: {image: "b:1", profiles: [fast], hostname: model, gpus: [{count: 1}]}\n`,
    },
    expected: {
      variants: [
        { id: 'slow', kind: 'cpu', services: ['a', 'ui'] },
        { id: 'fast', kind: 'nvidia', services: ['b', 'ui'] },
      ],
      exclusive: [['slow', 'fast']],
    },
  },
  {
    name: 'a count of no cards, which Compose leaves out',
    files: {
      'compose.yaml': 'services:\n  a: {image: "a:1", deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 0, capabilities: [gpu]}]}}}}\n',
    },
    expected: { gpuServices: { a: 'nvidia' } },
    warns: [/"a" reserves 0 graphics cards/],
  },
]
