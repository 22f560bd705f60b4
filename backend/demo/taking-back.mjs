// What was recorded by mistake, and disclosed, is voided: the carrier is told so, and the history keeps it.
const say = (step, text) => console.log(`${step.padEnd(12)} ${text}`);

const byMistake = (mark) => ({
  legalName: `Ironwood Leads of Nevada LLC${mark}`,
  entityType: 'MARKETING_AGENCY',
  licensedProducer: false,
  functions: ['MARKETING'],
  websites: ['https://ironwoodnevada.example'],
  offshore: false,
  startDate: '2025-03-01',
  knownOn: '2025-03-01',
  address: { line1: '12 Cactus Rd', city: 'Reno', state: 'NV', zip: '89501' },
  contact: { name: 'Compliance desk', email: 'compliance@ironwoodnevada.example' },
});

export async function takenBack(api, { reporter, attester, reviewer }, { carrier, statement, mark }) {
  const { json: recorded, etag } = await api.call(reporter, 'POST', '/v1/relationships', { body: byMistake(mark) });
  const disclose = async () => {
    const draft = await api.call(reporter, 'POST', '/v1/submissions', { body: { carrierId: carrier.id } });
    const submitted = await api.call(attester, 'POST', `/v1/submissions/${draft.json.id}/submit`, {
      body: statement,
      headers: { 'If-Match': draft.etag },
    });
    await api.call(reviewer, 'POST', `/v1/submissions/${draft.json.id}/acknowledge`, { body: {}, headers: { 'If-Match': submitted.etag } });
    return submitted.json;
  };
  await disclose();
  await api.call(reporter, 'POST', `/v1/relationships/${recorded.id}/void`, {
    body: { reason: 'It is a branch of Ironwood Leads LLC, and no company of its own.' },
    headers: { 'If-Match': etag },
  });
  const { reference, counts } = await disclose();
  say('Void', `${recorded.reference} was no company of its own; ${reference} says so: ${counts.voided} voided`);
}
