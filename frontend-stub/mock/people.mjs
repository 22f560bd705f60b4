// What examples alone cannot say: who has signed in, and how codes are called. Nothing of it is remembered beyond this process.
import { readFile } from 'node:fs/promises';
import yaml from 'yaml';

const PASSWORD = 'any will do';

const inWords = (code) => code.toLowerCase().replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : {};
}

/** One person for each role, at the agency and the carrier that the contract's examples tell of. */
function peopleOf({ components, paths }) {
  const { reporter, reviewer } = paths['/v1/me'].get.responses['200'].content['application/json'].examples;
  const [agency, carrier] = [reporter, reviewer].map((example) => (example.$ref ? components.examples[example.$ref.split('/').at(-1)] : example).value);
  return components.schemas.Role.enum.map((role) => {
    const { id, email, organization } = role.startsWith('AGENCY_') ? agency : carrier;
    const name = inWords(role.replace(/^[A-Z]+_/, ''));
    return { id, name, email: `${name.toLowerCase().replaceAll(' ', '-')}@${email.split('@')[1]}`, organization, roles: [role] };
  });
}

/** Every list of the contract; where its examples have no words for a code, the code says them. */
function codeLists({ components }) {
  const lists = Object.entries(components.schemas).filter(([, schema]) => schema.enum);
  return { lists: lists.map(([name, schema]) => ({ name, codes: schema.enum.map((code) => ({ code, label: inWords(code) })) })) };
}

/** Answers of its own before the examples are asked. */
export function people(contractFile) {
  return {
    name: 'upline-mock-people',
    async configureServer(server) {
      const contract = yaml.parse(await readFile(contractFile, 'utf8'), { maxAliasCount: -1 });
      const everybody = peopleOf(contract);
      let user = everybody[0];
      const begun = () => ({ accessToken: 'mock', tokenType: 'Bearer', expiresIn: 86_400, refreshExpiresIn: 86_400, user });
      const answers = {
        'GET /demo/people.json': () => everybody.map(({ name, email, organization }) => ({ name, email, organization: organization.name, password: PASSWORD })),
        'GET /v1/code-lists': () => codeLists(contract),
        'GET /v1/me': () => user,
        'POST /v1/sessions': ({ email }) => {
          user = everybody.find((person) => person.email === email) ?? everybody[0];
          return { status: 'SIGNED_IN', session: begun() };
        },
        'POST /v1/sessions/refresh': begun,
      };
      server.middlewares.use(async (request, response, next) => {
        const answer = answers[`${request.method} ${request.url.split('?')[0]}`];
        if (!answer) return next();
        const body = JSON.stringify(answer(request.method === 'POST' ? await bodyOf(request) : {}));
        response.setHeader('Content-Type', 'application/json');
        response.end(body);
      });
    },
  };
}
