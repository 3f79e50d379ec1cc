// Run by PageScriptsTest: node --test
import assert from 'node:assert/strict';
import { test } from 'node:test';

const pages = new URL('../../main/resources/META-INF/resources/', import.meta.url);
const { eventParser } = await import(new URL('api.js', pages));
const { nearestDue, span, urgency } = await import(new URL('clocks.js', pages));
const { claims } = await import(new URL('session.js', pages));

function parsed(...pieces) {
  const events = [];
  const parser = eventParser((event) => events.push(event));
  pieces.forEach(parser);
  return events;
}

test('events are read however the text is cut', () => {
  const text = ': alive\n\nid: 7\nevent: complaint\ndata: {"a":\ndata: 1}\r\n\r\ndata:x\n\n:\n\nevent: nothing\n\n';
  const whole = parsed(text);
  assert.deepEqual(whole, [
    { id: '7', name: 'complaint', data: '{"a":\n1}' },
    { id: '7', name: 'message', data: 'x' },
  ]);
  for (let cut = 1; cut < text.length; cut += 1) {
    assert.deepEqual(parsed(text.slice(0, cut), text.slice(cut)), whole, `cut at ${cut}`);
  }
  assert.deepEqual(parsed(...text), whole, 'letter by letter');
});

test('an event that is not ended yet is not given', () => {
  assert.deepEqual(parsed('data: half\n'), []);
});

test('the nearest deadline is the earliest that still runs', () => {
  const complaint = {
    dueAt: null,
    promises: [
      { state: 'MET', dueAt: '2026-11-22T00:00:00Z' },
      { state: 'RUNNING', dueAt: '2026-11-22T03:00:00Z' },
      { state: 'RUNNING', dueAt: '2026-11-22T02:00:00+00:00' },
      { state: 'PROMISED', dueAt: null },
    ],
  };
  assert.equal(nearestDue(complaint), Date.parse('2026-11-22T02:00:00Z'));
  assert.equal(nearestDue({ dueAt: '2026-11-22T01:00:00Z' }), Date.parse('2026-11-22T01:00:00Z'));
  assert.equal(nearestDue({}), null);
  assert.equal(nearestDue({ dueAt: 'soon' }), null);
});

test('a clock is over after its due time, not at it', () => {
  assert.equal(urgency(1000, 1000), 'soon');
  assert.equal(urgency(1000, 1001), 'over');
  assert.equal(urgency(3_601_000, 1000), 'fine');
  assert.equal(urgency(null, 1000), 'none');
});

test('spans count in hours, minutes and seconds', () => {
  assert.equal(span(0), '00:00:00');
  assert.equal(span(3_723_999), '01:02:03');
  assert.equal(span(-61_000), '00:01:01');
});

test('what is no token has no claims', () => {
  const part = Buffer.from(JSON.stringify({ sub: '用户-1', platform: 'huijin', groups: ['ops'], exp: 2 })).toString('base64url');
  assert.deepEqual(claims(`Bearer x.${part}.y`), { platform: 'huijin', subject: '用户-1', roles: ['ops'], until: 2000 });
  for (const text of ['', 'x', 'a.b.c', 'a..c', 'a.bnVsbA.c']) {
    assert.equal(claims(text), null, text);
  }
});

const { filterOf, filterOfLink, hours, mayShow, queryOf, same } = await import(new URL('ops-filter.js', pages));

test('a filter survives its way through the address', () => {
  const filter = { state: 'BREACHED', queue: 'a&b=c 支付', owner: '-', dueWithin: 'PT4H' };
  assert.deepEqual(filterOf(queryOf(filter)), filter);
  assert.equal(queryOf({}), '');
  assert.deepEqual(filterOf('?x=1&cursor=2&state=PAUSED'), { state: 'PAUSED' });
  assert.deepEqual(filterOfLink('/api/v1/sla/board/cases?owner=-&state=AT_RISK'), { state: 'AT_RISK', owner: '-' });
  assert.ok(same({ owner: '', state: 'PAUSED' }, { state: 'PAUSED', owner: '' }));
  assert.ok(!same({ owner: '' }, {}));
});

test('a change is looked at when a case could be in the list', () => {
  const cases = [{ queue: null, owner: 'agent-1', metric: 'RESOLUTION', state: 'RUNNING' }];
  assert.ok(mayShow({}, cases));
  assert.ok(mayShow({ queue: '-', state: 'BREACHED' }, cases));
  assert.ok(!mayShow({ queue: 'delivery' }, cases));
  assert.ok(!mayShow({}, []));
});

test('hours of durations', () => {
  assert.equal(hours('PT4H'), 4);
  assert.equal(hours('P1D'), 24);
  assert.equal(hours('P1DT2H'), 26);
  assert.equal(hours('soon'), 0);
});
