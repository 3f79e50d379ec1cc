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
