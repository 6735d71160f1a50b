import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard'
import { expect, test } from 'vitest'
import { bytesSerializer } from './bytes'

test('a photo crosses the border as the very same bytes', () => {
  const carrier = new StandardRPCSerializer(new StandardRPCJsonSerializer({ customJsonSerializers: [bytesSerializer] }))
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
  const sent = JSON.stringify(carrier.serialize({ bytes, name: 'portrait.jpg' }))
  expect(carrier.deserialize(JSON.parse(sent))).toEqual({ bytes, name: 'portrait.jpg' })
})
