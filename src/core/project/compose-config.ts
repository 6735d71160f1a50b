import { z } from 'zod'

const port = z.looseObject({ target: z.coerce.number(), published: z.coerce.string().optional(), host_ip: z.string().optional() })
const device = z.looseObject({ driver: z.string().optional(), capabilities: z.array(z.string()).optional() })

const service = z.looseObject({
  profiles: z.array(z.string()).optional(),
  image: z.string().optional(),
  build: z.looseObject({ context: z.string().optional(), dockerfile: z.string().optional() }).nullish(),
  ports: z.array(port).nullish(),
  volumes: z.array(z.looseObject({ type: z.string(), source: z.string().optional(), target: z.string() })).nullish(),
  container_name: z.string().optional(),
  runtime: z.string().optional(),
  devices: z.array(z.unknown()).nullish(),
  gpus: z.unknown().optional(),
  deploy: z.looseObject({ resources: z.looseObject({ reservations: z.looseObject({ devices: z.array(device).nullish() }).nullish() }).nullish() }).nullish(),
})

/** What `docker compose config --format json` prints, as far as the panel reads it. */
export const composeConfig = z.looseObject({ name: z.string(), services: z.record(z.string(), service).nullish() })

/** The merged configuration of a project. */
export type ComposeConfig = z.infer<typeof composeConfig>

/** One service of it. */
export type ComposeService = z.infer<typeof service>
