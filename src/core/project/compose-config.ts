import { z } from 'zod'

const port = z.looseObject({
  target: z.coerce.number(),
  published: z.coerce.string().optional(),
  host_ip: z.string().optional(),
  protocol: z.string().optional(),
})
const device = z.looseObject({
  driver: z.string().optional(),
  capabilities: z.array(z.string()).nullish(),
  count: z.unknown().optional(),
  device_ids: z.array(z.string()).nullish(),
})
const mount = z.looseObject({ type: z.string(), source: z.string().optional(), target: z.string().optional(), read_only: z.boolean().optional() })
const text = z.string().nullish()
const texts = z.array(z.string()).nullish()

const service = z.looseObject({
  profiles: texts.transform((p) => p ?? undefined).optional(),
  image: z.string().optional(),
  build: z
    .looseObject({
      context: z.string().optional(),
      dockerfile: z.string().optional(),
      dockerfile_inline: z.string().optional(),
      privileged: z.boolean().optional(),
    })
    .nullish(),
  ports: z.array(port).nullish(),
  volumes: z.array(mount).nullish(),
  container_name: z.string().optional(),
  hostname: text,
  runtime: z.string().optional(),
  devices: z.array(z.unknown()).nullish(),
  gpus: z.unknown().optional(),
  deploy: z
    .looseObject({
      replicas: z.unknown().optional(),
      resources: z.looseObject({ reservations: z.looseObject({ devices: z.array(device).nullish() }).nullish() }).nullish(),
    })
    .nullish(),
  healthcheck: z.looseObject({ disable: z.boolean().optional(), test: texts }).nullish(),
  networks: z.record(z.string(), z.looseObject({ aliases: texts }).nullish()).nullish(),
  network_mode: text,
  depends_on: z.record(z.string(), z.looseObject({ condition: text, required: z.boolean().optional() })).nullish(),
  environment: z.record(z.string(), z.unknown()).nullish(),
  privileged: z.boolean().optional(),
  pid: text,
  ipc: text,
  uts: text,
  cgroup: text,
  userns_mode: text,
  cap_add: texts,
  security_opt: texts,
  device_cgroup_rules: texts,
  use_api_socket: z.boolean().optional(),
  provider: z.looseObject({ type: z.string().optional() }).nullish(),
})

const fromFile = z.record(z.string(), z.looseObject({ file: text, external: z.unknown().optional(), name: text })).nullish()

/** What `docker compose config --format json` prints, as far as the panel reads it. */
export const composeConfig = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), service).nullish(),
  volumes: z
    .record(z.string(), z.looseObject({ name: text, external: z.unknown().optional(), driver_opts: z.record(z.string(), z.unknown()).nullish() }).nullish())
    .nullish(),
  networks: z.record(z.string(), z.looseObject({ name: text, external: z.unknown().optional() }).nullish()).nullish(),
  secrets: fromFile,
  configs: fromFile,
})

/** The merged configuration of a project. */
export type ComposeConfig = z.infer<typeof composeConfig>

/** One service of it. */
export type ComposeService = z.infer<typeof service>
