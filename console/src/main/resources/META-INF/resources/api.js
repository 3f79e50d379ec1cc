// Talks to the front door.
import { token } from './session.js';
import { language } from './texts.js';

/** An answer that is not 2xx. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

function headers(more = {}) {
  return { Authorization: `Bearer ${token()}`, 'Accept-Language': language(), ...more };
}

async function checked(answer) {
  if (!answer.ok) {
    throw new Refused(answer.status, await answer.json().catch(() => null));
  }
  return answer;
}

export async function get(path, signal) {
  return (await checked(await fetch(path, { headers: headers(), signal, cache: 'no-store' }))).json();
}

/** A creating request. The key makes a second try after a lost answer harmless. */
export async function post(path, body, key) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json', 'Idempotency-Key': key }),
    body: JSON.stringify(body),
  });
  return (await checked(answer)).json();
}

/**
 * Follows a stream of server-sent events until it ends. (EventSource cannot send a token.)
 *
 * @param {(event: {id: string, name: string, data: string}) => void} take called for each event
 * @param {() => void} alive called for whatever comes, heartbeats too
 */
export async function follow(path, lastId, signal, opened, take, alive = () => {}) {
  const more = { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) };
  const answer = await checked(await fetch(path, { headers: headers(more), signal, cache: 'no-store' }));
  opened();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = eventParser(take);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    alive();
    parser(value);
  }
}

/** Makes events of text that comes in pieces, as the HTML standard describes the format. */
export function eventParser(take) {
  let rest = '';
  let event = { id: '', name: 'message', data: [] };
  const line = (text) => {
    if (text === '') {
      if (event.data.length) {
        take({ id: event.id, name: event.name, data: event.data.join('\n') });
      }
      event = { id: event.id, name: 'message', data: [] };
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      event.data.push(value);
    } else if (field === 'event') {
      event.name = value;
    } else if (field === 'id' && !value.includes('\0')) {
      event.id = value;
    }
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    lines.forEach(line);
  };
}
