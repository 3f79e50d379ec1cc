// A small form for complainants.
import { post, Refused } from './api.js';
import { text, word } from './texts.js';

const DEMANDS = ['REFUND', 'REDELIVER', 'REPLACE', 'COMPENSATE', 'PUNISH_MERCHANT', 'UNFREEZE', 'EXPLAIN', 'OTHER'];
const byId = (id) => document.getElementById(id);
let key = '';

/** Also where crypto.randomUUID is missing: on plain http to another host than localhost. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function words() {
  const chosen = byId('demand').value;
  byId('demand').replaceChildren(...DEMANDS.map((code) => new Option(word(code), code)));
  byId('demand').value = chosen || DEMANDS[0];
}

function body(who) {
  const amount = byId('amount').value.trim();
  const money = amount ? { amount, currency: 'CNY' } : {};
  const type = byId('demand').value;
  return {
    platform: who.platform,
    orderNo: byId('orderNo').value.trim(),
    description: byId('description').value.trim(),
    demands: [{ type, ...(['REFUND', 'COMPENSATE'].includes(type) ? money : {}) }],
    ...money,
    channel: 'WEB',
    complainant: { id: who.subject },
  };
}

function reason(fault) {
  const errors = fault instanceof Refused ? fault.problem?.errors ?? [] : [];
  return [fault.message, ...errors.map((error) => `${error.pointer}: ${error.detail}`)].join('\n');
}

export function install(who, filed) {
  const dialog = byId('filing');
  byId('file').onclick = () => {
    key = newKey();
    byId('filing-fault').textContent = '';
    dialog.showModal();
  };
  byId('filing-cancel').onclick = () => dialog.close();
  byId('filing-form').onsubmit = async (event) => {
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    try {
      const complaint = await post('/api/v1/complaints', body(who()), key);
      byId('filing-form').reset();
      dialog.close();
      byId('news').textContent = text('filed', { number: complaint.number });
      filed(complaint);
    } catch (fault) {
      byId('filing-fault').textContent = reason(fault);
      // A refusal is an answer: the corrected form is another request. An unclear end keeps its key.
      key = fault instanceof Refused && fault.status < 500 ? newKey() : key;
    } finally {
      button.disabled = false;
    }
  };
}
