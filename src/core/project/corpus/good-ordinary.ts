import type { GoodCase } from './case'

/** Projects without a choice of hardware, and the many ways of writing one thing. */
export const goodOrdinary: readonly GoodCase[] = [
  {
    name: 'a web page, its server and its database',
    files: {
      'compose.yaml':
        'services:\n  web: {image: "w:1", ports: ["127.0.0.1:8080:80"], depends_on: [api]}\n  api: {image: "a:1", healthcheck: {test: [CMD, "true"]}}\n  db: {image: "d:1", volumes: ["data:/d"], healthcheck: {test: "true"}}\nvolumes: {data: }\n',
    },
    expected: {
      services: ['api', 'db', 'web'],
      profiles: [],
      ports: { web: ['8080/tcp'] },
      gpuServices: {},
      variants: [{ id: '', kind: 'none', services: ['api', 'db', 'web'] }],
      exclusive: [],
      health: ['api', 'db'],
      warnings: [],
    },
  },
  {
    name: 'tools that only add to the app are no version of it',
    files: {
      'compose.yaml':
        'services:\n  app: {image: "a:1", ports: ["127.0.0.1:80:80"]}\n  admin: {image: "b:1", profiles: [debug], ports: ["127.0.0.1:81:80"]}\n  charts: {image: "c:1", profiles: [monitoring]}\n',
    },
    expected: { profiles: ['debug', 'monitoring'], variants: [{ id: '', kind: 'none', services: ['app'] }], exclusive: [] },
  },
  {
    name: 'development and production on one port',
    files: {
      'compose.yaml':
        'services:\n  dev: {image: "a:1", profiles: [dev], ports: ["127.0.0.1:80:80"]}\n  prod: {image: "a:2", profiles: [prod], ports: ["127.0.0.1:80:80"]}\n',
    },
    expected: {
      variants: [
        { id: 'dev', kind: 'none', services: ['dev'] },
        { id: 'prod', kind: 'none', services: ['prod'] },
      ],
      exclusive: [['dev', 'prod']],
    },
  },
  {
    name: 'ports in every way of writing',
    files: {
      'compose.yaml':
        'services:\n  a:\n    image: "a:1"\n    ports: ["3000", "127.0.0.1:8000-8002:8000-8002", "127.0.0.1:53:53/udp", "[::1]:53:53/udp", {target: 80, published: "9000", host_ip: 127.0.0.1}, "127.0.0.1:7000-7001:70"]\n',
    },
    expected: { ports: { a: ['8000/tcp', '8001/tcp', '8002/tcp', '53/udp', '9000/tcp', '7000/tcp', '7001/tcp'] }, warnings: [] },
  },
  {
    name: 'a port open to the whole network',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", ports: ["8080:80"]}\n' },
    expected: { ports: { a: ['8080/tcp'] } },
    warns: [/"a" can be opened by everyone on your network: port 8080/],
  },
  {
    name: 'an override beside the file',
    files: {
      'docker-compose.yaml': 'services:\n  a: {image: "a:1"}\n',
      'compose.override.yml': 'services:\n  a: {ports: ["127.0.0.1:1:1"]}\n  b: {image: "b:1"}\n',
    },
    expected: { services: ['a', 'b'], ports: { a: ['1/tcp'] } },
  },
  {
    name: 'two files, of which Compose reads one',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1"}\n', 'docker-compose.yml': 'services:\n  b: {image: "b:1"}\n' },
    expected: { services: ['a'] },
    warns: [/docker-compose.yml lies beside compose.yaml/],
  },
  {
    name: 'files named in the settings',
    files: { '.env': 'COMPOSE_FILE=one.yml:two.yml\n', 'one.yml': 'services:\n  a: {image: "a:1"}\n', 'two.yml': 'services:\n  b: {image: "b:1"}\n' },
    expected: { services: ['a', 'b'] },
  },
  {
    name: 'a file in a folder below, with its settings above',
    files: {
      '.env': 'COMPOSE_FILE=docker/app.yml\nPORT=8123\n',
      'docker/app.yml': 'services:\n  a: {image: "a:1", ports: ["127.0.0.1:${PORT:?}:80"], volumes: ["./data:/d"]}\n',
    },
    expected: { ports: { a: ['8123/tcp'] }, warnings: [] },
  },
  {
    name: 'a part by include and one by extends',
    files: {
      'compose.yaml': 'include: [{path: sub/part.yaml}]\nservices:\n  a: {extends: {file: base.yml, service: base}, ports: ["127.0.0.1:1:1"]}\n',
      'sub/part.yaml': 'services:\n  b: {image: "b:1", env_file: b.env}\n',
      'sub/b.env': 'X=1\n',
      'base.yml': 'services:\n  base: {image: "x:1"}\n',
    },
    expected: { services: ['a', 'b'] },
  },
  {
    name: 'Windows line ends and a mark at the beginning',
    files: { 'compose.yaml': '\uFEFFservices:\r\n  a:\r\n    image: "a:1"\r\n' },
    expected: { services: ['a'], warnings: [] },
  },
  {
    name: 'settings with a value for everything that is insisted on',
    files: {
      '.env': 'TAG="2" # current\nexport PORT=8001\n',
      'compose.yaml': 'services:\n  a: {image: "a:${TAG:?}", ports: ["127.0.0.1:${PORT:?no port}:80"]}\n',
    },
    expected: { ports: { a: ['8001/tcp'] } },
  },
  {
    name: 'a setting without a value',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", environment: {KEY: "${SOME_KEY}"}}\n' },
    expected: { ok: true },
    warns: [/SOME_KEY has no value/],
  },
  { name: 'a dollar sign in a path', files: { 'compose.yaml': 'services:\n  a: {image: "a:1", volumes: ["./x$$y:/z"]}\n' }, expected: { warnings: [] } },
  {
    name: 'names that look like options',
    files: { 'compose.yaml': 'services:\n  "-d": {image: "a:1"}\n  "--help": {image: "b:1"}\n' },
    expected: { services: ['--help', '-d'] },
  },
  {
    name: 'health checks that are switched off',
    files: {
      'compose.yaml':
        'services:\n  a: {image: "a:1", healthcheck: {disable: true}}\n  b: {image: "b:1", healthcheck: {test: [NONE]}}\n  c: {image: "c:1", healthcheck: {test: [CMD, x]}}\n',
    },
    expected: { health: ['c'] },
  },
  {
    name: 'an old version line',
    files: { 'compose.yaml': 'version: "3.8"\nservices:\n  a: {image: "a:1"}\n' },
    expected: { ok: true },
    warns: [/"version:" is out of date/],
  },
  {
    name: 'many aliases that stay small',
    files: {
      'compose.yaml': `x-e: &e {A: "1", B: "2"}\nservices:\n${Array.from({ length: 60 }, (_, i) => `  s${i}: {image: "a:1", environment: *e}\n`).join('')}`,
    },
    expected: { ok: true },
  },
  {
    name: 'a name with a space',
    files: { 'compose.yaml': 'name: my-app\nservices:\n  a: {image: "a:1", build: {context: .}}\n', Dockerfile: 'FROM scratch\n' },
    expected: { warnings: [] },
  },
  {
    name: 'a build, a file, a secret that are not there',
    files: {
      'compose.yaml':
        'services:\n  a: {build: ./app, volumes: ["./nginx.conf:/n.conf", "./data:/d"], secrets: [key]}\n  b: {image: "b:1", build: {context: ., dockerfile: B.Dockerfile}}\nsecrets: {key: {file: ./key.txt}}\n',
    },
    expected: { services: ['a', 'b'] },
    warns: [
      /"a" is built from the folder .*\/app, which is missing, and/,
      /"b" is built by the file .*B\.Dockerfile, which is missing$/,
      /"a" needs the file .*nginx\.conf/,
      /secret "key" should come from/,
    ],
  },
  {
    name: 'names of packages that Docker refuses',
    files: {
      'compose.yaml':
        'services:\n  a: {image: "Big/Name:1"}\n  b: {image: "app:${TAG}"}\n  c: {image: "localhost:5000/x/y_z.w:V1.2-3@sha256:' + 'a'.repeat(64) + '"}\n',
    },
    expected: { ok: true },
    warns: [/"a" should run "Big\/Name:1", which cannot be/, /"b" should run "app:", which cannot be/],
  },
  {
    name: 'a rule for restarting that Docker does not know',
    files: {
      'compose.yaml': 'services:\n  a: {image: "a:1", restart: sometimes}\n  b: {image: "a:1", restart: "on-failure:3"}\n  c: {image: "a:1", restart: "no"}\n',
    },
    expected: { ok: true },
    warns: [/"a" has "sometimes" for restart/],
  },
  {
    name: 'ten thousand ports in two versions',
    files: {
      'compose.yaml':
        'services:\n  a: {image: "a:1", profiles: [cpu], ports: ["127.0.0.1:10000-20000:10000-20000/udp"]}\n  b: {image: "a:1", profiles: [gpu], gpus: all, ports: ["127.0.0.1:15000-25000:15000-25000/udp"]}\n',
    },
    expected: { exclusive: [['cpu', 'gpu']], warnings: [] },
  },
  {
    name: 'two services that always start on one port',
    files: { 'compose.yaml': 'services:\n  a: {image: "a:1", ports: ["127.0.0.1:80:80"]}\n  b: {image: "b:1", ports: ["127.0.0.1:80:80"]}\n' },
    expected: { ok: true },
    warns: [/"a" and "b" cannot run together: both take port 80/],
  },
  {
    name: 'a profile in the settings that no service has',
    files: { '.env': 'COMPOSE_PROFILES=gpuu\n', 'compose.yaml': 'services:\n  a: {image: "a:1"}\n' },
    expected: { ok: true },
    warns: [/profile "gpuu", which no service has/],
  },
  {
    name: 'a password that everybody knows and a version that moves',
    files: { 'compose.yaml': 'services:\n  db: {image: db, environment: {POSTGRES_PASSWORD: postgres}}\n' },
    expected: { ok: true },
    warns: [/everybody knows: POSTGRES_PASSWORD/, /"db" uses whatever version is newest/],
  },
]
