// The public API, as any client calls it.
export class Api {
  constructor(base) {
    this.base = base;
  }

  async call(who, method, path, { body, type = 'application/json', headers = {}, form } = {}) {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(who ? { Authorization: `Bearer ${who}` } : {}),
        ...(body ? { 'Content-Type': type } : {}),
        ...headers,
      },
      body: form ?? (body ? JSON.stringify(body) : undefined),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const json = isJson && !path.endsWith('/content') ? JSON.parse(bytes.toString()) : undefined;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${json?.detail ?? ''}`);
    return { json, bytes, etag: response.headers.get('etag') };
  }

  async signIn(email, password) {
    return (await this.call(null, 'POST', '/v1/sessions', { body: { email, password } })).json.session.accessToken;
  }

  async upload(who, bytes, mode) {
    const form = new FormData();
    form.append('file', new Blob([bytes]), 'relationships.xlsx');
    form.append('mode', mode);
    return (await this.call(who, 'POST', '/v1/relationship-imports', { form })).json;
  }
}
