const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

const PEM = /-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----/;

/** The point of a key as OpenSSL or a library writes its public half: PEM or JWK. Of a JWK with both halves only the public one is looked at. */
export async function pointOf(text: string): Promise<{ x: string; y: string }> {
  const pem = PEM.exec(text)?.[1];
  const key = pem
    ? await crypto.subtle.importKey('spki', Uint8Array.from(atob(pem.replace(/\s/g, '')), (char) => char.codePointAt(0) as number), CURVE, true, ['verify'])
    : await crypto.subtle.importKey('jwk', publicHalf(JSON.parse(text) as JsonWebKey), CURVE, true, ['verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', key);
  return { x: x as string, y: y as string };
}

const publicHalf = ({ kty, crv, x, y }: JsonWebKey): JsonWebKey => ({ ...(kty ? { kty } : {}), ...(crv ? { crv } : {}), ...(x ? { x } : {}), ...(y ? { y } : {}) });
