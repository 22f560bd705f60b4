// A real OpenID provider for the tests. It prints its issuer once it listens, and ends with its standard input.
// Who signs in is said by the login hint, as JSON: the accounts are whatever a test says they are.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri, client, secret] = process.argv.slice(2);
const accounts = new Map();

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    // As the providers of large vendors do: claims stand in the ID token itself.
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.session.accountId,
        clientId: context.oidc.client.clientId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url.startsWith('/interaction/')) {
      return answer(request, response);
    }
    const { params } = await provider.interactionDetails(request, response);
    const { sub, ...claims } = JSON.parse(params.login_hint);
    accounts.set(sub, claims);
    return provider.interactionFinished(request, response, { login: { accountId: sub } });
  });
  console.log(issuer);
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
