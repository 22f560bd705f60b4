import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { pointOf } from './publicKey';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x, y } = publicKey.export({ format: 'jwk' });

test('a key is read as OpenSSL writes it, and as a JWK', async () => {
  expect(await pointOf(publicKey.export({ format: 'pem', type: 'spki' }) as string)).toEqual({ x, y });
  expect(await pointOf(JSON.stringify({ ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: '1' }))).toEqual({ x, y });
  expect(await pointOf(JSON.stringify(privateKey.export({ format: 'jwk' })))).toEqual({ x, y });
});

test('what is no public key on P-256 is not read', async () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
  const texts = ['', 'upline', '{}', privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, other.export({ format: 'pem', type: 'spki' }) as string, JSON.stringify(other.export({ format: 'jwk' }))];
  await Promise.all(texts.map((text) => expect(pointOf(text)).rejects.toThrow()));
});
