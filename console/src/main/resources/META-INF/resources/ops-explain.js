// Why a deadline is when it is: rule, levels, pauses and every segment of its way, as the service explains it.
import { get } from './api.js';
import { moment } from './clocks.js';
import { chip, element } from './ops-figures.js';
import { text, word } from './texts.js';

const byId = (id) => document.getElementById(id);
let asked = null;

function table(caption, heads, lines) {
  const made = element('table');
  const title = element('caption', '', caption);
  const top = element('tr');
  top.append(...heads.map((name) => {
    const head = element('th', '', name);
    head.scope = 'col';
    return head;
  }));
  const head = element('thead');
  head.append(top);
  const body = element('tbody');
  body.append(...lines.map((cells) => {
    const row = element('tr');
    row.append(...cells.map((content) => {
      const cell = element('td');
      cell.append(content ?? '');
      return cell;
    }));
    return row;
  }));
  made.append(title, head, body);
  return made;
}

function facts(clock) {
  const list = element('dl', 'facts');
  const say = (name, value) => {
    if (value) {
      const pair = element('div');
      pair.append(element('dt', '', name), element('dd', '', value));
      list.append(pair);
    }
  };
  say(text('startedAt'), `${moment(clock.startedAt)} · ${clock.startedBy}`);
  say(text('due'), clock.dueAt ? moment(clock.dueAt) : text('noDueTime'));
  say(text('target'), `${clock.target} ${word(clock.unit)}`);
  say(text('rule'), text('ruleNumber', { number: clock.rule + 1, why: clock.why }));
  say(text('metAt'), clock.metAt ? moment(clock.metAt) : '');
  return list;
}

function levels(clock) {
  return table(text('levels'), [text('when'), text('kind'), text('told'), text('firedAt')], clock.levels.map((level) => [
    `${level.at}${level.firesAt ? ` · ${moment(level.firesAt)}` : ''}`,
    chip(level.kind),
    word(level.to),
    level.fired ? moment(level.detectedAt) || text('yes') : text('notYet'),
  ]));
}

function segments(clock) {
  return table(text('segments'), [text('from'), text('to'), text('counts'), text('why')], clock.segments.map((part) => [
    moment(part.from), moment(part.to), part.counts ? text('yes') : text('no'), word(part.why),
  ]));
}

function pauses(clock) {
  const all = clock.pauses ?? [];
  return all.length
    ? table(text('pauses'), [text('from'), text('to'), text('why'), text('by')], all.map((pause) => [
      moment(pause.from), pause.to ? moment(pause.to) : text('pausedOpenEnd'), word(pause.reason), pause.by ?? '–']))
    : null;
}

/** A row that changed meanwhile has a new button. */
function dueOf(item) {
  return [...byId('cases').children].find((row) => row.dataset.id === item.clockId)?.querySelector('button.due');
}

/** The clock a case is about: by its id, else by what it measures. */
export function clockOf(clocks, item) {
  return clocks.find((clock) => clock.clockId === item.clockId)
    ?? clocks.find((clock) => clock.metric === item.metric && clock.cycle === item.cycle && (clock.key ?? null) === item.key);
}

/** Opens the explanation of a case; the focus goes back to where it came from. */
export async function explain(item, number, from) {
  const dialog = byId('explanation');
  const content = byId('explanation-content');
  asked = item;
  byId('explanation-title').textContent = `${word(item.metric)} · ${number ?? item.complaintId}`;
  content.replaceChildren(element('p', 'nothing', text('loading')));
  if (!dialog.open) {
    dialog.showModal();
    dialog.addEventListener('close', () => (from.isConnected ? from : dueOf(item) ?? byId('list-title')).focus(), { once: true });
  }
  try {
    const { clocks, policyVersion } = await get(item.explanation);
    if (asked !== item) {
      return;
    }
    const clock = clockOf(clocks, item);
    content.replaceChildren(...(clock
      ? [chip(item.state), element('p', 'below', text('policyVersion', { version: policyVersion })), facts(clock), levels(clock),
        pauses(clock), segments(clock), ...clock.remarks.map((remark) => element('p', 'remark', remark.text))].filter(Boolean)
      : [element('p', 'nothing', text('noClockAnyMore'))]));
  } catch (fault) {
    if (asked === item) {
      content.replaceChildren(element('p', 'fault', fault.message));
    }
  }
}

export function installExplanation() {
  byId('explanation-close').addEventListener('click', () => byId('explanation').close());
}
