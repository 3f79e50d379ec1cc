// Keeps the board up to date: reads the list, follows the stream, reads the alerts; and goes on after every failure.
import { follow, get, Refused } from './api.js';
import { numberOf, show, showAlerts } from './board.js';
import { forever } from './retry.js';

const FIRST_WAIT = 1000;
const ALERTS_EVERY = 4000;
const LIST_EVERY = 5000;
/** A stream without even a heartbeat for so long is dead, whatever the network says. */
const SILENCE = 45_000;

/** The list, then its changes, until the stream ends. */
async function listAndFollow(signal, live, remembered) {
  show((await get('/api/v1/complaints?limit=50', signal)).items, false);
  const stream = new AbortController();
  const end = () => stream.abort();
  signal.addEventListener('abort', end, { once: true });
  let watch = setTimeout(end, SILENCE);
  try {
    await follow('/api/v1/complaints/stream', remembered.id, stream.signal, live, (event) => {
      remembered.id = event.id || remembered.id;
      take(event.data);
    }, () => {
      clearTimeout(watch);
      watch = setTimeout(end, SILENCE);
    });
  } finally {
    clearTimeout(watch);
    signal.removeEventListener('abort', end);
  }
}

function take(data) {
  let complaint;
  try {
    complaint = JSON.parse(data);
  } catch {
    return; // not a complaint: a later version's event, for a later page
  }
  if (complaint && typeof complaint === 'object') {
    show([complaint], true);
  }
}

/** Numbers of complaints that are no longer on the board, asked for once. */
const asked = new Map();

async function alerts(signal) {
  const { items } = await get('/api/v1/sla/breaches?limit=50', signal);
  const numbers = new Map();
  for (const item of items) {
    if (!numberOf(item.complaintId) && !asked.has(item.complaintId)) {
      asked.set(item.complaintId, await get(`/api/v1/complaints/${encodeURIComponent(item.complaintId)}`, signal)
        .then((complaint) => complaint.number, (fault) => (fault instanceof Refused ? item.complaintId : undefined)));
    }
    numbers.set(item.complaintId, numberOf(item.complaintId) ?? asked.get(item.complaintId));
  }
  showAlerts(items, numbers);
}

/**
 * Starts.
 *
 * @param roles what the caller is: only staff may follow the stream and see alerts, others see their own list
 * @param on where to tell how it goes: live(), well(part), fault(part, error) which may answer 'stop'
 */
export function start(roles, on, signal) {
  const staff = roles.some((role) => ['ops', 'agent', 'supervisor'].includes(role));
  const remembered = { id: '' };
  const part = (name) => ({ well: () => on.well(name), fault: (fault) => on.fault(name, fault) });
  if (staff) {
    forever(signal, FIRST_WAIT, { ...part('board'), well: () => on.fault('board', new Error('ended')) },
      (through) => listAndFollow(signal, () => { through(); on.live(); }, remembered));
  } else {
    forever(signal, LIST_EVERY, part('board'), async () => show((await get('/api/v1/complaints?limit=50', signal)).items, true));
  }
  if (staff || roles.some((role) => ['admin', 'platform'].includes(role))) {
    forever(signal, ALERTS_EVERY, part('alerts'), () => alerts(signal));
  }
}
