// How much time is left, in words short enough for a wall.
import { language, text } from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The nearest due time of a complaint in milliseconds, or null while no clock runs. */
export function nearestDue(complaint) {
  const all = (complaint.promises ?? [])
    .filter((promise) => !['MET', 'MET_LATE', 'CANCELLED'].includes(promise.state))
    .map((promise) => promise.dueAt)
    .concat(complaint.dueAt)
    .filter(Boolean)
    .map(Date.parse)
    .filter(Number.isFinite);
  return all.length ? Math.min(...all) : null;
}

/** over, soon (within the hour), or fine. */
export function urgency(due, now) {
  if (due === null) {
    return 'none';
  }
  return due < now ? 'over' : due - now < HOUR ? 'soon' : 'fine';
}

/** 2 d 03:04:05, 03:04:05 or 04:05; the sign is the caller's. */
export function span(milliseconds) {
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  const left = Math.abs(milliseconds);
  const clock = `${two((left % DAY) / HOUR)}:${two((left % HOUR) / MINUTE)}:${two((left % MINUTE) / 1000)}`;
  return left >= DAY ? text('days', { days: Math.floor(left / DAY), clock }) : clock;
}

export function left(due, now) {
  if (due === null) {
    return text('noClock');
  }
  return due < now ? text('overdueBy', { span: span(now - due) }) : span(due - now);
}

/** A moment for people, in their own zone. */
export function moment(iso) {
  const format = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false };
  return iso ? new Date(iso).toLocaleString(language(), format) : '';
}
