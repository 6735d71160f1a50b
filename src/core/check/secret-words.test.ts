import { expect, test } from 'vitest'
import { secretsIn, withoutSecrets } from './secret-words'

test.each([
  'ENV DB_PASSWORD=hunter22',
  'ARG api-key: "abcdef123"',
  'RUN curl https://me:hunter22@example.org/x',
  'AKIAABCDEFGHIJKLMNOP',
  '-----BEGIN RSA PRIVATE KEY-----',
])('finds the secret in %s and never repeats it', (text) => {
  const found = secretsIn(text)
  expect(found).toHaveLength(1)
  expect(`${found.join()}${withoutSecrets(text)}`).not.toMatch(/hunter22|abcdef123|AKIAABCD/)
})

test.each([
  'ENV FACECRAFT_API_KEY=',
  'ENV PYTHONPATH=/app/src:/app/lib',
  'RUN apt-get install -y python3-secretstorage',
  'TOKEN=$TOKEN',
  'https://github.com/djok/facecraft',
])('takes %s for what it is', (text) => {
  expect(secretsIn(text)).toEqual([])
})
